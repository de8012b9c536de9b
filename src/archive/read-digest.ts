import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Digests of files below a folder, each read once. `known` are those of files that were read already.
 * A file that cannot be read has an empty digest: nothing sealed equals it.
 */
export function digestReader(root: string, known: Map<string, string>): (below: string) => string {
  return (below) => {
    const digest = known.get(below) ?? readDigest(path.join(root, below)) ?? '';
    known.set(below, digest);
    return digest;
  };
}

// `npm run dev` reads the folder again at each change; attachments stay as they are.
const remembered = new Map<string, { readonly state: string; readonly digest: string }>();

/** SHA-256 of a file in hexadecimal digits, or `undefined` where it cannot be read. */
function readDigest(file: string): string | undefined {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    const state = [size, mtimeMs, ctimeMs, ino].join(' ');
    const former = remembered.get(file);
    if (former?.state === state) return former.digest;
    const digest = hashFile(file);
    remembered.set(file, { state, digest });
    return digest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error; // node:fs throws these
    return undefined;
  }
}

/** In pieces: an annual report may be larger than the memory that a build should take. */
function hashFile(file: string): string {
  const digest = createHash('sha256');
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(descriptor, PIECE);
      if (length === 0) return digest.digest('hex');
      digest.update(PIECE.subarray(0, length));
    }
  } finally {
    closeSync(descriptor);
  }
}

const PIECE = Buffer.alloc(1024 * 1024);
