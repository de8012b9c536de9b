import type { BigIntStats } from 'node:fs';
import path from 'node:path';
import { tryPlainFile } from '../../files/read-plain-file.ts';
import { hashOpenFile } from '../../files/hash-file.ts';

/**
 * Digests of files below a folder, each read once. `known` are those of files that were read already.
 * A file that cannot be read has an empty digest: nothing sealed equals it.
 */
export function digestReader(root: string, known: Map<string, string>): (below: string) => string {
  return (below) => {
    const digest = known.get(below) ?? readDigest(root, below) ?? '';
    known.set(below, digest);
    return digest;
  };
}

// `npm run dev` reads the folder again at each change; attachments stay as they are.
const remembered = new Map<string, { readonly state: string; readonly digest: string }>();

/** SHA-256 of a file in hexadecimal digits, or `undefined` where it cannot be read. */
function readDigest(root: string, below: string): string | undefined {
  return tryPlainFile(root, below, (descriptor, stats) => {
    const file = path.join(root, below);
    const state = stateOf(stats);
    const former = remembered.get(file);
    if (former?.state === state) return former.digest;
    const { digest } = hashOpenFile(descriptor);
    remembered.set(file, { state, digest });
    return digest;
  });
}

function stateOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join(' ');
}
