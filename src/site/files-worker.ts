import { parentPort, workerData } from 'node:worker_threads';
import { isPublishable, type Problem } from '../release/problem.ts';
import type { SiteFile } from './checksums.ts';
import { BuildFailure, UsageError, type Environment } from './environment.ts';
import { runFileJobs } from './file-jobs.ts';
import type { Files } from '../search/shard-index.ts';
import { openSiteIndex } from './search-index.ts';
import { formerFolder } from './former-site.ts';
import { openSiteFolder } from './site-folder.ts';
import { TEXTS_IN_MEMORY, type Site, type SiteParts } from './site.ts';
import { readSite } from './state.ts';
import { startStopwatch, type Phase, type Stopwatch } from './stopwatch.ts';
import type { JobCounter } from './job-counter.ts';
import { exchangeTexts, type ExchangeEnd } from './text-exchange.ts';

// The thread that reads the releases while Astro gets ready, and makes the files of a site that Astro does not: the search
// index, the feeds, the copies of releases.

/** What the thread is given at its start. It may write into the site's folder once it gets a message, whatever it says. */
export interface FilesOrder {
  readonly environment: Environment;
  /** The moment of the check, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** The folder in which the site is made. */
  readonly staging: string;
  /** Feeds and copies that somebody has begun to make. */
  readonly jobs: JobCounter;
  /** Where texts are exchanged. */
  readonly texts: ExchangeEnd;
}

/** What the thread tells: what it has read and found wrong with it, then files as it has made them, and once its end. */
export type FilesAnswer =
  /** Is left out where a problem that reading shows forbids to publish. */
  | { readonly kind: 'read'; readonly parts: SiteParts }
  /** Where one of them forbids to publish nothing follows. */
  | { readonly kind: 'checked'; readonly problems: readonly Problem[] }
  /** Files to be written, by their paths below the site's root, with their lengths; `bytes` has them one behind the other. */
  | {
      readonly kind: 'files';
      readonly files: readonly (readonly [name: string, length: number])[];
      readonly bytes: ArrayBuffer;
    }
  | {
      readonly kind: 'made';
      /** By their paths below the site's root. */
      readonly files: ReadonlyMap<string, SiteFile>;
      readonly phases: readonly Phase[];
      /** How many releases were indexed anew. */
      readonly indexed: number;
      /** What the system said where the search index could not be kept for the next build. */
      readonly cacheFault: string | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly error: Error;
      /** Which error it was: a `UsageError`, a `BuildFailure` or another. */
      readonly manner: 'usage' | 'failure' | 'fault';
      /** The system's code, and the file that it concerns. */
      readonly code: string | undefined;
      readonly path: string | undefined;
    };

const port = parentPort;
if (port === null) throw new Error('files-worker.ts runs in a thread that files-thread.ts starts.');
const tell = (answer: FilesAnswer, given: readonly ArrayBuffer[] = []): void => port.postMessage(answer, [...given]);
const ready = new Promise<void>((resolve) => port.once('message', () => resolve()));

async function makeFiles(order: FilesOrder): Promise<void> {
  const watch = startStopwatch();
  const site = readAndCheck(order, watch);
  if (!site) return;
  const { environment, staging, jobs, texts } = order;
  const makeRest = exchangeTexts(site, texts, TEXTS_IN_MEMORY);
  const folder = openSiteFolder(staging, formerFolder(environment));
  const index = openSiteIndex(site, environment, folder, { give });
  // Where most of the index is there, this thread has time to make the texts that pages need.
  if (index.missing() < site.archive.releases.length / 2) await makeRest();
  watch.lap('texts');
  const indexed = await index.write(ready);
  watch.lap('search index');
  await runFileJobs(site, folder, jobs, 'last');
  watch.lap('feeds and copies');
  tell({ kind: 'made', files: folder.files, phases: watch.phases(), indexed, cacheFault: index.cacheFault() });
}

/**
 * Reads the releases and tells what they are and what is wrong with them; `undefined` where they may not be published.
 * A function of its own, since the texts that are checked, more than a gigabyte in a large archive, are let go of with it.
 */
function readAndCheck({ environment, now }: FilesOrder, watch: Stopwatch): Site | undefined {
  const { site, check } = readSite(environment, { drafts: false, now, variables: process.env });
  // Pages can be rendered before it is known whether they may be published.
  if (site) tell({ kind: 'read', parts: site.parts });
  watch.lap('reading');
  const problems = check();
  tell({ kind: 'checked', problems });
  watch.lap('checking');
  return isPublishable(problems) ? site : undefined;
}

/** Has the building thread, which is done sooner where much is indexed, write files. */
function give(files: Files): void {
  const list = [...files].map(([name, { length }]) => [name, length] as const);
  const bytes = new Uint8Array(list.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const content of files.values()) {
    bytes.set(content, at);
    at += content.length;
  }
  tell({ kind: 'files', files: list, bytes: bytes.buffer }, [bytes.buffer]);
}

try {
  await makeFiles(workerData as FilesOrder);
} catch (error) {
  tell({
    kind: 'failed',
    error: error instanceof Error ? error : new Error(String(error)),
    manner: error instanceof UsageError ? 'usage' : error instanceof BuildFailure ? 'failure' : 'fault',
    code: (error as NodeJS.ErrnoException).code, // node:fs gives these two
    path: (error as NodeJS.ErrnoException).path,
  });
}
// Nothing else would end the thread while it may still be told to begin.
port.close();
