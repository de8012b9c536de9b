import { readSearch, writeSearch, type Search } from '../query/address.ts';
import { PAGE, type Reply } from '../query/messages.ts';
import { createCompanyField } from './companies.ts';
import { showFeed } from './feed.ts';
import { choicesOf, fieldName, fillForm, isEmpty, searchOfForm, showCounts } from './form.ts';
import { walkResults } from './keys.ts';
import { element } from './page-elements.ts';
import { createPageView } from './page-view.ts';
import { createSuggestions } from './suggestions.ts';
import { saveTable } from './save-table.ts';
import { createClient } from './worker-client.ts';

/** How long after a key the search begins, in milliseconds: shorter than the pause before a next word. */
const PAUSE = 120;
/** How soon what failed is tried again, and at most how long between two trials. */
const [RETRY, LONGEST_RETRY] = [2_000, 60_000];

/** Makes the search page work: the form, the address and the results always say the same. */
export function startSearchPage(): void {
  const form = element('search', HTMLFormElement);
  const box = element('search-q', HTMLInputElement);
  const base = new URL(form.dataset['index'] ?? '', location.href).href;
  const title = document.title;
  const nameOf = (field: string, value: string) => fieldName(form, field, value);
  const view = createPageView(nameOf, form.dataset['lists'] ?? '/', (next) => {
    change(next, false);
    box.focus();
  });

  let search = readSearch(location.search);
  let typing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let pause = RETRY;
  /** What is asked again by itself. */
  let isQuiet = false;
  const count = () => Math.max(PAGE, search.shown ?? 0);

  /** Asks again after a while, and longer each time. What stands there stays, so that nothing is said twice. */
  const tryAgain = () => {
    clearTimeout(retry);
    retry = setTimeout(ask, pause, true);
    pause = Math.min(2 * pause, LONGEST_RETRY);
  };
  const receive = (reply: Reply) => {
    if (reply.kind === 'results') {
      if (reply.waiting !== '' && isQuiet) return;
      view.showResults(reply, search);
      showFeed(form, search, reply.hasList);
      const lacks = reply.failed !== '' || reply.lost > 0 || reply.lacksWords || reply.lacksNames;
      if (reply.waiting === '' && lacks) tryAgain();
      else if (reply.waiting === '') pause = RETRY;
    } else if (reply.kind === 'failure') {
      view.showFailure(reply.cause);
      if (reply.cause === 'no-index') tryAgain();
    } else if (reply.kind === 'instead') view.showInstead(reply.instead);
    else if (reply.kind === 'counts') {
      showCounts(form, reply.counts);
      companies?.showCounts(reply.counts);
    }
  };
  const client = createClient(base, receive);

  function ask(quietly = false): void {
    clearTimeout(retry);
    isQuiet = quietly;
    if (isEmpty(search) && count() === PAGE) {
      client.cancel();
      view.showNewest();
      receive({ kind: 'counts', counts: undefined });
      return;
    }
    if (!quietly) view.showBusy();
    client.ask(search, count());
  }

  const show = () => {
    fillForm(form, search);
    document.title = search.q === '' ? title : `${search.q} – ${title}`;
    view.showChoices(choicesOf(search, nameOf));
    showFeed(form, search, false);
    ask();
  };

  /** Takes a new search. While somebody types, one entry of the browser's history grows; all else makes a new one. */
  function change(next: Search, byTyping: boolean): void {
    if (writeSearch(next) === writeSearch(search)) {
      typing &&= byTyping;
      return;
    }
    search = next;
    const address = writeSearch(search) || location.pathname;
    if (byTyping && typing) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    typing = byTyping;
    show();
  }
  const takeForm = (byTyping: boolean, company = search.company ?? '') => {
    clearTimeout(timer);
    change(searchOfForm(form, company), byTyping);
  };

  const suggestions = createSuggestions(box, (q) => {
    box.value = q;
    takeForm(false);
  });
  const companies = createCompanyField(form, base, (code) => takeForm(false, code));
  box.addEventListener('focus', () => client.prepare());
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      takeForm(true);
      const typed = box.value;
      client.askBeside({ kind: 'suggest', typed }, (reply) => {
        if (reply.kind === 'suggestions' && box.value === typed) suggestions.show(reply.suggestions);
      });
    }, PAUSE);
  });
  // Fields stand beside the results, and belong to the form.
  document.addEventListener('change', ({ target }) => {
    if (target === box) typing = false;
    else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) takeForm(false);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    takeForm(false);
    suggestions.hide();
  });
  element('search-more', HTMLButtonElement).addEventListener('click', () => {
    search = { ...search, shown: count() + PAGE };
    history.replaceState(null, '', writeSearch(search));
    ask();
  });
  element('search-table', HTMLButtonElement).addEventListener('click', () =>
    client.askBeside({ kind: 'all', search }, (reply) => {
      if (reply.kind === 'all') saveTable(reply.rows, nameOf);
    }),
  );
  addEventListener('popstate', () => {
    clearTimeout(timer);
    search = readSearch(location.search);
    typing = false;
    show();
  });
  addEventListener('online', () => {
    pause = RETRY;
    ask();
  });
  walkResults(box, view.links);
  openBeside(choicesOf(search, nameOf).length > 0);
  client.load();
  show();
}

/** Where there is room the filters stand beside the results, open; else they are where something is chosen. */
function openBeside(isChosen: boolean): void {
  const filters = element('search-narrow', HTMLDetailsElement);
  const wide = matchMedia('(min-width: 60rem)');
  const set = () => (filters.open = wide.matches || isChosen);
  wide.addEventListener('change', set);
  set();
}
