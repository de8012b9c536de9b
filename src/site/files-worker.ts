import { parentPort, workerData } from 'node:worker_threads';
import type { SiteFile } from './checksums.ts';
import { BuildFailure, type Environment } from './environment.ts';
import { workAtFiles, type Taken } from './file-work.ts';
import { writeSiteIndex } from './search-index.ts';
import { formerFolder } from './former-site.ts';
import { openSiteFolder } from './site-folder.ts';
import { createSite, TEXTS_IN_MEMORY, type MadeText, type Site, type SiteParts } from './site.ts';
import { startStopwatch, type Phase } from './stopwatch.ts';

// The thread that makes the files of a site that Astro does not: the search index, the feeds, the copies of releases.

/** What the thread is given at its start. It may write into the site's folder once it gets a message, whatever it says. */
export interface FilesOrder {
  readonly parts: SiteParts;
  readonly environment: Environment;
  /** The folder in which the site is made. */
  readonly staging: string;
  /** Feeds and copies that somebody has begun to make. */
  readonly taken: Taken;
}

/** What the thread tells: texts as it has made them, and once its end. */
export type FilesAnswer =
  | { readonly kind: 'texts'; readonly texts: readonly MadeText[] }
  | {
      readonly kind: 'made';
      /** By their paths below the site's root. */
      readonly files: ReadonlyMap<string, SiteFile>;
      readonly phases: readonly Phase[];
      /** How many releases were indexed anew. */
      readonly indexed: number;
    }
  /** Between threads an error loses what kind it is of, and the system's code. */
  | { readonly kind: 'failed'; readonly error: Error; readonly expected: boolean; readonly code: string | undefined };

const port = parentPort;
if (port === null) throw new Error('files-worker.ts runs in a thread that files-thread.ts starts.');
const ready = new Promise<void>((resolve) => port.once('message', () => resolve()));

async function makeFiles({ parts, environment, staging, taken }: FilesOrder): Promise<FilesAnswer> {
  const watch = startStopwatch();
  const site = createSite(parts, TEXTS_IN_MEMORY);
  shareTexts(site);
  watch.lap('texts');
  const folder = openSiteFolder(staging, formerFolder(environment));
  const indexed = await writeSiteIndex(site, environment, folder, ready);
  watch.lap('search index');
  await workAtFiles(site, folder, taken);
  watch.lap('feeds and copies');
  return { kind: 'made', files: folder.files, phases: watch.phases(), indexed };
}

/**
 * Makes the texts that are kept in memory, newest first, while Astro still gets ready, and hands them over: pages, search
 * and feeds all ask for them.
 */
function shareTexts(site: Site): void {
  let size = 0;
  let texts: MadeText[] = [];
  const send = (): void => {
    port?.postMessage({ kind: 'texts', texts } satisfies FilesAnswer);
    texts = [];
  };
  for (const release of site.archive.releases) {
    const made = site.made(release);
    size += made.html.length;
    if (size > TEXTS_IN_MEMORY) break;
    texts.push(made);
    if (texts.length === TEXTS_AT_ONCE) send();
  }
  send();
}

const TEXTS_AT_ONCE = 50;

const answer = await makeFiles(workerData as FilesOrder).catch((error: unknown): FilesAnswer => ({
  kind: 'failed',
  error: error instanceof Error ? error : new Error(String(error)),
  expected: error instanceof BuildFailure,
  code: (error as NodeJS.ErrnoException).code, // node:fs gives it
}));
port.postMessage(answer);
