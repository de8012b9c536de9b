import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** A file's SHA-256 in hexadecimal digits, and its size. */
interface FileHash {
  readonly digest: string;
  readonly bytes: number;
}

/** Hashes a file; errors of `node:fs` pass. */
export function hashFile(file: string): FileHash {
  const descriptor = openSync(file, 'r');
  try {
    return hashOpenFile(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same of a file that is open, from where it is read to its end. One buffer serves all files: a large archive has a gigabyte of them. */
export function hashOpenFile(descriptor: number): FileHash {
  const first = readSync(descriptor, CHUNK);
  if (first < CHUNK.length) return { digest: hash('sha256', CHUNK.subarray(0, first)), bytes: first };
  const digest = createHash('sha256').update(CHUNK);
  let bytes = first;
  for (;;) {
    const length = readSync(descriptor, CHUNK);
    if (length === 0) return { digest: digest.digest('hex'), bytes };
    digest.update(CHUNK.subarray(0, length));
    bytes += length;
  }
}

const CHUNK = Buffer.alloc(1024 * 1024);
