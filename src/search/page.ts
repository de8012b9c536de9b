import { trustOwnScripts } from './trusted-types.ts';
import { readSearch, writeSearch, type Search } from './address.ts';
import { choicesOf, fillForm, isEmpty, searchOfForm, showCounts } from './form.ts';
import type { Reply, Request } from './messages.ts';
import { element } from './page-elements.ts';
import { walkResults } from './keys.ts';
import { showResults } from './results.ts';
import { statusOf, troubleOf } from './status.ts';

const PAGE = 10;
/** How long after a key the search begins: shorter than the pause before a next word. */
const PAUSE = 120;

/** Makes the search page work: the form, the address and the results always say the same. */
export function startSearchPage(): void {
  const form = element('search', HTMLFormElement);
  const box = element('search-q', HTMLInputElement);
  const status = element('search-status', HTMLElement);
  const trouble = element('search-trouble', HTMLElement);
  const found = element('search-found', HTMLElement);
  const newest = element('search-newest', HTMLElement);
  const results = element('search-results', HTMLOListElement);
  const chosen = element('search-chosen', HTMLElement);
  const more = element('search-more', HTMLButtonElement);
  const base = new URL(form.dataset['index'] ?? '', location.href).href;
  const nameOf = (field: string, value: string) => fieldName(form, field, value);

  let search = readSearch(location.search);
  let count = PAGE;
  let asked = 0;
  let typing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let worker: Worker | undefined;

  const ask = () => {
    asked += 1;
    if (isEmpty(search) && count === PAGE) return showNewest();
    if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined') return showFailure();
    results.setAttribute('aria-busy', 'true');
    worker ??= startWorker(receive, showFailure);
    worker.postMessage({ id: asked, base, search, count } satisfies Request);
  };

  const receive = (reply: Reply) => {
    if (reply.id !== asked) return;
    if (reply.kind === 'failure') return showFailure();
    if (reply.kind === 'counts') return showCounts(form, reply.counts);
    newest.hidden = true;
    found.hidden = false;
    showResults(results, reply.results, nameOf);
    results.setAttribute('aria-busy', String(reply.waiting.length > 0));
    more.hidden = reply.results.length + reply.lost >= reply.total;
    say(status, statusOf(reply, search));
    const failure = troubleOf(reply);
    trouble.hidden = failure === '';
    say(trouble, failure);
  };

  const showNewest = () => {
    newest.hidden = false;
    found.hidden = true;
    more.hidden = false;
    trouble.hidden = true;
    say(status, '');
    showCounts(form, undefined);
  };

  const showFailure = () => {
    trouble.hidden = false;
    say(trouble, typeof WebAssembly === 'undefined' ? NO_WASM : NO_INDEX);
    results.setAttribute('aria-busy', 'false');
    const link = document.createElement('a');
    link.href = form.dataset['lists'] ?? '/';
    link.textContent = 'Every release is in the lists by year.';
    trouble.append(' ', link);
  };

  const showSearch = () => {
    fillForm(form, search);
    document.title = search.q === '' ? title : `${search.q} – ${title}`;
    const choices = choicesOf(search, nameOf);
    chosen.hidden = choices.length === 0;
    chosen.replaceChildren(
      ...choices.map(({ name, without }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = name;
        button.setAttribute('aria-label', `Remove ${name}`);
        button.addEventListener('click', () => {
          change(without, false);
          box.focus();
        });
        const item = document.createElement('li');
        item.append(button);
        return item;
      }),
    );
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
    showSearch();
    ask();
  };

  const title = document.title;
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => change(searchOfForm(form), true), PAUSE);
  });
  form.addEventListener('change', (event) => {
    if (event.target === box) typing = false;
    else change(searchOfForm(form), false);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    change(searchOfForm(form), false);
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
    showSearch();
    ask();
  });
  if (form.elements.namedItem('company') !== null) offerCompanies(base);
  walkResults(box, () => [...results.querySelectorAll<HTMLElement>('a.headline')]);
  if (choicesOf(search, nameOf).length > 0) form.querySelector('details')?.setAttribute('open', '');
  showSearch();
  ask();
}

const NO_WASM = 'This browser cannot run the search: it has no WebAssembly.';
const NO_INDEX = 'The search index could not be loaded.';

function startWorker(receive: (reply: Reply) => void, fail: () => void): Worker {
  trustOwnScripts();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<Reply>) => receive(event.data));
  worker.addEventListener('error', fail);
  return worker;
}

/** Says something once: a screen reader would read the same text again. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.replaceChildren(text);
}

/** The form's name for a value of a field: of a type its own, of a mark its label's. */
function fieldName(form: HTMLFormElement, field: string, value: string): string {
  const found = form.elements.namedItem(field);
  if (found instanceof HTMLSelectElement)
    return [...found.options].find((option) => option.value === value)?.dataset['name'] ?? value;
  if (found instanceof HTMLInputElement)
    return found.labels?.[0]?.firstElementChild?.nextSibling?.textContent?.trim() ?? field;
  return value;
}

/** Fills the list of companies when somebody first turns to it. */
function offerCompanies(base: string): void {
  const list = element('search-companies', HTMLDataListElement);
  element('search-company', HTMLInputElement).addEventListener(
    'focus',
    () =>
      void fetch(`${base}companies.json`)
        .then(async (response) => (response.ok ? ((await response.json()) as [string, string][]) : []))
        .catch(() => [])
        .then((companies) =>
          list.replaceChildren(
            ...companies.map(([code, name]) => {
              const option = document.createElement('option');
              option.value = name === code ? code : `${code} – ${name}`;
              return option;
            }),
          ),
        ),
    { once: true },
  );
}
