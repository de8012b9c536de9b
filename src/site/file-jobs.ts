import { sourcesOf } from '../data/checksums.ts';
import type { Release } from '../release/schema.ts';
import { feedFiles } from './feed-files.ts';
import type { SiteFolder } from './site-folder.ts';
import type { Site } from './site.ts';
import type { JobCounter } from './job-counter.ts';

/**
 * Writes the feeds of a site and the copies of its releases and attachments into a folder. Two threads may do it with the same
 * `jobs`, one from each end of the list, until they meet: so both finish at the same time, and what one has in memory
 * serves the jobs that lie beside each other. What each has written stands in its own `folder`.
 */
export async function runFileJobs(
  site: Site,
  folder: SiteFolder,
  jobs: JobCounter,
  end: 'first' | 'last' = 'first',
): Promise<void> {
  const list = jobsOf(site, folder);
  const ordered = end === 'first' ? list : list.toReversed();
  const count = new Int32Array(jobs);
  for (const work of ordered) {
    // As long as fewer have been begun than there are, the next one from either end is free.
    if (Atomics.add(count, 0, 1) >= list.length) break;
    await work();
  }
}

/** In the same order in every thread. */
function jobsOf(site: Site, folder: SiteFolder): readonly (() => Promise<void> | void)[] {
  const feeds = feedFiles(site).map((files) => async () => {
    for (const { name, write } of files) folder.write(name, await write());
  });
  const { releases } = site.archive;
  const copies = Array.from({ length: Math.ceil(releases.length / COPIES) }, (_, at) => () => {
    copyReleaseFiles(site, releases.slice(at * COPIES, (at + 1) * COPIES), folder);
  });
  return [...feeds, ...copies];
}

/** Releases that are copied in one job. */
const COPIES = 50;

/** Copies sources and attachments. */
function copyReleaseFiles(site: Site, releases: readonly Release[], folder: SiteFolder): void {
  for (const release of releases) {
    for (const { path: name, below } of sourcesOf(release, site.filesOf(release)))
      folder.copy({ root: site.parts.root, below }, name, site.digestOf(below));
  }
}
