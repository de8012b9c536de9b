import { hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The paths of all files below a folder, with `/`, sorted. */
export function pathsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** Every file below a folder with a digest of its bytes, by path, in the order of paths. */
export function digestsOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(pathsBelow(folder).map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]));
}
