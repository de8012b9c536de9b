import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileMark } from './file-mark.ts';

/** A file of a clone as git knows it: its path, and the id of its content. */
export interface TrackedFile {
  readonly path: string;
  readonly blob: string;
}

/**
 * Tells whether a file is the program's as it was in any of its commits; `undefined` where the program has no list of them, as in its
 * own repository. `packaging/program-files.ts` writes the list.
 */
export function readProgramFiles(): ((file: TrackedFile) => boolean) | undefined {
  let list: string;
  try {
    list = readFileSync(path.join(import.meta.dirname, 'program-files.txt'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // node:fs throws these
    throw error;
  }
  const marks = new Set(list.split('\n'));
  return (file) => marks.has(fileMark(file));
}
