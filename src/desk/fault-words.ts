import path from 'node:path';
import { importFailure } from '../drafts/import-failure.ts';
import { NotAPlainFile } from '../files/read-plain-file.ts';
import { LockedPdf } from '../importers/model/refusal.ts';
import { LOCAL } from './store/local-folder.ts';

/** Why the desk could not do something in the releases folder `root`, and what to do, for somebody who knows no disks. */
export function faultWords(error: unknown, root: string): string {
  if (error instanceof LockedPdf)
    return 'The PDF is locked with a password. Save a copy without it in the program that opens the PDF, and add that.';
  if (error instanceof NotAPlainFile)
    return error.what === 'link'
      ? 'A link stands in the place of a file or folder of the archive, and links are not followed. Put the file or folder itself there.'
      : 'A folder stands in the place of a file of the archive. Rename it, and try again.';
  const { code, path: file = root } = error as { code?: unknown; path?: string }; // node:fs names its faults so
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EBUSY') return importFailure(error);
  const own = path.join(root, LOCAL);
  const folder = file === own || file.startsWith(own + path.sep) || file === root ? root : path.dirname(file);
  return `Nothing can be written in the folder ${folder}, or a file in it is open in another program. Close it there, or ask whoever looks after the archive to let you write in the folder.`;
}
