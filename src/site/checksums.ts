import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { BuildFailure } from './environment.ts';
import { CHECKSUMS, formatChecksums, type Checksum } from '../data/checksums.ts';

/** A file of a finished site. */
export interface SiteFile extends Checksum {
  readonly bytes: number;
}

/**
 * All files of a finished site with their digests and sizes; paths are below its root.
 * `known` are those that were hashed while they were written, by their path.
 */
export function hashFiles(site: string, known: ReadonlyMap<string, SiteFile>): SiteFile[] {
  return readdirSync(site, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(site, file).replaceAll(path.sep, '/');
    return [known.get(name) ?? { path: name, ...hashFile(file) }];
  });
}

/** Writes `SHA256SUMS` over every other file of a finished site; it comes back as one more file. */
export function writeChecksums(site: string, files: readonly SiteFile[]): SiteFile {
  const content = Buffer.from(formatChecksums(files));
  writeFileSync(path.join(site, CHECKSUMS), content);
  return { path: CHECKSUMS, digest: hash('sha256', content), bytes: content.length };
}

/** A file's digest and size. One piece of memory serves all files: a large archive has a gigabyte of them. */
export function hashFile(file: string): { readonly digest: string; readonly bytes: number } {
  const source = openSync(file, 'r');
  try {
    const first = readSync(source, PIECE);
    if (first < PIECE.length) return { digest: hash('sha256', PIECE.subarray(0, first)), bytes: first };
    const digest = createHash('sha256').update(PIECE);
    let bytes = first;
    for (;;) {
      const length = readSync(source, PIECE);
      if (length === 0) return { digest: digest.digest('hex'), bytes };
      digest.update(PIECE.subarray(0, length));
      bytes += length;
    }
  } finally {
    closeSync(source);
  }
}

/**
 * Copies a file, hashing it on the way, and gives its size in bytes.
 * Throws a `BuildFailure` where it is not what it was when the pages were made from it.
 */
export function copyUnchanged(from: string, to: string, digest: string): number {
  let copied: string;
  let bytes: number;
  try {
    bytes = statSync(from).size;
    copied = bytes <= PIECE.length ? copyWhole(from, to) : copyInPieces(from, to);
  } catch (error) {
    const { code, path: missing } = error as NodeJS.ErrnoException; // node:fs throws these
    if (code !== 'ENOENT' || missing !== from) throw error;
    throw new BuildFailure(`${from} vanished while the site was built. The site was not replaced; build it again.`);
  }
  if (copied !== digest) throw new BuildFailure(wasChanged(from));
  return bytes;
}

/** What is said of a file that was changed while a site was made from it. */
export function wasChanged(file: string): string {
  return `${file} was changed while the site was built. The site was not replaced; build it again.`;
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
