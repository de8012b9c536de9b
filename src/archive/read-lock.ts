import { readFileSync } from 'node:fs';
import type { Problem } from '../release/problem.ts';
import { parseLock, type Lock } from './lock.ts';

/** The file that holds the seals of a releases folder: it lies beside the folder, under its name. */
export function lockPath(folder: string): string {
  return `${folder.replace(/[/\\]+$/, '')}.lock`;
}

/**
 * Reads the seals of a releases folder; without such a file there are none, and one that cannot be read is a problem.
 * `shown` is the folder as problems name it.
 */
export function readLock(root: string, shown: string): { readonly lock?: Lock; readonly problems: readonly Problem[] } {
  const file = shown === '' || shown === '.' ? lockPath(root) : lockPath(shown);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(lockPath(root)));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code; // node:fs and TextDecoder throw these
    if (code === 'ENOENT') return { problems: [] };
    const hint = 'Take the file back from its history; without it nobody can tell what was changed.';
    const message = `The seals cannot be read (${code}).`;
    return { problems: [{ file, line: 1, rule: 'lock-unreadable', severity: 'error', message, hint }] };
  }
  const { lock, findings } = parseLock(file, text);
  return { lock, problems: findings.map((finding) => ({ file, severity: 'error' as const, ...finding })) };
}
