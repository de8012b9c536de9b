import { ask, element } from './ask.ts';

/** Lets the releases be sealed that the page lists, where it lists any. */
export function workSealing(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-seal]');
  button?.addEventListener('click', () => {
    const ids = [...document.querySelectorAll<HTMLElement>('[data-unsealed]')].map(
      (line) => line.dataset['unsealed'] ?? '',
    );
    button.disabled = true;
    void ask('seal', { ids }).then((reply) => {
      // What the page says of warnings and of being a draft again is not true any more.
      if (reply.ok) return location.reload();
      button.disabled = false;
      element('[data-sealed]').textContent = reply.fault;
    });
  });
}
