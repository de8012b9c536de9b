import { sourcesOf } from '../data/checksums.ts';
import type { Release } from '../release/schema.ts';
import { feedFiles } from './feed-files.ts';
import type { SiteFolder } from './site-folder.ts';
import type { Site } from './site.ts';
import type { Taken } from './taken.ts';

/**
 * Writes the feeds of a site and the copies of its releases and attachments into a folder. Two may work at it with the same
 * `taken`, in whatever threads, one from each `end` of the work, until they meet: so both are done at the same time, and
 * what one has in memory serves the pieces that lie beside each other. What each has written stands in its own `folder`.
 */
export async function workAtFiles(
  site: Site,
  folder: SiteFolder,
  taken: Taken,
  end: 'first' | 'last' = 'first',
): Promise<void> {
  const pieces = piecesOf(site, folder);
  const ordered = end === 'first' ? pieces : pieces.toReversed();
  const count = new Int32Array(taken);
  for (const work of ordered) {
    // As long as fewer are taken than there are, the next one from either end is free.
    if (Atomics.add(count, 0, 1) >= pieces.length) break;
    await work();
  }
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
      folder.copy({ root: site.parts.root, below }, name, site.digestOf(below));
  }
}
