import { ask, element } from './ask.ts';

const form = element<HTMLFormElement>('[data-send]');
const status = element('[data-status]');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const values = new FormData(form);
  const files = [...document.querySelectorAll<HTMLElement>('[data-file]')].map((line) => line.dataset['file'] ?? '');
  const button = element<HTMLButtonElement>('button', form);
  button.disabled = true;
  status.textContent = 'Sending…';
  const message = values.get('message');
  const request = { message: typeof message === 'string' ? message : '', files, fetchFirst: values.has('fetchFirst') };
  void ask<{ words: string }>('send', request).then((reply) => {
    button.disabled = reply.ok;
    status.textContent = reply.ok ? reply.value.words : reply.fault;
    // What was going has gone.
    if (reply.ok) element('[data-going]').remove();
  });
});
