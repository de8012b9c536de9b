import { workAttaching } from './attach.ts';
import { ask, base, element, keyPath, type Reply } from './ask.ts';
import { askAboutFile, askNothing, askWhich } from './ask-which.ts';
import { unfinishedTime, workClock } from './clock.ts';
import { workDocuments } from './documents.ts';
import { readForm } from './form-values.ts';
import { createKeeper, type Kept } from './keeper.ts';
import { askBeforeLeaving } from './leaving.ts';
import { workLists } from './lists.ts';
import { showProblems, type ShownProblem } from './problems.ts';
import { workPublishing } from './publish.ts';
import { showRendered } from './trusted.ts';

/** What the page begins with. */
interface State {
  key: string;
  version: number;
  base?: string | undefined;
  isOverwritten: boolean;
  /** Digest of its file as it is now. */
  readonly disk?: string;
  readonly isDraft: boolean;
  /** Why a sealed release is changed. */
  readonly because?: string;
  problems: readonly ShownProblem[];
  review: readonly { readonly field: string }[];
}

/** What the desk says of what was typed. */
interface Looked {
  readonly version: number;
  readonly disk?: string;
  readonly isOverwritten: boolean;
  readonly problems: readonly ShownProblem[];
  readonly preview: string;
}

const state = JSON.parse(element('#state').textContent) as State; // the server's own page
const form = element<HTMLFormElement>('[data-form]');
const body = element<HTMLTextAreaElement>('[data-body]');
const status = element('[data-status]');
const discardButton = document.querySelector<HTMLElement>('[data-discard]');
const keeper = createKeeper(send);
const { flush, inTurn } = keeper;

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', ({ target }) => {
  // What is chosen is added by itself.
  if (target instanceof HTMLInputElement && target.type === 'file') return;
  confirmGuess((target as HTMLElement).closest<HTMLElement>('[data-top]')?.dataset['top']);
  typed();
});
form.addEventListener('click', ({ target }) => {
  const button = (target as HTMLElement).closest<HTMLElement>('[data-confirm]');
  const field = button?.dataset['confirm'];
  if (field === undefined) return;
  // The button goes away with its guess.
  button?.closest('[data-top]')?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  confirmGuess(field);
  typed();
});
workLists(form, typed);
for (const pair of document.querySelectorAll<HTMLElement>('[data-clock]')) workClock(pair);
// Of a time that is filled in by half a browser says nothing while somebody types.
form.addEventListener('focusout', showFound);
discardButton?.addEventListener('click', () => void discard());
document.querySelector('[data-save]')?.addEventListener('click', () => void save());
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
    event.preventDefault();
    void save();
  }
});
window.addEventListener('pagehide', () => {
  if (keeper.isTyped()) navigator.sendBeacon(`${base}type/${keyPath(state.key)}`, JSON.stringify(request(false)));
});
workDocuments(body);
workAttaching({ form, status, flush, inTurn, key: () => state.key });
showFound();
if (state.isOverwritten) askAboutDisk(state.disk);
workPublishing({ form, flush, inTurn, key: () => state.key, tell: (words) => (status.textContent = words) });
// Somebody may have typed before this script was there.
if ([...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].some(isChanged)) typed();

function isChanged(control: HTMLInputElement | HTMLTextAreaElement): boolean {
  if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))
    return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

function typed(): void {
  if (discardButton) discardButton.hidden = false;
  status.textContent = 'Typing…';
  keeper.typed();
}

/** Shows what is wrong in the form: what the desk has found, and what the browser alone sees. */
function showFound(): void {
  const { slots, unfinished } = readForm(form);
  showProblems([...unfinished, ...state.problems], slots, body);
}

/** What a guess said is right, because it was confirmed or written anew. */
function confirmGuess(field: string | undefined): void {
  if (field === undefined || !state.review.some((guess) => guess.field === field)) return;
  state.review = state.review.filter((guess) => guess.field !== field);
  for (const guess of form.querySelectorAll<HTMLElement>('[data-guess]'))
    if (guess.dataset['guess'] === field) guess.remove();
}

