import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { CHECKSUMS, sourcesOf } from '../data/checksums.ts';
import { hashFiles, wasChanged, writeChecksums, type SiteFile } from './checksums.ts';
import { counted } from '../release/amounts.ts';
import { compareText } from '../release/problem.ts';
import { BuildFailure, UsageError, type Environment } from './environment.ts';
import { workAtFiles, type Taken } from './file-work.ts';
import type { FilesThread } from './files-thread.ts';
import { headersFile, securityTxt } from './host-files.ts';
import { precompress } from './precompress.ts';
import { redirects } from './redirects.ts';
import { removeLeftovers } from './staging.ts';
import type { SiteFolder } from './site-folder.ts';
import type { Site } from './site.ts';
import type { Phase, Stopwatch } from './stopwatch.ts';

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
  /** The same of the thread beside. */
  readonly beside: readonly Phase[];
  /** How many releases were indexed anew. */
  readonly indexed: number;
}

/** What makes a site's files. */
export interface Making {
  /** What this thread has written of it. */
  readonly folder: SiteFolder;
  /** The thread beside, and the work that both share. */
  readonly thread: FilesThread;
  readonly taken: Taken;
}

/**
 * Completes the rendered site in `staging` (redirects, what hosts look for, digests) once the thread beside has made its
 * files there, makes sure that every release has its page, and puts it in the place of the former site.
 * Until the two renames at the end the former site is whole; on an error it stays.
 */
export async function publish(
  site: Site,
  staging: string,
  environment: Environment,
  { folder, thread, taken }: Making,
  watch: Stopwatch,
): Promise<Published> {
  requireEveryPage(site, staging);
  await workAtFiles(site, folder, taken);
  watch.lap('the rest of feeds and copies');
  const { files: besides, phases: beside, indexed } = await thread.finish();
  const made = new Map([...folder.files, ...besides]);
  requireSameFiles(site, made);
  watch.lap('waiting for the thread beside');
  const redirected = writeHostFiles(site, staging);
  if (environment.precompress) await precompress(staging);
  const files = hashFiles(staging, made);
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
    writeFileSync(file, content);
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

/** A page that was silently not written would be an announcement lost. */
function requireEveryPage(site: Site, staging: string): void {
  const missing = site.archive.releases.filter(
    (release) => !existsSync(path.join(staging, 'releases', release.id, 'index.html')),
  );
  if (missing.length === 0) return;
  throw new Error(
    `${missing.length} of ${site.archive.releases.length} releases have no page, the first of them ${missing[0]?.id}. The site was not replaced.`,
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

/** Puts the finished site in its place with two renames; between them the former site stands beside as `.former`. */
async function swap(staging: string, environment: Environment): Promise<void> {
  const { out } = environment;
  const next = `${out}.next`;
  const former = `${out}.former`;
  mkdirSync(path.dirname(out), { recursive: true });
  rmSync(next, { recursive: true, force: true });
  try {
    renameSync(staging, next);
  } catch (error) {
    // Another disk: the copy is made beside the former site before anything is touched.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(staging, next, { recursive: true });
    rmSync(staging, { recursive: true });
  }
  rmSync(former, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, former);
  renameSync(next, out);
  // On several of the system's threads: the disk is what is waited for.
  await rm(former, { recursive: true, force: true });
  removeLeftovers(environment);
}

/** Puts the former site back when a build was ended between its two renames. True when it did. */
export function restoreFormer({ out }: Environment): boolean {
  if (existsSync(out) || !existsSync(`${out}.former`)) return false;
  renameSync(`${out}.former`, out);
  return true;
}

/** Refuses to put a site without any release in the place of one that has some: most likely a folder was not there. */
export function requireReleases(site: Site, { out, shownOut, shown, allowEmpty }: Environment): void {
  if (site.archive.releases.length > 0 || allowEmpty) return;
  const former = path.join(out, 'releases');
  const lost = existsSync(former)
    ? readdirSync(former, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).length
    : 0;
  if (lost === 0) return;
  throw new UsageError(
    `There is nothing to publish in "${shown}", and ${shownOut} holds a site of ${counted(lost, 'release')}, which would be lost. See whether RELEASES_DIR names the right folder; where all of them are really to go, set ALLOW_EMPTY=1.`,
  );
}

/** Refuses an out folder that holds something other than a site of ours: replacing it would delete it. */
export function requireReplaceable({ out, shownOut, project, releases }: Environment): void {
  const contains = (folder: string, inner: string): boolean => !path.relative(folder, inner).startsWith('..');
  if (contains(out, project) || contains(out, releases) || contains(releases, out)) {
    throw new UsageError(
      `OUT_DIR "${shownOut}" holds the project or its releases, and would be replaced. Name a folder of its own, such as dist.`,
    );
  }
  if (!existsSync(out)) return;
  const entries = statSync(out).isDirectory() ? readdirSync(out) : undefined;
  if (entries?.length === 0 || (entries?.includes('.nojekyll') && entries.includes('index.html'))) return;
  throw new UsageError(
    `OUT_DIR "${shownOut}" holds something that is not a site of this archive, and would be replaced. Empty it, or name another folder.`,
  );
}
