import type { Search } from '../query/address.ts';
import type { FailureCause, Instead, Results } from '../query/messages.ts';
import { withoutPart } from '../query/without-part.ts';
import type { Choice } from './form.ts';
import { element, make } from './page-elements.ts';
import { showResults } from './results.ts';
import { failureOf, list, nothingMatches, quoted, searchingOf, statusOf, troubleOf } from './status.ts';

/** What the search page shows below its form. `lists` is the address of the releases by year, for when search fails; `change` takes another search. */
export function createPageView(
  nameOf: (field: string, value: string) => string,
  lists: string,
  change: (search: Search) => void,
) {
  const status = element('search-status', HTMLElement);
  const trouble = element('search-trouble', HTMLElement);
  const meant = element('search-meant', HTMLElement);
  const instead = element('search-instead', HTMLElement);
  const found = element('search-found', HTMLElement);
  const newest = element('search-newest', HTMLElement);
  const results = element('search-results', HTMLOListElement);
  const understood = element('search-understood', HTMLElement);
  const chosen = element('search-chosen', HTMLElement);
  const more = element('search-more', HTMLButtonElement);
  const table = element('search-table', HTMLButtonElement);
  const busy = (is: boolean) => results.setAttribute('aria-busy', String(is));

  return {
    showNewest(): void {
      newest.hidden = false;
      for (const part of [found, trouble, meant, instead, understood, table]) part.hidden = true;
      more.hidden = false;
      busy(false);
      say(status, '');
    },
    /** What is found for the search before stays, dimmed, until something is found for this one. */
    showBusy(): void {
      busy(true);
      newest.hidden = true;
      found.hidden = false;
      for (const part of [trouble, meant, instead]) part.hidden = true;
      showSearching('');
    },
    showResults(reply: Results, search: Search): void {
      showResults(results, reply.results, nameOf);
      const total = reply.full + reply.partly;
      more.hidden = reply.results.length + reply.lost >= total;
      table.hidden = total === 0;
      showUnderstood(reply, search);
      found.hidden = total === 0;
      // Until all have answered, nothing is said aloud: it would be said again with every shard.
      if (reply.waiting !== '') return showSearching(reply.waiting);
      busy(false);
      say(status, statusOf(reply, search));
      const lacking = troubleOf(reply);
      trouble.hidden = lacking === '';
      say(trouble, lacking);
      showMeant(reply, search);
    },
    /** Other searches that would find something, as buttons. */
    showInstead(others: readonly Instead[]): void {
      instead.hidden = others.length === 0;
      instead
        .querySelector('ul')
        ?.replaceChildren(...others.map(({ name, count, search }) => item(`${name}: ${count}`, () => change(search))));
    },
    showFailure(cause: FailureCause): void {
      busy(false);
      results.replaceChildren();
      for (const part of [meant, instead, more, table]) part.hidden = true;
      say(status, '');
      trouble.hidden = false;
      const link = make('a', '', 'You can also browse all releases by year.');
      link.href = lists;
      trouble.replaceChildren(failureOf(cause), ' ', link);
    },
    /** What the search is narrowed to, each with a button that takes it off. */
    showChoices(choices: readonly Choice[]): void {
      chosen.hidden = choices.length === 0;
      chosen.replaceChildren(...choices.map(({ name, without }) => removable(name, () => change(without))));
      const names = list(choices.map(({ name }) => name));
      element('search-narrowed', HTMLElement).textContent =
        names === '' ? 'Narrow the search' : `Narrow the search: ${names}`;
    },
    /** The headlines of the results that stand there, in their order. */
    links: (): readonly HTMLElement[] => [...results.querySelectorAll<HTMLElement>('a.headline')],
  };

  /** To be seen, not to be heard. */
  function showSearching(waiting: string): void {
    const text = make('span', '', searchingOf(waiting));
    text.setAttribute('aria-hidden', 'true');
    status.replaceChildren(text);
  }

  /** Each with a button that takes it out of the words. */
  function showUnderstood({ entities }: Results, search: Search): void {
    understood.hidden = entities.length === 0;
    understood.replaceChildren(
      ...entities.map(({ typed, meaning, count }) => {
        const same = typed.toLowerCase() === meaning.toLowerCase();
        const { shown, ...rest } = search;
        void shown;
        return removable(`${same ? meaning : `${typed}: ${meaning}`} (${count})`, () =>
          change({ ...rest, q: withoutPart(search.q, typed) }),
        );
      }),
    );
  }

  function showMeant({ corrected }: Results, search: Search): void {
    meant.hidden = corrected.length === 0;
    if (corrected.length === 0) return;
    const back = make('button', '', `Search instead for ${list(corrected.map(({ typed }) => quoted(typed)))}`);
    back.type = 'button';
    back.addEventListener('click', () => change({ ...search, exact: true }));
    const lacking = nothingMatches(
      corrected.map(({ typed }) => typed),
      search,
    );
    const used = list(corrected.map((one) => list(one.used.map(quoted), 'or')));
    meant.replaceChildren(`${lacking} Showing results for ${used}. `, back);
  }
}

function removable(name: string, remove: () => void): HTMLLIElement {
  const made = item(name, remove);
  made.classList.add('removable');
  made.firstElementChild?.setAttribute('aria-label', `Remove ${name}`);
  return made;
}

function item(name: string, act: () => void): HTMLLIElement {
  const button = make('button', '', name);
  button.type = 'button';
  button.addEventListener('click', act);
  return make('li', '', button);
}

/** Says something once: a screen reader would read the same text again. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text || place.childElementCount > 0) place.replaceChildren(text);
}
