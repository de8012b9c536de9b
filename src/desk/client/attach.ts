import { ask, base, keyPath } from './ask.ts';
import { askedBeforeLeaving } from './leaving.ts';
import { takeFiles } from './take-files.ts';

/** Where what could not be added is told on the page that shows the rest. */
const NOT_ADDED = 'desk-not-added';

interface Page {
  readonly status: HTMLElement;
  readonly form: HTMLFormElement;
  /** Runs one request about the release after the other. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  /** Keeps what is typed; false where that did not work. */
  readonly flush: () => Promise<boolean>;
  /** The release's key as it is now. */
  readonly key: () => string;
}

/** Lets a person choose documents that are put beside the release, and tells which of those chosen before were not. */
export function workAttaching(page: Page): void {
  const { status } = page;
  status.textContent = sessionStorage.getItem(NOT_ADDED) ?? status.textContent;
  sessionStorage.removeItem(NOT_ADDED);
  takeFiles('[data-attach]', (files) => void attach(files, page));
}

/** Puts documents beside the release, and shows them. Nothing is typed meanwhile: what stands in the form does not name them yet. */
async function attach(files: readonly File[], page: Page): Promise<void> {
  const { status, form } = page;
  form.inert = true;
  if (await page.flush()) {
    const { key, faults } = await page.inTurn(() => askedBeforeLeaving(() => attachEach(files, page)));
    status.textContent = faults.join(' ');
    if (faults.length < files.length) {
      if (faults.length > 0) sessionStorage.setItem(NOT_ADDED, faults.join(' '));
      location.assign(`${base}review/${keyPath(key)}${location.search}`);
      return;
    }
  }
  form.inert = false;
}

/** One after the other; says under which key the release is then, and what could not be added. */
async function attachEach(
  files: readonly File[],
  page: Page,
): Promise<{ readonly key: string; readonly faults: readonly string[] }> {
  const { status } = page;
  let key = page.key();
  const faults: string[] = [];
  for (const file of files) {
    status.textContent = `${file.name}: adding…`;
    const reply = await ask<{ key: string }>(`attach/${keyPath(key)}?name=${encodeURIComponent(file.name)}`, file);
    if (reply.ok) key = reply.value.key;
    else faults.push(`Not added. ${reply.fault}`);
  }
  return { key, faults };
}
