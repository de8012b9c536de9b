import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Comparison } from '../archive/seal/compare.ts';
import { ALLOWED_SIGNERS, formatAllowedSigners } from '../archive/seal/allowed-signers.ts';
import { signingKeys } from '../archive/settings.ts';
import { CHECKSUMS, HEADERS, NO_JEKYLL, REDIRECTS, SECURITY_TXT, SIGNATURE } from '../archive/site-paths.ts';
import { compareText } from '../text/compare-text.ts';
import { isPublishable, type Problem } from '../release/problem.ts';
import { beginBuild, clearAway } from './begin-build.ts';
import { claim, unclaimed } from './claim.ts';
import { compareWithFormer } from './compare-sites.ts';
import type { BuildContext, Render } from './context.ts';
import type { Environment, SiteAddress } from './environment.ts';
import { BuildFailure } from './failure.ts';
import { formerFolder } from './former-site.ts';
import { writeFeeds } from './output/feed-files.ts';
import { headersFile, securityTxt } from './output/host-files.ts';
import { hostingFiles } from './output/hosts/hosting.ts';
import { precompress } from './output/precompress.ts';
import { copyPublicFiles } from './output/public-files.ts';
import { redirects } from './output/redirects.ts';
import { copyReleaseFiles } from './output/release-files.ts';
import { readAddress } from './read-site.ts';
import { requireReleases, swap } from './replacing.ts';
import { hashFiles, wasChanged, writeChecksums, type SiteFile } from './site-files.ts';
import { signSite } from './sign-site.ts';
import { openSiteFolder } from './site-folder.ts';
import { markSite } from './site-mark.ts';
import { createSite, TEXTS_IN_MEMORY, type Site, type SiteParts } from './site.ts';
import { stagingFolder } from './staging.ts';
import { startStopwatch, type Phase } from './stopwatch.ts';
import { requireWholeSite, type NamedAddresses } from './whole-site.ts';
import { startWorker, type BuildWorker } from './worker.ts';

/** What a build has written. */
export interface Built {
  readonly releases: number;
  readonly drafts: number;
  readonly address: SiteAddress;
  readonly files: number;
  readonly bytes: number;
  readonly largest: { readonly name: string; readonly bytes: number };
  /** Every file of more than `LARGE` bytes, the largest first. */
  readonly large: readonly { readonly name: string; readonly bytes: number }[];
  /** Lines of `_redirects`. */
  readonly redirects: number;
  readonly seconds: number;
  /** Seconds by what was done in them, in its order. */
  readonly phases: readonly Phase[];
  /** The same of the worker. */
  readonly inWorker: readonly Phase[];
  /** How many releases were indexed anew. */
  readonly indexed: number;
  /** What the system said where the search index could not be kept for the next build. */
  readonly cacheFault: string | undefined;
  /** What became of the releases of the site that was replaced; `undefined` where there was none. */
  readonly since: Comparison | undefined;
  /** Fingerprint of the key that signed it; `undefined` where none did. */
  readonly signedBy: string | undefined;
  /** The archive names keys. */
  readonly namesKeys: boolean;
}

interface Options {
  /** Renders the pages. */
  readonly render: Render;
  /** The moment of the check, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** Lines for the person at the terminal. */
  readonly log: (text: string) => void;
  /** Is told all that is wrong with the releases, sorted, before anything is published. */
  readonly report: (problems: readonly Problem[]) => void;
}

/**
 * Builds a site beside the former one and puts it in its place at the very end: until then the former site is whole.
 * `undefined` where a problem of the releases forbids to publish. Throws a `UsageError` or a `BuildFailure` in words; other
 * errors pass. Whatever ends a build, nothing is left of it, and other builds are let in.
 */
export async function buildSite(
  environment: Environment,
  { render, now, log, report }: Options,
): Promise<Built | undefined> {
  const watch = startStopwatch();
  let worker: BuildWorker | undefined;
  const release = beginBuild(environment, log, async () => worker?.stop());
  try {
    const staging = stagingFolder(environment);
    const feeds = unclaimed();
    // Reads, checks, and makes index and feeds, while Astro gets ready and renders.
    worker = startWorker({ environment, now, staging, feeds });
    const address = readAddress(environment);
    const site = siteOf(worker, environment, address);
    // It is waited for below, behind what is said of the releases.
    site.catch(() => undefined);
    const folder = openSiteFolder(staging, formerFolder(environment));
    const named: NamedAddresses = new Map();
    const rendered = render({ environment, address, staging, folder, named, site, watch });
    rendered.catch(() => undefined);

    const problems = await worker.checked;
    report(problems);
    if (!isPublishable(problems)) return undefined;
    await site;
    await rendered;
    watch.lap('rendering');

    copyReleaseFiles(await site, folder);
    copyPublicFiles(environment, folder);
    watch.lap('copies');
    // Whichever thread is done first makes them: this one in a clean build, the worker where its index was kept.
    if (claim(feeds)) {
      await writeFeeds(await site, folder);
      watch.lap('feeds');
    }
    const { files: byWorker, phases: inWorker, indexed, cacheFault } = await worker.made;
    watch.lap('waiting for the worker');

    const finished = await finishSite(await site, { environment, staging, named }, [...folder.files, ...byWorker]);
    const signed = sign(await site, staging, environment);
    watch.lap('checksums');
    await swap(staging, environment);
    watch.lap('finishing');
    const { archive, parts } = await site;
    const numbers = { releases: archive.releases.length, drafts: parts.drafts, indexed };
    const times = { seconds: watch.seconds(), phases: watch.phases(), inWorker };
    return { ...numbers, ...finished, ...signed, ...times, address: parts.address, cacheFault };
  } finally {
    await worker?.stop();
    clearAway(environment);
    release();
  }
}

