import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those around it, where they are not there. Errors of `node:fs` pass as the disk gave them: with
 * `recursive`, Node says of a disk that cannot be written that there is no such file.
 */
export function makeFolder(folder: string, make: (folder: string) => void = makeOne): void {
  if (existsSync(folder)) return;
  const around = path.dirname(folder);
  if (around !== folder) makeFolder(around, make);
  try {
    make(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // node:fs throws these
  }
}

function makeOne(folder: string): void {
  mkdirSync(folder);
}
