import { hash } from 'node:crypto';
import { z } from 'zod';
import { isFileFault } from '../../files/read-plain-file.ts';
import { keep, kept } from './local-folder.ts';

const doorsSchema = z.object({ tokens: z.array(z.string()) });

/** How many desks before this one are known: as many as are killed on a bad day. */
const KNOWN = 8;

/**
 * Notes the token of a desk that begins, and says whether a token was that of one before it in this folder: a window that was
 * open when its desk was killed goes on with what stands in it. Only digests are kept, which open nothing.
 */
export function noteToken(root: string, token: string): (other: string) => boolean {
  const former = kept(root, FILE, doorsSchema)?.tokens ?? [];
  try {
    keep(root, FILE, { tokens: [digestOf(token), ...former].slice(0, KNOWN) });
  } catch (error) {
    // In a folder that cannot be written the desk says so at what somebody does there.
    if (!isFileFault(error)) throw error;
  }
  return (other) => former.includes(digestOf(other));
}

const FILE = 'former-desks.json';

function digestOf(token: string): string {
  return hash('sha256', token);
}
