import { hash } from 'node:crypto';
import type { PublishedFile } from '../archive/files-beside.ts';
import type { Release } from '../release/schema.ts';
import { CHECKSUMS } from '../archive/site-paths.ts';

/** A file of the site with its digest. */
export interface Checksum {
  /** Path below the site's root, with `/`. */
  readonly path: string;
  /** SHA-256 in hexadecimal digits. */
  readonly digest: string;
}

/**
 * Digests in the form that `sha256sum -c` reads, a line each, in the order of the paths' bytes in UTF-8.
 * Paths hold neither a backslash nor a line end, which that form would have to escape.
 */
export function formatChecksums(checksums: Iterable<Checksum>): string {
  return [...checksums]
    .map((checksum) => ({ ...checksum, bytes: Buffer.from(checksum.path) }))
    .toSorted((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ path, digest }) => `${digest}  ${path}\n`)
    .join('');
}

/** Reads what `formatChecksums` writes; `faults` are the numbers of lines that are not so, or name a path again. */
export function parseChecksums(text: string): {
  readonly checksums: readonly Checksum[];
  readonly faults: readonly number[];
} {
  const checksums = new Map<string, Checksum>();
  const faults: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (line === '') return;
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined || leadsOut(path) || checksums.has(path)) faults.push(index + 1);
    else checksums.set(path, { path, digest });
  });
  return { checksums: [...checksums.values()], faults };
}

/** Where the files that a release is made of stand on the site, with the paths from which they come below the releases folder. */
export function sourcesOf(release: Release, files: readonly PublishedFile[]): { path: string; below: string }[] {
  return [
    { path: `releases/${release.id}.md`, below: `${release.id}.md` },
    ...files.map(({ name, below }) => ({ path: `releases/${release.id}/${name}`, below })),
  ];
}

/**
 * The archive's own digest: the SHA-256 of those lines of `SHA256SUMS` that name releases (`releases/<id>.md`)
 * and files published with them (`releases/<id>/<file name>`), in the order in which they stand there.
 * Pages, feeds and the program's version do not change it.
 */
export function archiveDigest(
  releases: readonly Release[],
  filesOf: (release: Release) => readonly PublishedFile[],
  digestOf: (below: string) => string,
): string {
  const checksums = releases.flatMap((release) =>
    sourcesOf(release, filesOf(release)).map(({ path, below }) => ({ path, digest: digestOf(below) })),
  );
  return hash('sha256', formatChecksums(checksums));
}

/** The command that computes the archive's digest from `SHA256SUMS`. No page, feed or compressed copy ends like a release or its files. */
export const DIGEST_COMMAND = `grep '  releases/' ${CHECKSUMS} | grep -vE '\\.(html|xml|json|br|gz)$' | sha256sum`;

function leadsOut(path: string): boolean {
  return /^\/|^[A-Za-z]:|\\/.test(path) || path.split('/').some((segment) => /^(\.{0,2})$/.test(segment));
}
