import { element } from './ask.ts';

/**
 * Gives each choice of files at a page's field to `take` once; one made before this script was there too. What is dropped
 * anywhere on the page is chosen as well: the browser would show it in the place of the page.
 */
export function takeFiles(selector: string, take: (files: readonly File[]) => void): void {
  const input = element<HTMLInputElement>(selector);
  const chosen = (): void => {
    const files = [...(input.files ?? [])];
    // Who comes back to the page has not chosen them again.
    input.value = '';
    if (files.length > 0) take(files);
  };
  input.addEventListener('change', chosen);
  window.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0 && !input.closest('[inert]')) take(files);
  });
  chosen();
}

/** A text that is drawn from one field to another stays the browser's own. */
function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
