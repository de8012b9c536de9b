import { ask, base, element, keyPath, make } from './ask.ts';
import { askedBeforeLeaving, isSending } from './leaving.ts';
import { workSealing } from './seal.ts';
import { takeFiles } from './take-files.ts';
import { readPage } from './trusted.ts';

type Added = { readonly id: string; readonly isNew: boolean; readonly title: string } | { readonly fault: string };

const list = element('[data-added]');
const drop = element('[data-drop]');

takeFiles('#files', (files) => void addAll(files));
drop.addEventListener('dragover', () => drop.classList.add('over'));
for (const name of ['dragleave', 'drop'] as const) drop.addEventListener(name, () => drop.classList.remove('over'));

const binning = new Set<string>();
document.addEventListener('click', ({ target }) => {
  const button = (target as HTMLElement).closest<HTMLElement>('[data-bin], [data-discard]');
  const { bin, discard } = button?.dataset ?? {};
  const key = bin ?? discard;
  if (key === undefined || binning.has(key)) return;
  binning.add(key);
  void ask(`${bin === undefined ? 'discard' : 'bin'}/${keyPath(key)}`).then((reply) => {
    if (reply.ok) location.reload();
    else {
      binning.delete(key);
      const fault = make('p', reply.fault, 'problem');
      fault.role = 'alert';
      button?.after(fault);
    }
  });
});

workSealing();

/** Adds documents. A single new draft is opened at once, unless others are still being added. */
async function addAll(files: readonly File[]): Promise<void> {
  const draft = await askedBeforeLeaving(() => addEach(files));
  if (files.length === 1 && draft !== undefined && !isSending()) location.assign(draft);
  else await showDrafts();
}

/** One after the other, each with a line that says how far it is; the address of the last new draft. */
async function addEach(files: readonly File[]): Promise<string | undefined> {
  const lines = files.map((file) => {
    const line = make('li', `${file.name}: waiting`);
    list.append(line);
    return line;
  });
  let draft: string | undefined;
  for (const [index, file] of files.entries()) {
    const line = lines[index] ?? make('li');
    line.textContent = `${file.name}: reading…`;
    const made = await add(file);
    line.textContent = `${file.name}: `;
    if ('fault' in made) {
      line.className = 'problem';
      line.append(`Not added. ${made.fault}`);
      continue;
    }
    const link = make('a', made.isNew ? `Review “${made.title}”` : 'Already in the archive; open it');
    link.href = `${base}review/${keyPath(made.id)}`;
    if (made.isNew) draft = link.href;
    line.append(link);
    if (index < files.length - 1) await showDrafts();
  }
  return draft;
}

/** Shows what waits to be reviewed as it is by now. */
async function showDrafts(): Promise<void> {
  const page = await fetch(base).then(
    (response) => response.text(),
    () => '',
  );
  const now = readPage(page).querySelector('[data-drafts]');
  if (now) element('[data-drafts]').replaceWith(document.importNode(now, true));
}

async function add(file: File): Promise<Added> {
  const reply = await ask<Added>(`add?name=${encodeURIComponent(file.name)}`, file);
  return reply.ok ? reply.value : { fault: reply.fault };
}
