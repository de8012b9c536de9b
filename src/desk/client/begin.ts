import { ask, base, element } from './ask.ts';
import { once } from './once.ts';

const form = element<HTMLFormElement>('[data-begin]');

const begin = once(async () => {
  const { company, code, site } = Object.fromEntries(new FormData(form));
  const reply = await ask('begin', { company, code, site });
  if (reply.ok) location.replace(base);
  else element('[data-refused]').textContent = reply.fault;
  return reply.ok;
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  begin();
});
