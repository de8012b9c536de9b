import { ask, base, element, keyPath } from './ask.ts';
import { once } from './once.ts';

for (const button of document.querySelectorAll<HTMLElement>('[data-restore]'))
  button.addEventListener(
    'click',
    once(async () => {
      const reply = await ask<{ key: string }>(`restore/${button.dataset['restore']}`);
      if (reply.ok) location.assign(reply.value.key === '' ? base : `${base}review/${keyPath(reply.value.key)}`);
      else element('[data-refused]').textContent = reply.fault;
      return reply.ok;
    }),
  );
