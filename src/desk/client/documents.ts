import { showPdf } from './pdf-pages.ts';
import { selectWords } from './problems.ts';

/** Draws the documents beside the form, and lets buttons lead to their pages and to words in the text. */
export function workDocuments(body: HTMLTextAreaElement): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-page]'))
    button.addEventListener('click', () => document.getElementById(`page-${button.dataset['page']}`)?.scrollIntoView());
  for (const button of document.querySelectorAll<HTMLElement>('[data-find]'))
    button.addEventListener('click', () => selectWords(body, button.dataset['find'] ?? ''));
  const [firstPdf] = document.querySelectorAll<HTMLElement>('[data-pdf]');
  for (const place of document.querySelectorAll<HTMLElement>('[data-pdf]')) {
    const around = place.closest('details');
    // What the notes name by its page is in the first one.
    const draw = () => void showPdf(place, place === firstPdf ? 'page-' : '');
    if (around) around.addEventListener('toggle', draw, { once: true });
    else draw();
  }
}
