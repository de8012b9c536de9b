import { ask, base, element, keyPath } from './ask.ts';
import { once } from './once.ts';

const form = element<HTMLFormElement>('[data-correct]');

const begin = once(async () => {
  const { kind, where, was, now } = Object.fromEntries(new FormData(form));
  const id = keyPath(form.dataset['correct'] ?? '');
  const reply = await ask<{ key: string }>(`correct/${id}`, { kind, where, was, now });
  if (reply.ok) location.assign(`${base}review/${keyPath(reply.value.key)}`);
  else element('[data-refused]').textContent = reply.fault;
  return reply.ok;
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  begin();
});

const declaration = document.querySelector<HTMLFormElement>('[data-declare]');

const declare = once(async () => {
  if (!declaration) return false;
  const { what, reason } = Object.fromEntries(new FormData(declaration));
  const id = keyPath(declaration.dataset['declare'] ?? '');
  const reply = await ask<{ id: string }>(`declare/${id}`, { what, reason });
  // Under its former address nothing stands any more to come back to.
  if (reply.ok) location.replace(reply.value.id === '' ? base : `${base}published/${keyPath(reply.value.id)}`);
  else element('[data-undeclared]').textContent = reply.fault;
  return reply.ok;
});
declaration?.addEventListener('submit', (event) => {
  event.preventDefault();
  const { what, reason } = Object.fromEntries(new FormData(declaration));
  const because = typeof reason === 'string' ? reason.trim() : '';
  if (what !== 'amend') return declare();
  if (because === '') {
    element('[data-undeclared]').textContent = 'Say in a sentence why; the release’s page will show it.';
    return;
  }
  // The change itself is made in the form; the reason goes with it.
  const id = keyPath(declaration.dataset['declare'] ?? '');
  location.assign(`${base}review/${id}?because=${encodeURIComponent(because)}`);
});
