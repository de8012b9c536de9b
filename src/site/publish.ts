import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKSUMS, sourcesOf } from '../data/checksums.ts';
import { hashFiles, wasChanged, writeChecksums, type SiteFile } from './checksums.ts';
import { compareText } from '../release/problem.ts';
import { BuildFailure, type Environment } from './environment.ts';
import { runFileJobs } from './file-jobs.ts';
import type { FilesThread } from './files-thread.ts';
import { headersFile, securityTxt } from './host-files.ts';
import { precompress } from './precompress.ts';
import { redirects } from './redirects.ts';
import { swap } from './replacing.ts';
import type { SiteFolder } from './site-folder.ts';
import { markSite } from './site-mark.ts';
import type { Site } from './site.ts';
import type { Phase, Stopwatch } from './stopwatch.ts';
import { requireWholeSite, type NamedAddresses } from './whole-site.ts';

/** What a build has written. */
export interface Published {
  readonly releases: number;
  readonly files: number;
  readonly bytes: number;
  readonly largest: { readonly name: string; readonly bytes: number };
  /** Lines of `_redirects`. */
  readonly redirects: number;
  /** Seconds by what was done in them, in its order. */
  readonly phases: readonly Phase[];
  /** The same of the worker thread. */
  readonly beside: readonly Phase[];
  /** How many releases were indexed anew. */
  readonly indexed: number;
  /** What the system said where the search index could not be kept for the next build. */
  readonly cacheFault: string | undefined;
}

/** What makes a site's files. */
export interface Making {
  /** What this thread has written of it. */
  readonly folder: SiteFolder;
  /** What its pages name. */
  readonly named: NamedAddresses;
  /** The worker thread. */
  readonly thread: FilesThread;
}

/**
 * Completes the rendered site in `staging` (redirects, what hosts look for, digests) once the worker thread has made its
 * files there, makes sure that it is whole, and puts it in the place of the former site.
 * Until the two renames at the end the former site is whole; on an error it stays.
 */
export async function publish(
  site: Site,
  staging: string,
  environment: Environment,
  { folder, named, thread }: Making,
  watch: Stopwatch,
): Promise<Published> {
  await runFileJobs(site, folder, thread.jobs);
  watch.lap('the rest of feeds and copies');
  const { files: besides, phases: beside, indexed, cacheFault } = await thread.finish();
  const made = new Map([...folder.files, ...besides]);
  requireSameFiles(site, made);
  watch.lap('waiting for the worker');
  const redirected = writeHostFiles(site, staging);
  markSite(staging);
  if (environment.precompress) await precompress(staging);
  const files = hashFiles(staging, made);
  const onDisk = new Set([CHECKSUMS, ...files.map(({ path: name }) => name)]);
  requireWholeSite(site, staging, onDisk, { made: made.keys(), named });
  const sizes = measure([...files, writeChecksums(staging, files)]);
  watch.lap('checksums');
  await swap(staging, environment);
  watch.lap('finishing');
  lastPublished = {
    releases: site.archive.releases.length,
    ...sizes,
    ...redirected,
    phases: watch.phases(),
    beside,
    indexed,
    cacheFault,
  };
  return lastPublished;
}

let lastPublished: Published | undefined;

/** What the build of this process has written, for the report at its end. */
export function publishedNow(): Published | undefined {
  return lastPublished;
}

/** The pages show digests of releases and attachments; what was copied beside them must have these. */
function requireSameFiles(site: Site, made: ReadonlyMap<string, SiteFile>): void {
  for (const release of site.archive.releases)
    for (const { path: name, below } of sourcesOf(release, site.filesOf(release)))
      if (made.get(name)?.digest !== site.digestOf(below))
        throw new BuildFailure(wasChanged(path.join(site.parts.root, below)));
}

/** Writes what hosts look for; comes after everything that visitors ask for. */
function writeHostFiles(site: Site, staging: string): Pick<Published, 'redirects'> {
  const write = (name: string, content: string | undefined): void => {
    if (content === undefined) return;
    const file = path.join(staging, name);
    mkdirSync(path.dirname(file), { recursive: true });
    // Nothing of the site stands there: the check has seen to it.
    writeFileSync(file, content, { flag: 'wx' });
  };
  write('.nojekyll', '');
  write('.well-known/security.txt', securityTxt(site));
  write('_headers', headersFile(site, [...rootEntries(staging), CHECKSUMS].toSorted(compareText)));
  const { pages, file, count } = redirects(site);
  write('_redirects', file);
  for (const [name, page] of pages) write(name, page);
  return { redirects: count };
}

function rootEntries(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name,
  );
}

function measure(files: readonly SiteFile[]): Pick<Published, 'files' | 'bytes' | 'largest'> {
  const largest = files.reduce((most, file) => (file.bytes > most.bytes ? file : most));
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    largest: { name: largest.path, bytes: largest.bytes },
  };
}
