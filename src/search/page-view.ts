import type { Search } from './address.ts';
import type { Choice } from './form.ts';
import type { FailureCause, Results } from './messages.ts';
import { element, make } from './page-elements.ts';
import { showResults } from './results.ts';
import { failureOf, statusOf, troubleOf } from './status.ts';

/** What the search page shows below its form. `lists` is the address of the releases by year, for when search fails. */
export function createPageView(nameOf: (field: string, value: string) => string, lists: string) {
  const status = element('search-status', HTMLElement);
  const trouble = element('search-trouble', HTMLElement);
  const found = element('search-found', HTMLElement);
  const newest = element('search-newest', HTMLElement);
  const results = element('search-results', HTMLOListElement);
  const chosen = element('search-chosen', HTMLElement);
  const more = element('search-more', HTMLButtonElement);
  const busy = (is: boolean) => results.setAttribute('aria-busy', String(is));

  return {
    showNewest(): void {
      newest.hidden = false;
      found.hidden = true;
      more.hidden = false;
      trouble.hidden = true;
      say(status, '');
    },
    showBusy: () => busy(true),
    showResults(reply: Results, search: Search): void {
      newest.hidden = true;
      found.hidden = false;
      showResults(results, reply.results, nameOf);
      busy(reply.waiting.length > 0);
      more.hidden = reply.results.length + reply.lost >= reply.total;
      say(status, statusOf(reply, search));
      const lacking = troubleOf(reply);
      trouble.hidden = lacking === '';
      say(trouble, lacking);
    },
    showFailure(cause: FailureCause): void {
      busy(false);
      trouble.hidden = false;
      const link = make('a', '', 'Every release is in the lists by year.');
      link.href = lists;
      trouble.replaceChildren(failureOf(cause), ' ', link);
    },
    /** What the search is narrowed to, each with a button that calls `remove` with the search without it. */
    showChoices(choices: readonly Choice[], remove: (without: Search) => void): void {
      chosen.hidden = choices.length === 0;
      const items = choices.map(({ name, without }) => {
        const button = make('button', '', name);
        button.type = 'button';
        button.setAttribute('aria-label', `Remove ${name}`);
        button.addEventListener('click', () => remove(without));
        return make('li', '', button);
      });
      chosen.replaceChildren(...items);
    },
    /** The headlines of the results that stand there, in their order. */
    links: (): readonly HTMLElement[] => [...results.querySelectorAll<HTMLElement>('a.headline')],
  };
}

/** Says something once: a screen reader would read the same text again. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.replaceChildren(text);
}
