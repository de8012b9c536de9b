import { readSearch, writeSearch, type Search } from './address.ts';
import { createClient } from './client.ts';
import { createCompanyField } from './companies.ts';
import { choicesOf, fieldName, fillForm, isEmpty, searchOfForm, showCounts } from './form.ts';
import { walkResults } from './keys.ts';
import type { Reply } from './messages.ts';
import { element } from './page-elements.ts';
import { createPageView } from './page-view.ts';

/** How many results are shown at first, and how many more each time. */
const PAGE = 10;
/** How long after a key the search begins, in milliseconds: shorter than the pause before a next word. */
const PAUSE = 120;

/** Makes the search page work: the form, the address and the results always say the same. */
export function startSearchPage(): void {
  const form = element('search', HTMLFormElement);
  const box = element('search-q', HTMLInputElement);
  const more = element('search-more', HTMLButtonElement);
  const base = new URL(form.dataset['index'] ?? '', location.href).href;
  const title = document.title;
  const nameOf = (field: string, value: string) => fieldName(form, field, value);
  const view = createPageView(nameOf, form.dataset['lists'] ?? '/');

  let search = readSearch(location.search);
  let count = PAGE;
  let typing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const receive = (reply: Reply) => {
    if (reply.kind === 'results') view.showResults(reply, search);
    else if (reply.kind === 'failure') view.showFailure(reply.cause);
    else {
      showCounts(form, reply.counts);
      companies?.showCounts(reply.counts);
    }
  };
  const client = createClient(base, receive);

  const ask = () => {
    if (isEmpty(search) && count === PAGE) {
      client.cancel();
      view.showNewest();
      receive({ kind: 'counts', counts: undefined });
      return;
    }
    view.showBusy();
    client.ask(search, count);
  };

  const show = () => {
    fillForm(form, search);
    document.title = search.q === '' ? title : `${search.q} – ${title}`;
    view.showChoices(choicesOf(search, nameOf), (without) => {
      change(without, false);
      box.focus();
    });
    ask();
  };

  /** Takes a new search. While somebody types, one entry of the browser's history grows; all else makes a new one. */
  const change = (next: Search, byTyping: boolean) => {
    if (writeSearch(next) === writeSearch(search)) {
      typing &&= byTyping;
      return;
    }
    search = next;
    count = PAGE;
    const address = writeSearch(search) || location.pathname;
    if (byTyping && typing) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    typing = byTyping;
    show();
  };
  const takeForm = (byTyping: boolean, company = search.company ?? '') => {
    clearTimeout(timer);
    change(searchOfForm(form, company), byTyping);
  };

  const companies = createCompanyField(form, base, (code) => takeForm(false, code));
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => takeForm(true), PAUSE);
  });
  form.addEventListener('change', (event) => {
    if (event.target === box) typing = false;
    else takeForm(false);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    takeForm(false);
  });
  more.addEventListener('click', () => {
    count += PAGE;
    ask();
  });
  addEventListener('popstate', () => {
    clearTimeout(timer);
    search = readSearch(location.search);
    count = PAGE;
    typing = false;
    show();
  });
  walkResults(box, view.links);
  if (choicesOf(search, nameOf).length > 0) form.querySelector('details')?.setAttribute('open', '');
  show();
}