function request(force: boolean) {
  const { fields } = readForm(form);
  return {
    version: state.version,
    ...(state.base === undefined ? {} : { base: state.base }),
    force,
    body: body.value,
    fields: {
      ...fields,
      ...(state.review.length > 0 && { review: state.review }),
      ...(state.isDraft && { draft: 'true' }),
    },
  };
}

/** Has what stands in the form kept, and shows what the desk says of it. */
async function send(force: boolean): Promise<Kept> {
  const reply = await ask<Looked>(`type/${keyPath(state.key)}`, request(force));
  if (!reply.ok) return notKept(reply);
  askBeforeLeaving(false);
  const { version, disk, isOverwritten, problems, preview } = reply.value;
  state.version = version;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = errors === 0 ? '' : ` ${errors} ${errors === 1 ? 'problem' : 'problems'} to put right.`;
  status.textContent = `Not saved yet; kept on this machine.${found}`;
  element('[data-headline]').textContent =
    form.querySelector<HTMLInputElement>('[data-name="title"]')?.value || 'New release';
  state.problems = problems;
  showFound();
  showRendered(element('[data-preview]'), preview);
  askNothing();
  if (isOverwritten) askAboutDisk(disk);
  return 'kept';
}

function notKept(reply: Extract<Reply<unknown>, { ok: false }>): Kept {
  askBeforeLeaving(true);
  status.textContent = `Not kept. ${reply.fault}`;
  if (reply.status === 409) {
    askWhich(`${reply.fault} If you look at what it has, what stands here goes to the bin.`, [
      ['Show what the other window has', () => void giveUp('set-aside')],
      ['Keep what stands here', () => void flush(true)],
    ]);
    return 'refused';
  }
  askWhich(reply.fault, [['Try again', () => void flush(true)]]);
  return 'failed';
}

function askAboutDisk(disk: string | undefined): void {
  askAboutFile(disk === undefined, {
    giveUp: () => void discard(),
    keep() {
      void inTurn(() => ask<Looked>(`type/${keyPath(state.key)}`, request(true))).then((reply) => {
        state.base = reply.ok ? reply.value.disk : disk;
        void flush(true);
      });
    },
  });
}

/** Gives up what is kept of this release, and what was typed since. */
async function discard(): Promise<void> {
  if (await flush()) await giveUp('discard');
}

/** Puts into the bin what is kept, or what stands here, and shows the release as it is then. */
async function giveUp(way: 'discard' | 'set-aside'): Promise<void> {
  const reply = await inTurn(() => ask(`${way}/${keyPath(state.key)}`, request(false)));
  if (!reply.ok) return void (status.textContent = reply.fault);
  keeper.forget();
  askBeforeLeaving(false);
  location.reload();
}

async function save(): Promise<void> {
  const { because } = state;
  const unfinished = unfinishedTime(form);
  if (unfinished !== undefined) return void (status.textContent = `Not saved yet: ${unfinished}`);
  if (await flush()) await inTurn(() => (because === undefined ? saveFile() : amend(because)));
}

async function amend(reason: string): Promise<void> {
  const declared = await ask<{ id: string }>(`declare/${keyPath(state.key)}`, { what: 'amend', reason });
  if (declared.ok) location.assign(`${base}published/${keyPath(declared.value.id)}`);
  else status.textContent = declared.fault;
}

async function saveFile(): Promise<void> {
  const reply = await ask<{ key: string; digest: string }>(`save/${keyPath(state.key)}`);
  status.textContent = reply.ok ? 'Saved.' : reply.fault;
  if (!reply.ok) return;
  const { key, digest } = reply.value;
  // A new release has its name now; what is typed goes on there.
  if (key !== state.key) history.replaceState(null, '', `${base}review/${keyPath(key)}`);
  Object.assign(state, { key, version: 0, base: digest });
  if (discardButton) discardButton.hidden = !keeper.isTyped();
  if (keeper.isTyped()) status.textContent = 'Typing…';
}
