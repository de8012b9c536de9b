import path from 'node:path';
import { sourcesOf } from '../data/checksums.ts';
import type { Release } from '../release/schema.ts';
import { feedFiles } from './feed-files.ts';
import type { SiteFolder } from './site-folder.ts';
import type { Site } from './site.ts';
import type { Taken } from './taken.ts';

/**
 * Writes the feeds of a site and the copies of its releases and attachments into a folder. Whoever works at it
 * with the same `taken`, in whatever thread, takes the next piece that nobody has begun, so that all are done at the same
 * time; what each has written stands in its own `folder`.
 */
export async function workAtFiles(site: Site, folder: SiteFolder, taken: Taken): Promise<void> {
  const next = new Int32Array(taken);
  const pieces = piecesOf(site, folder);
  for (let at = Atomics.add(next, 0, 1); at < pieces.length; at = Atomics.add(next, 0, 1)) await pieces[at]?.();
}

/** In the same order in every thread. */
function piecesOf(site: Site, folder: SiteFolder): readonly (() => Promise<void> | void)[] {
  const feeds = feedFiles(site).map((files) => async () => {
    for (const { name, write } of files) folder.write(name, await write());
  });
  const { releases } = site.archive;
  const copies = Array.from({ length: Math.ceil(releases.length / COPIES) }, (_, at) => () => {
    copyReleaseFiles(site, releases.slice(at * COPIES, (at + 1) * COPIES), folder);
  });
  return [...feeds, ...copies];
}

/** Releases that are copied in one piece of work. */
const COPIES = 50;

/** Copies sources and attachments. */
function copyReleaseFiles(site: Site, releases: readonly Release[], folder: SiteFolder): void {
  for (const release of releases) {
    for (const { path: name, below } of sourcesOf(release, site.filesOf(release)))
      folder.copy(path.join(site.parts.root, below), name, site.digestOf(below));
  }
}
