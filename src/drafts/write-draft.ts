import { link, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../files/is-running.ts';
import { makeFolder } from '../files/make-folder.ts';
import { formatRelease, type Writable } from '../release/format.ts';
import { ending } from '../release/file-name.ts';
import type { Attachment } from '../release/schema.ts';
import { isAttachable } from '../importers/file-kinds.ts';
import type { FileBeside } from '../importers/model/extract.ts';
import { fileNameBeside, withFiles } from '../importers/name-files.ts';

/**
 * Where a draft goes: `id`, or `id-2` and so on where another release or file has that name. `there` is true when the
 * very same release is there already: the one with this document beside it, or else with this very text.
 */
export async function placeFor(
  root: string,
  wanted: string,
  { original, textFor }: { original?: Original | undefined; textFor: (id: string) => string },
): Promise<{ id: string; there: boolean }> {
  const folder = dirname(wanted);
  const names = (await readdir(join(root, folder)).catch(() => [])).map((name) => name.toLowerCase());
  const releases = new Set(names.filter((name) => name.endsWith('.md')));
  const suffix = original === undefined ? undefined : ending(original.name);
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    const isSame = original && (await holds(join(root, `${id}.${suffix}`), original.bytes));
    if (releases.has(`${basename(id)}.md`.toLowerCase())) {
      if (isSame ?? (await holds(join(root, `${id}.md`), Buffer.from(textFor(id))))) return { id, there: true };
      // The original of an import that was ended before it wrote the release is no other file.
    } else if (suffix === undefined || isSame || !names.includes(`${basename(id)}.${suffix}`.toLowerCase()))
      return { id, there: false };
  }
}

/** True when a file holds these bytes. */
async function holds(file: string, bytes: Uint8Array): Promise<boolean> {
  const size = (await stat(file).catch(() => undefined))?.size;
  return size === bytes.length && Buffer.compare(await readFile(file), bytes) === 0;
}

/** True when a release with this id has its file. */
export async function exists(folder: string, id: string): Promise<boolean> {
  return (await stat(join(folder, `${id}.md`)).catch(() => undefined)) !== undefined;
}

/** The file that a release is imported from, as it was read. */
interface Original {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What goes beside a draft. */
export interface Beside {
  /** The document that it was made of. */
  readonly original?: Original | undefined;
  readonly pages?: number | undefined;
  /** Pictures and attached files of the document. */
  readonly files?: readonly FileBeside[];
  /** The bytes of those of them that are there. */
  readonly contents?: ReadonlyMap<FileBeside, Uint8Array>;
  /** The report on it. */
  readonly report?: string | undefined;
}

/** A draft as it is written under an id, with the names of what lies beside it. */
export function wholeDraft(id: string, draft: Writable, beside: Beside): Writable {
  const original = originalName(id, beside.original);
  const attached = original === undefined ? draft : { ...draft, attachments: [attachmentOf(original, beside.pages)] };
  return withFiles(attached, id, beside.files ?? [], new Set(beside.contents?.keys()));
}

/**
 * Writes a draft with its original beside it, which is named like the release. Nothing is ever overwritten: a file that is in
 * the way makes this throw; false where somebody else has written the very same draft meanwhile. The release goes last, so that
 * none lacks what it names.
 */
export async function writeDraft(root: string, id: string, draft: Writable, beside: Beside): Promise<boolean> {
  const folder = dirname(join(root, id));
  makeFolder(folder);
  await removeParts(folder);
  const { original, report, contents = new Map<FileBeside, Uint8Array>() } = beside;
  const name = originalName(id, original);
  const wanted: (readonly [string, Uint8Array])[] = [
    ...(original !== undefined && name !== undefined ? [[join(root, name), original.bytes] as const] : []),
    ...[...contents].map(([file, bytes]) => [join(folder, fileNameBeside(id, file)), bytes] as const),
  ];
  const written: string[] = [];
  try {
    for (const [file, bytes] of wanted) if (await create(file, bytes)) written.push(file);
    if (report !== undefined) {
      // An older report of the same name is replaced.
      const file = join(root, reportFile(id));
      await writeFile(file, report);
      written.push(file);
    }
    return await create(join(root, `${id}.md`), Buffer.from(formatRelease(wholeDraft(id, draft, beside))));
  } catch (error) {
    for (const file of written) await rm(file, { force: true });
    throw error;
  }
}

function originalName(id: string, original: Original | undefined): string | undefined {
  return original !== undefined && isAttachable(original.name) ? `${id}.${ending(original.name)}` : undefined;
}

/**
 * Writes a new file whole or not at all, even when the command is killed. Gives false where a file with this very
 * content is there; throws where another one is.
 */
async function create(file: string, bytes: Uint8Array): Promise<boolean> {
  const part = partOf(file);
  try {
    await writeFile(part, bytes);
    await link(part, file);
    return true;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'EEXIST') {
      if (await holds(file, bytes)) return false;
      throw error;
    }
    // A disk of another system may have no second names for files.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error;
    await writeFile(file, bytes, { flag: 'wx' });
    return true;
  } finally {
    await rm(part, { force: true });
  }
}

/** A name of its own for each writing, since two windows or programs may write the same file at once. */
function partOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${process.pid}-${++parts}.part`);
}

let parts = 0;

/** Removes what killed imports have left half written in a folder. Looked for once: what is killed meanwhile, the next command finds. */
export function removeParts(folder: string): Promise<void> {
  const known = cleared.get(folder) ?? clear(folder);
  cleared.set(folder, known);
  return known;
}

const cleared = new Map<string, Promise<void>>();

async function clear(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = /^\..+\.(\d+)-\d+\.part$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** Where the report on a draft lies, below the releases folder; its name begins with `_`, so that it is taken for no release. */
export function reportFile(id: string): string {
  const at = id.lastIndexOf('/') + 1;
  return `${id.slice(0, at)}_${id.slice(at)}.import.txt`;
}

/** What the original of a release is called; the page shows its kind, pages and size behind it. */
export const AS_LODGED = 'Announcement as lodged';

function attachmentOf(original: string, pages: number | undefined): Attachment {
  const file = original.slice(original.lastIndexOf('/') + 1);
  return { file, title: AS_LODGED, ...(pages === undefined ? {} : { pages }) };
}
