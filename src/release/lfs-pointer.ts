import type { Finding } from './problem.ts';

/** No pointer is longer. */
export const MAX_POINTER_BYTES = 1024;

/**
 * True for the few lines that Git LFS keeps in the place of a large file (its specification, version 1, and the two names that
 * it had before), also where two changes of them meet.
 */
export function isLfsPointer(text: string): boolean {
  return POINTER.test(text.slice(0, MAX_POINTER_BYTES));
}

const POINTER =
  /^\s*version https?:\/\/(?:git-lfs\.github\.com|hawser\.github\.com|git-media\.io)\/\S*\s[^]*?(?<=\n)oid [a-z0-9]+:[0-9a-f]+/;

/** What is said of one. `subject` begins the sentence: `The file`, or a name in quotation marks. */
export function lfsPointerFinding(subject: string): Finding {
  return {
    rule: 'lfs-pointer',
    message: `${subject} is a Git LFS pointer, not the file itself.`,
    hint: 'Run git lfs pull; where a service builds the site, turn Git LFS on in its checkout.',
  };
}
