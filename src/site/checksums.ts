import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { CHECKSUMS, formatChecksums } from '../data/checksums.ts';

/**
 * Writes `SHA256SUMS` over every other file of a finished site.
 * `known` holds digests of files that were hashed while they were copied, by their path with `/`.
 */
export function writeChecksums(site: string, known: ReadonlyMap<string, string>): void {
  const checksums = readdirSync(site, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(site, file).replaceAll(path.sep, '/');
    if (name === CHECKSUMS) return [];
    return [{ path: name, digest: known.get(name) ?? hash('sha256', readFileSync(file)) }];
  });
  writeFileSync(path.join(site, CHECKSUMS), formatChecksums(checksums));
}

/** Copies a file, hashing it on the way. Throws where it is not what it was when the pages were made from it. */
export function copyUnchanged(from: string, to: string, digest: string): void {
  const copied = statSync(from).size <= PIECE.length ? copyWhole(from, to) : copyInPieces(from, to);
  if (copied === digest) return;
  throw new Error(`${from} was changed while the site was built. The site was not replaced; build it again.`);
}

const PIECE = Buffer.alloc(1024 * 1024);

function copyWhole(from: string, to: string): string {
  const bytes = readFileSync(from);
  writeFileSync(to, bytes);
  return hash('sha256', bytes);
}

/** An annual report may be larger than the memory that a build should take. */
function copyInPieces(from: string, to: string): string {
  const digest = createHash('sha256');
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'w');
    try {
      for (;;) {
        const length = readSync(source, PIECE);
        if (length === 0) return digest.digest('hex');
        const piece = PIECE.subarray(0, length);
        digest.update(piece);
        for (let done = 0; done < length;) done += writeSync(target, piece, done);
      }
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}
