import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plainFolder } from '../../files/write-whole.ts';

/** Writes a file that is not there yet; false where one is. Errors of `node:fs` pass. */
export function writeNewFile(root: string, below: string, content: string | Uint8Array): boolean {
  const folder = plainFolder(root, path.posix.dirname(below));
  const file = path.join(folder, path.posix.basename(below));
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false; // node:fs throws these
    // On a disk that is full a part of it would be left.
    rmSync(file, { force: true });
    throw error;
  }
}
