import type { Finding } from './problem.ts';

/** No pointer is longer. */
export const MAX_POINTER_BYTES = 1024;

/**
 * What is said of a text that Git LFS or git-annex keeps in the place of a large file; `undefined` for any other text. `subject`
 * begins the sentence: `The file`, or a name in quotation marks.
 */
export function pointerFinding(text: string, subject: string): Finding | undefined {
  const start = text.slice(0, MAX_POINTER_BYTES);
  if (LFS.test(start)) {
    return {
      rule: 'lfs-pointer',
      message: `${subject} is a Git LFS pointer, not the file itself.`,
      hint: 'Run git lfs pull; where a service builds the site, turn Git LFS on in its checkout.',
    };
  }
  if (!ANNEX.test(start)) return undefined;
  return {
    rule: 'annex-pointer',
    message: `${subject} is a git-annex pointer, not the file itself.`,
    hint: 'Run git annex get, also where a service builds the site; or keep the file in Git itself.',
  };
}

/** Its specification, version 1, and the two names that it had before; also where two changes of a pointer meet. */
const LFS =
  /^\s*version https?:\/\/(?:git-lfs\.github\.com|hawser\.github\.com|git-media\.io)\/\S*\s[^]*?(?<=\n)oid [a-z0-9]+:[0-9a-f]+/;

/**
 * A key of git-annex behind its folder (https://git-annex.branchable.com/internals/pointer_file/ and …/key_format/). Where links
 * cannot be made, as on Windows, the file holds what the link would lead to.
 */
const ANNEX = /^(?:(?:\.\.\/)*\.git)?\/annex\/objects\/(?:[^\s/]+\/)*[A-Z0-9_]+(?:-[smSC]\d+)*--\S/;
