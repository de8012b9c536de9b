import { ask, element } from './ask.ts';

/** Lets the releases be sealed that the page lists, where it lists any. */
export function workSealing(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-seal]');
  button?.addEventListener('click', () => {
    const ids = [...document.querySelectorAll<HTMLElement>('[data-unsealed]')].map(
      (line) => line.dataset['unsealed'] ?? '',
    );
    button.disabled = true;
    void ask<{ words: string }>('seal', { ids }).then((reply) => {
      button.disabled = reply.ok;
      element('[data-sealed]').textContent = reply.ok ? reply.value.words : reply.fault;
    });
  });
}
