import { hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { compareText } from '../../src/text/compare-text.ts';

/** What a folder holds, those below it included. */
export interface FolderSize {
  readonly files: number;
  readonly bytes: number;
}

export async function sizeOf(folder: string): Promise<FolderSize> {
  const files = await filesIn(folder);
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** SHA-256 of every file below a folder, by its path with `/`, in the order of code units. */
export async function digestsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const file of await filesIn(folder)) digests.set(file, hash('sha256', await readFile(join(folder, file))));
  return digests;
}

/** The files that are not equal in both folders, or are in one alone, in the order of code units. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name)).toSorted(compareText);
}

/** All files below a folder, by their paths with `/`, in the order of code units. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.replaceAll(sep, '/'))
    .toSorted(compareText);
}
