import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pointerFinding } from '../../release/git-pointer.ts';
import type { Finding, Problem } from '../../release/problem.ts';
import { joinShown } from '../read/place.ts';
import { parseLock, type Lock } from './lock.ts';
import { NotAPlainFile, withPlainFile } from '../../files/read-plain-file.ts';

/** The seals' file inside of a releases folder; it is no file of a release. */
export const LOCK_INSIDE = 'releases.lock';

/**
 * The path of the file that holds the seals of a releases folder, whether it is there or not: beside the folder, under its
 * name. Where the folder is itself the top of a repository, that file would not be in it; then, and wherever there is one
 * already, it lies inside as `releases.lock`. Absolute like `root`.
 */
export function lockPath(root: string): string {
  const inside = path.join(root, LOCK_INSIDE);
  if (isThere(inside)) return inside;
  return isThere(beside(root)) || !isRepository(root) ? beside(root) : inside;
}

/**
 * Reads the seals of a releases folder; without such a file there are none, and one that cannot be read is a problem.
 * `shown` is the folder as problems name it.
 */
export function readLock(root: string, shown: string): { readonly lock?: Lock; readonly problems: readonly Problem[] } {
  const place = lockPath(root);
  const isInside = place !== beside(root);
  const file = isInside ? joinShown(shown, LOCK_INSIDE) : shownBeside(root, shown);
  const found = findings(root, isInside);
  const asProblem = (finding: Finding & { readonly line?: number }): Problem => {
    return { file, line: 1, severity: finding.rule === 'lock-outside' ? 'warning' : 'error', ...finding };
  };
  let text: string;
  try {
    const bytes = withPlainFile(path.dirname(place), path.basename(place), (descriptor) => readFileSync(descriptor));
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code; // node:fs and TextDecoder throw these
    if (code === 'ENOENT') return { problems: [] };
    return { problems: [...found, unreadable(error)].map(asProblem) };
  }
  const pointer = pointerFinding(text, 'The file');
  if (pointer) return { problems: [...found, pointer].map(asProblem) };
  const { lock, findings: wrong } = parseLock(file, text);
  return { lock, problems: [...found, ...wrong].map(asProblem) };
}

function beside(root: string): string {
  return `${root.replace(/[/\\]+$/, '')}.lock`;
}

function shownBeside(root: string, shown: string): string {
  return beside(shown === '' || shown === '.' ? root : shown);
}

/** Git keeps a folder there, or in a worktree and a submodule a file. */
function isRepository(root: string): boolean {
  return existsSync(path.join(root, '.git'));
}

/** Also where it is a link that leads nowhere. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function findings(root: string, isInside: boolean): Finding[] {
  if (isInside && isThere(beside(root))) return [twice(root)];
  return !isInside && isRepository(root) && isThere(beside(root)) ? [outside] : [];
}

function twice(root: string): Finding {
  return {
    rule: 'lock-twice',
    message: `There are two files of seals: this one, and ${path.basename(beside(root))} beside the releases folder.`,
    hint: 'Keep the one that holds all releases, and delete the other.',
  };
}

const outside: Finding = {
  rule: 'lock-outside',
  message: 'The seals lie outside of the repository that the releases folder is, so that no copy of it knows them.',
  hint: `Move this file into the releases folder as ${LOCK_INSIDE}, and commit it.`,
};

function unreadable(error: unknown): Finding {
  const code = (error as NodeJS.ErrnoException).code; // node:fs and TextDecoder throw these
  const reason = error instanceof NotAPlainFile ? (error.what === 'link' ? 'symbolic-link' : 'not-a-file') : code;
  return {
    rule: 'lock-unreadable',
    message: `The seals cannot be read (${reason}).`,
    hint: 'Take the file back from its history; without it nobody can tell what was changed.',
  };
}