/** The site of what the worker has read. */
async function siteOf(worker: BuildWorker, environment: Environment, address: SiteAddress): Promise<Site> {
  const parts = await worker.read;
  if (!parts) throw new BuildFailure('The site was not built, because of the problems above.');
  requireSameAddress(parts, environment, address);
  requireReleases(parts.releases.length, environment);
  return createSite(parts, TEXTS_IN_MEMORY);
}

/** Astro was told the address before the releases were read. */
function requireSameAddress({ address: read }: SiteParts, environment: Environment, told: SiteAddress): void {
  if (read.origin === told.origin && read.base === told.base) return;
  throw new BuildFailure(wasChanged(path.join(environment.releases, 'archive.yml')));
}

/**
 * Completes a site whose pages, index, feeds and copies are there: what hosts look for, compressed copies, checksums.
 * `written` are the files that were hashed as they were written. Throws where the site is not whole.
 */
async function finishSite(
  site: Site,
  { environment, staging, named }: Pick<BuildContext, 'environment' | 'staging' | 'named'>,
  written: readonly (readonly [name: string, file: SiteFile])[],
): Promise<Pick<Built, 'files' | 'bytes' | 'largest' | 'large' | 'redirects' | 'since'>> {
  const made = new Map(written);
  const lines = writeHostFiles(site, staging, environment);
  markSite(staging);
  if (environment.precompress) await precompress(staging);
  const files = hashFiles(staging, made);
  const onDisk = new Set([CHECKSUMS, ...files.map(({ path: name }) => name)]);
  requireWholeSite(site, staging, onDisk, { made: made.keys(), named });
  const since = compareWithFormer(files, site.archive.history, environment);
  return { ...measure([...files, writeChecksums(staging, files)]), redirects: lines, since };
}

/** Signs the list of checksums where the environment names a key. Throws a `UsageError` where readers would not take it. */
function sign({ archive }: Site, staging: string, { signingKey }: Environment): Pick<Built, 'signedBy' | 'namesKeys'> {
  const keys = signingKeys(archive.settings);
  if (signingKey === undefined) return { signedBy: undefined, namesKeys: keys.length > 0 };
  const newest = archive.releases[0]?.date.day;
  return { signedBy: signSite(staging, { keyFile: signingKey, keys, newest }).fingerprint, namesKeys: true };
}

/** Writes what hosts look for; comes after everything that visitors ask for. How many redirects there are comes back. */
function writeHostFiles(site: Site, staging: string, { hosting }: Environment): number {
  const write = (name: string, content: string | undefined): void => {
    if (content === undefined) return;
    const file = path.join(staging, name);
    mkdirSync(path.dirname(file), { recursive: true });
    // Nothing of the site stands there: the check has seen to it.
    writeFileSync(file, content, { flag: 'wx' });
  };
  write(NO_JEKYLL, '');
  write(SECURITY_TXT, securityTxt(site));
  const keys = signingKeys(site.archive.settings);
  if (keys.length > 0) write(`archive/${ALLOWED_SIGNERS}`, formatAllowedSigners(keys));
  const signature = keys.length > 0 ? [SIGNATURE] : [];
  write(HEADERS, headersFile(site, [...rootEntries(staging), CHECKSUMS, ...signature].toSorted(compareText)));
  const { pages, file, count } = redirects(site);
  write(REDIRECTS, file);
  for (const [name, page] of pages) write(name, page);
  if (hosting.length > 0) {
    const endings = endingsBelow(staging);
    for (const [name, text] of hostingFiles(hosting, { ...site, endings })) write(name, text);
  }
  return count;
}

/** The endings of all files below a folder, `.html` among them, in lower case and in order. */
function endingsBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const endings = new Set(names.map(({ name }) => path.extname(name).toLowerCase()));
  return [...endings].filter((ending) => /^\.[a-z\d_]+$/.test(ending)).toSorted(compareText);
}

function rootEntries(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name,
  );
}

/** Bytes at which readers of feeds and phones on a slow line begin to give up. */
const LARGE = 5_000_000;

function measure(files: readonly SiteFile[]): Pick<Built, 'files' | 'bytes' | 'largest' | 'large'> {
  const named = ({ path: name, bytes }: SiteFile): { name: string; bytes: number } => ({ name, bytes });
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    largest: named(files.reduce((most, file) => (file.bytes > most.bytes ? file : most))),
    large: files
      .filter(({ bytes }) => bytes > LARGE)
      .toSorted((a, b) => b.bytes - a.bytes || compareText(a.path, b.path))
      .map(named),
  };
}
