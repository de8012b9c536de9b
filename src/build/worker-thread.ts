import { parentPort, workerData } from 'node:worker_threads';
import { isPublishable, type Problem } from '../release/problem.ts';
import { claim, type Claim } from './claim.ts';
import type { Environment } from './environment.ts';
import { BuildFailure, UsageError } from './failure.ts';
import { formerFolder } from './former-site.ts';
import { writeCards } from './output/cards.ts';
import { writeFeeds } from './output/feed-files.ts';
import { readSite } from './read-site.ts';
import { writeSiteIndex } from './search/site-index.ts';
import type { SiteFile } from './site-files.ts';
import { openSiteFolder } from './site-folder.ts';
import type { Site, SiteParts } from './site.ts';
import { startStopwatch, type Phase, type Stopwatch } from './stopwatch.ts';

// The worker: reads the releases while Astro gets ready, checks them, and makes the search index while Astro renders pages.

/** What the worker is given at its start. */
export interface WorkerOrder {
  readonly environment: Environment;
  /** The moment of the check, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** The folder in which the site is made. */
  readonly staging: string;
  /** Which thread makes the feeds. */
  readonly feeds: Claim;
}

/** What the worker sends: what it has read, what is wrong with it, and once all files are written. */
export type WorkerMessage =
  /** Is left out where a problem that reading shows forbids to publish. */
  | { readonly kind: 'read'; readonly parts: SiteParts }
  /** Where one of them forbids to publish nothing follows. */
  | { readonly kind: 'checked'; readonly problems: readonly Problem[] }
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
if (port === null) throw new Error('worker-thread.ts runs in a thread that worker.ts starts.');
const send = (message: WorkerMessage): void => port.postMessage(message);

async function work({ environment, now, staging, feeds }: WorkerOrder): Promise<void> {
  const watch = startStopwatch();
  const site = readAndCheck(environment, now, watch);
  if (!site) return;
  const folder = openSiteFolder(staging, formerFolder(environment));
  const index = await writeSiteIndex(site, environment, folder);
  watch.lap('search index');
  await writeCards(site, folder);
  watch.lap('preview pictures');
  if (claim(feeds)) {
    await writeFeeds(site, folder);
    watch.lap('feeds');
  }
  send({ kind: 'made', files: folder.files, phases: watch.phases(), ...index });
}

/** Characters of HTML that are kept: the index asks for each text once, and feeds, where they are made here, for neighbours. */
const MEMORY = 20_000_000;

/**
 * Reads the releases and sends what they are and what is wrong with them; `undefined` where they may not be published.
 * A function of its own, since the texts that are checked, more than a gigabyte in a large archive, are let go of with it.
 */
function readAndCheck(environment: Environment, now: number, watch: Stopwatch): Site | undefined {
  const { site, check } = readSite(environment, { drafts: false, now, memory: MEMORY });
  // Pages can be rendered before it is known whether they may be published.
  if (site) send({ kind: 'read', parts: site.parts });
  watch.lap('reading');
  const problems = check();
  send({ kind: 'checked', problems });
  watch.lap('checking');
  return isPublishable(problems) ? site : undefined;
}

try {
  await work(workerData as WorkerOrder);
} catch (error) {
  send({
    kind: 'failed',
    error: error instanceof Error ? error : new Error(String(error)),
    manner: error instanceof UsageError ? 'usage' : error instanceof BuildFailure ? 'failure' : 'fault',
    code: (error as NodeJS.ErrnoException).code, // node:fs gives these two
    path: (error as NodeJS.ErrnoException).path,
  });
}
