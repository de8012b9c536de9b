import { constants, readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotAPlainFile, withPlainFile } from '../archive/read-file.ts';
import { compareText } from '../release/problem.ts';
import { formatRelease, type Writable } from '../release/format.ts';
import { ending } from '../release/file-name.ts';
import type { Attachment } from '../release/schema.ts';
import { isAttachable, isImportable } from '../importers/file-kinds.ts';
import { ImportRefusal } from '../importers/refusal.ts';

/** Files of some paths in their order, folders walked in the order of names; of folders only what can be imported. */
export async function filesOf(paths: readonly string[]): Promise<{ files: string[]; missing: string[] }> {
  const files: string[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found) missing.push(path);
    else if (found.isDirectory()) files.push(...(await walk(path)));
    else files.push(path);
  }
  return { files, missing };
}

async function walk(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => compareText(a.name, b.name));
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await walk(path)));
    else if (entry.isFile() && isImportable(entry.name)) files.push(path);
  }
  return files;
}

/** A file's bytes. One that is larger than `limit`, or that is no file but a device or a pipe, is not read. */
export async function readWithin(file: string, limit: number): Promise<Uint8Array> {
  // A pipe that nobody writes to would keep the command waiting.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw new ImportRefusal('It is a folder.');
    if (!found.isFile()) throw new ImportRefusal('It is a pipe or a device, not a file.');
    refuseLarger(found.size, limit);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The same of a file that a list names, by its path below the list's folder; no link on the way to it is followed. */
export function readBeside(folder: string, below: string, limit: number): Uint8Array {
  try {
    return withPlainFile(folder, below, (descriptor, { size }) => {
      refuseLarger(Number(size), limit);
      return readFileSync(descriptor);
    });
  } catch (error) {
    if (!(error instanceof NotAPlainFile)) throw error;
    throw new ImportRefusal(
      error.finding.rule === 'symbolic-link'
        ? 'It is a symbolic link or lies behind one, and may be a file of another folder; put the file itself beside the CSV.'
        : 'It is not a file.',
    );
  }
}

function refuseLarger(size: number, limit: number): void {
  if (size > limit) throw new ImportRefusal(`The file has ${megabytes(size)}; the limit is ${megabytes(limit)}.`);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}

/** Names that the releases folder holds in one year's folder, in lower case and without their endings. */
export async function namesIn(folder: string, year: string): Promise<Set<string>> {
  const names = await readdir(join(folder, year)).catch(() => []);
  return new Set(names.map((name) => name.toLowerCase().replace(/\.[^.]*$/, '')));
}

/** The id of the release beside which the very same file already lies, among `id`, `id-2` and so on. */
export async function alreadyThere(
  folder: string,
  id: string,
  source: string,
  bytes: Uint8Array,
): Promise<string | undefined> {
  const suffix = ending(source);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    const release = await stat(join(folder, `${candidate}.md`)).catch(() => undefined);
    if (!release) return undefined;
    const original = join(folder, `${candidate}.${suffix}`);
    const size = (await stat(original).catch(() => undefined))?.size;
    if (size === bytes.length && Buffer.compare(await readFile(original), bytes) === 0) return candidate;
  }
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

/**
 * Writes a draft with its original beside it, which is named like the release. Nothing is ever overwritten:
 * a file that is in the way makes this throw. The original goes first, so that no release lacks its attachment.
 */
export async function writeDraft(
  folder: string,
  id: string,
  draft: Writable,
  source?: Original,
  pages?: number,
): Promise<void> {
  const target = join(folder, `${id}.md`);
  await mkdir(dirname(target), { recursive: true });
  const original = source !== undefined && isAttachable(source.name) ? `${id}.${ending(source.name)}` : undefined;
  if (source !== undefined && original !== undefined)
    await writeFile(join(folder, original), source.bytes, { flag: 'wx' });
  const whole = original === undefined ? draft : { ...draft, attachments: [attachmentOf(original, pages)] };
  try {
    await writeFile(target, formatRelease(whole), { flag: 'wx' });
  } catch (error) {
    // What is half written goes; a file that was in the way stays.
    if ((error as { code?: unknown }).code !== 'EEXIST') await rm(target, { force: true });
    if (original !== undefined) await rm(join(folder, original), { force: true });
    throw error;
  }
}

function attachmentOf(original: string, pages: number | undefined): Attachment {
  const file = original.slice(original.lastIndexOf('/') + 1);
  return pages === undefined ? { file } : { file, pages };
}
