import { hash } from 'node:crypto';
import { bodyOf } from '../../release/front-matter.ts';
import { RELEASE_LIMIT } from './read-findings.ts';
import { readText } from './read-text.ts';

/**
 * The text of a release, read again from its file below a folder: of thousands only those that are worked on are in memory.
 * `undefined` where the file is not the one any more of which `digest` is the SHA-256.
 */
export function readBody(root: string, id: string, digest: string): string | undefined {
  let found = '';
  const note = (bytes: Buffer): void => {
    found = hash('sha256', bytes);
  };
  const text = readText(root, `${id}.md`, RELEASE_LIMIT, () => undefined, note);
  return text === undefined || found !== digest ? undefined : bodyOf(text);
}
