import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { NotAPlainFile, tryPlainFile, withPlainFile } from '../files/read-plain-file.ts';
import { BuildFailure } from './failure.ts';
import { CHECKSUMS } from '../archive/site-paths.ts';
import { formatChecksums, type Checksum } from '../data/checksums.ts';
import { hashFile, hashOpenFile } from '../files/hash-file.ts';

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

/** A file that somebody else keeps: no link on the way to it, but for those that lead to `root`, is followed. */
export interface Source {
  readonly root: string;
  /** Path below `root` with `/`. */
  readonly below: string;
}

/** True where a file has a digest; false also where it cannot be read, which `copyUnchanged` says in words. */
export function hasDigest({ root, below }: Source, digest: string): boolean {
  return tryPlainFile(root, below, hashOpenFile)?.digest === digest;
}

/**
 * Copies a file, hashing it on the way, and gives its size in bytes.
 * Throws a `BuildFailure` where it is not what it was when the pages were made from it.
 */
export function copyUnchanged({ root, below }: Source, to: string, digest: string): number {
  const from = path.join(root, below);
  let copied: string;
  let bytes: number;
  try {
    [copied, bytes] = withPlainFile(root, below, (descriptor, { size }) => {
      return [size <= BUFFER.length ? copyWhole(descriptor, to) : copyInParts(descriptor, to), Number(size)];
    });
  } catch (error) {
    if (error instanceof NotAPlainFile) throw new BuildFailure(isNoFile(from));
    const { code, path: missing } = error as NodeJS.ErrnoException; // node:fs throws these
    // The file itself, or a folder on the way to it.
    const gone = (code === 'ENOENT' || code === 'ENOTDIR') && missing !== undefined && from.startsWith(missing);
    if (!gone) throw error;
    throw new BuildFailure(`${from} vanished while the site was built. The site was not replaced; build it again.`);
  }
  if (copied !== digest) throw new BuildFailure(wasChanged(from));
  return bytes;
}

/** What is said of a file that was changed while a site was made from it. */
export function wasChanged(file: string): string {
  return `${file} was changed while the site was built. The site was not replaced; build it again.`;
}

function isNoFile(file: string): string {
  return `${file} was replaced by a link or something else that is no file while the site was built. The site was not replaced; put the file itself in its place.`;
}

const BUFFER = Buffer.alloc(1024 * 1024);

function copyWhole(from: number, to: string): string {
  const bytes = readFileSync(from);
  writeFileSync(to, bytes);
  return hash('sha256', bytes);
}

/** An annual report may be larger than the memory that a build should take. */
function copyInParts(from: number, to: string): string {
  const digest = createHash('sha256');
  const target = openSync(to, 'w');
  try {
    for (;;) {
      const length = readSync(from, BUFFER);
      if (length === 0) return digest.digest('hex');
      const part = BUFFER.subarray(0, length);
      digest.update(part);
      for (let done = 0; done < length;) done += writeSync(target, part, done);
    }
  } finally {
    closeSync(target);
  }
}
