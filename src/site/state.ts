import { checkArchive } from '../archive/check.ts';
import { publishedFiles } from '../archive/files.ts';
import { lockHistory, type LockHistory } from '../archive/lock-history.ts';
import { openReleases } from '../archive/open.ts';
import { readSettings, type ReleasesFolder } from '../archive/read.ts';
import { config } from '../config.ts';
import { isPublishable, type Problem } from '../release/problem.ts';
import type { Release, WholeRelease } from '../release/schema.ts';
import { siteAddress, UsageError, type Environment, type SiteAddress } from './environment.ts';
import { createSite, TEXTS_IN_MEMORY, type Site } from './site.ts';

interface ReadSite {
  /** Absent when a problem that reading alone shows forbids to publish. */
  readonly site?: Site;
  /** Looks for the problems of single releases and across them, which takes half as long as reading; all come back, sorted. */
  readonly check: () => readonly Problem[];
  readonly folder: Pick<ReleasesFolder, 'ids' | 'fileOf' | 'settingsFile' | 'settingsLineOf'>;
}

/**
 * Reads the releases folder and makes the site's state.
 * `drafts` takes drafts in, and makes a site whatever is wrong with the releases, for `npm run dev`.
 * `now` is the moment of the check. `address` is the site's where it is known already.
 */
export function readSite(
  environment: Environment,
  options: {
    readonly drafts: boolean;
    readonly now: number;
    readonly variables: NodeJS.ProcessEnv;
    readonly address?: SiteAddress;
  },
): ReadSite {
  const folder = readFolder(environment);
  const check = (): readonly Problem[] => checkArchive(folder, options.now, config.advice);
  if (!isPublishable(folder.problems) && !options.drafts) return { check, folder };
  const whole = folder.releases.filter((release) => options.drafts || release.draft !== true);
  const seals = folder.lock?.entries ?? new Map();
  const history = lockHistory(seals);
  const site = createSite(
    {
      root: folder.root,
      releases: whole.map((release) => withFormerAddresses(withoutText(release), history)),
      bodies: bodiesOf(whole),
      settings: folder.settings,
      seals,
      files: folder.files,
      // Pages, feeds, digests and the copying all ask for them; the text is looked through once.
      published: new Map(whole.map((release) => [release.id, publishedFiles(release, folder.files)])),
      digests: folder.digests,
      address: options.address ?? siteAddress(environment, options.variables, folder.settings.site),
      // A preview of a site that says where it is published names that address, and does no harm.
      preview: environment.preview && folder.settings.site === undefined,
      drafts: folder.releases.length - whole.length,
    },
    TEXTS_IN_MEMORY,
  );
  return { site, check, folder };
}

/** The address of the site, for whom the releases themselves would be too long to wait for. Throws as `siteAddress` does. */
export function readAddress(environment: Environment, variables: NodeJS.ProcessEnv): SiteAddress {
  return siteAddress(environment, variables, readSettings(environment.releases).site);
}

/** The texts of releases, as many as may be kept. */
function bodiesOf(releases: readonly WholeRelease[]): Map<string, string> {
  let size = 0;
  const kept = releases.filter(({ body }) => (size += body.length) <= TEXTS_IN_MEMORY);
  return new Map(kept.map(({ id, body }) => [id, body]));
}

function withoutText({ body: _, ...release }: WholeRelease): Release {
  return release;
}

/** A renamed release is still found where it stood before. */
function withFormerAddresses(release: Release, history: LockHistory): Release {
  const former = history.formerIds(release.id).map((id) => `/releases/${id}/`);
  return former.length === 0 ? release : { ...release, aliases: [...new Set([...(release.aliases ?? []), ...former])] };
}

function readFolder({ releases, shown }: Environment): ReleasesFolder {
  const opened = openReleases({ root: releases, shown });
  if ('fault' in opened) throw new UsageError(opened.fault);
  return opened.folder;
}

// Astro renders pages from modules that it has bundled anew; the state is handed to them through this one place.
const KEY = Symbol.for('asx-release-archive.site');
const shared = globalThis as { [KEY]?: Site };

/** The site's state; throws when the integration has not loaded it. */
export function getSite(): Site {
  const site = shared[KEY];
  if (!site) throw new Error('The archive is not loaded; astro.config.mjs must hold the releaseArchive() integration.');
  return site;
}

/** Hands the state to the pages. */
export function setSite(site: Site): void {
  shared[KEY] = site;
}
