import type { Suggestion } from '../query/suggest.ts';
import { element, make } from './page-elements.ts';

/**
 * What may be meant by what is typed, below the search box: a listbox of the ARIA combobox pattern
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). It stands in a line of its own, for the results are there while somebody
 * types and nothing may cover them. `choose` is called with what the box then holds.
 */
export function createSuggestions(box: HTMLInputElement, choose: (q: string) => void) {
  const list = element('search-suggestions', HTMLUListElement);
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  let active = -1;
  const options = () => [...list.children];
  const mark = (at: number) => {
    active = at;
    for (const [place, option] of options().entries()) option.setAttribute('aria-selected', String(place === at));
    const chosen = options()[at];
    if (chosen) {
      box.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else box.removeAttribute('aria-activedescendant');
  };
  const hide = () => {
    list.replaceChildren();
    box.setAttribute('aria-expanded', 'false');
    mark(-1);
  };
  const take = (option: Element | undefined) => {
    const q = option?.getAttribute('data-q');
    if (q === null || q === undefined) return;
    hide();
    choose(q);
    box.focus();
  };
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || list.childElementCount === 0) return;
    const last = list.childElementCount - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark(active + step < -1 ? last : active + step > last ? -1 : active + step);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      hide();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(options()[active]);
    } else if (event.key === 'Enter') hide();
  });
  box.addEventListener('blur', hide);
  // The box keeps the focus.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => take((event.target as Element).closest('li') ?? undefined)); // a click is on an element
  return {
    show(suggestions: readonly Suggestion[]): void {
      if (document.activeElement !== box || suggestions.length === 0) return hide();
      list.replaceChildren(
        ...suggestions.map(({ q, about }, at) => {
          const option = make('li', '', q, ...(about === '' ? [] : [make('span', '', ` ${about}`)]));
          option.id = `search-suggestion-${at}`;
          option.setAttribute('role', 'option');
          option.setAttribute('data-q', q);
          return option;
        }),
      );
      box.setAttribute('aria-expanded', 'true');
      mark(-1);
    },
    hide,
  };
}
