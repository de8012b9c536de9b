import { renameSync, writeFileSync } from 'node:fs';
import { formatLock, type LockEntry } from './lock.ts';
import { lockPath } from './read-lock.ts';

/** Writes the seals of a releases folder: beside first, then in one step to their place, so that the former ones stay whole. */
export function writeLock(root: string, entries: Iterable<LockEntry>): void {
  const file = lockPath(root);
  writeFileSync(`${file}.new`, formatLock(entries));
  renameSync(`${file}.new`, file);
}
