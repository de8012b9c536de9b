import { element } from './ask.ts';

let count = 0;

/** Lets entries of lists be added and removed; `changed` is told of both. */
export function workLists(form: HTMLElement, changed: () => void): void {
  form.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('button');
    if (button?.dataset['add'] !== undefined) add(button);
    else if (button?.dataset['remove'] !== undefined) remove(button, changed);
  });
}

function add(button: HTMLElement): void {
  const { content } = button.previousElementSibling as HTMLTemplateElement; // the form writes one before each button
  const row = content.cloneNode(true) as DocumentFragment; // a copy of a fragment
  count += 1;
  for (const one of row.querySelectorAll('[id], [for], [aria-describedby]'))
    for (const name of ['id', 'for', 'aria-describedby']) {
      const value = one.getAttribute(name);
      if (value !== null) one.setAttribute(name, value.replaceAll('@', `n${count}`));
    }
  const first = row.querySelector<HTMLElement>('input, textarea, select');
  element('[data-rows]', button.closest('fieldset') ?? document).append(row);
  first?.focus();
}

function remove(button: HTMLElement, changed: () => void): void {
  const list = button.closest('fieldset');
  const row = button.closest('[data-row]');
  row?.remove();
  list?.querySelector<HTMLElement>('input, textarea, select, [data-add]')?.focus();
  changed();
}
