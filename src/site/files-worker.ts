import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { sourcesOf } from '../data/checksums.ts';
import { copyUnchanged } from './checksums.ts';
import { BuildFailure, type Environment } from './environment.ts';
import { feedFiles } from './feed-files.ts';
import { writeSiteIndex } from './search-index.ts';
import { openSiteFolder, type SiteFolder } from './site-folder.ts';
import { createSite, type Site, type SiteParts } from './site.ts';
import { startStopwatch, type Phase } from './stopwatch.ts';

// The thread that makes the files of a site that Astro does not: the search index, the feeds, the copies of releases.

/** What the thread is given at its start. It may write into the site's folder once it gets a message, whatever it says. */
export interface FilesOrder {
  readonly parts: SiteParts;
  readonly environment: Environment;
  /** The folder in which the site is made. */
  readonly staging: string;
}

/** What the thread answers, once. */
export type FilesAnswer =
  | {
      readonly kind: 'made';
      /** SHA-256 of the files by their paths below the site's root. */
      readonly digests: ReadonlyMap<string, string>;
      readonly phases: readonly Phase[];
      /** How many releases were indexed anew. */
      readonly indexed: number;
    }
  | { readonly kind: 'failed'; readonly error: Error; readonly expected: boolean };

/** Characters. The texts of 10,000 releases as HTML are about 80 million; search and several feeds ask for each. */
const TEXTS_IN_MEMORY = 100_000_000;

const port = parentPort;
if (port === null) throw new Error('files-worker.ts runs in a thread that files-thread.ts starts.');
const ready = new Promise<void>((resolve) => port.once('message', () => resolve()));

async function makeFiles({ parts, environment, staging }: FilesOrder): Promise<FilesAnswer> {
  const watch = startStopwatch();
  const site = createSite(parts, TEXTS_IN_MEMORY);
  const folder = openSiteFolder(staging);
  const indexed = await writeSiteIndex(site, environment, folder, ready);
  watch.lap('search index');
  for (const { name, write } of feedFiles(site)) folder.write(name, Buffer.from(await write()));
  watch.lap('feeds');
  copyReleaseFiles(site, staging, folder);
  watch.lap('copies');
  return { kind: 'made', digests: folder.digests, phases: watch.phases(), indexed };
}

/** Copies sources and attachments. */
function copyReleaseFiles(site: Site, staging: string, folder: SiteFolder): void {
  for (const release of site.archive.releases) {
    for (const { path: name, below } of sourcesOf(release, site.filesOf(release))) {
      const digest = site.digestOf(below);
      copyUnchanged(path.join(site.parts.root, below), path.join(staging, name), digest);
      folder.note(name, digest);
    }
  }
}

const answer = await makeFiles(workerData as FilesOrder).catch((error: unknown): FilesAnswer => ({
  kind: 'failed',
  error: error instanceof Error ? error : new Error(String(error)),
  expected: error instanceof BuildFailure,
}));
port.postMessage(answer);
