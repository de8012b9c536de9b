import path from 'node:path';
import { writeWhole } from '../../files/write-whole.ts';
import { formatLock, type LockEntry } from './lock.ts';
import { lockPath } from './read-lock.ts';

/** Writes the seals of a releases folder in one step, so that the former ones stay whole. */
export function writeLock(root: string, entries: Iterable<LockEntry>): void {
  const file = lockPath(root);
  writeWhole(path.dirname(file), path.basename(file), formatLock(entries));
}
