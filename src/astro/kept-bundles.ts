import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '../files/is-running.ts';

/** What the folder is called that a build is bundling into; its process's number follows. */
export const MAKING = 'making-';

/** Says that a build takes these pages, where that can be written down. */
export function markUsed(folder: string): void {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // A folder that is only read is cleared by nobody.
  }
}

/**
 * Deletes what killed builds have left half made, and the pages that no build has taken for a week. Those of another version of
 * the program may be in use by a build that began before the program was changed.
 */
export function forgetUnused(root: string): void {
  for (const name of readdirSync(root)) {
    const folder = path.join(root, name);
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    const isLeft = name.startsWith(MAKING)
      ? !isRunning(Number(name.slice(MAKING.length)))
      : changed < Date.now() - WEEK;
    if (isLeft) rmSync(folder, { recursive: true, force: true });
  }
}

const WEEK = 7 * 24 * 60 * 60 * 1000;
