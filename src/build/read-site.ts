import { checkArchive } from '../archive/check/check-archive.ts';
import { publishedFiles } from '../archive/files-beside.ts';
import { lockHistory, type LockHistory } from '../archive/seal/lock-history.ts';
import type { Parse } from '../archive/read/remember-parsed.ts';
import { readSettings, type ReleasesFolder } from '../archive/read/read-releases.ts';
import { config } from '../config.ts';
import { isPublishable, type Problem } from '../release/problem.ts';
import type { Release, WholeRelease } from '../release/schema.ts';
import { siteAddress, type Environment, type SiteAddress } from './environment.ts';
import { readFolder } from './read-folder.ts';
import { shareTexts, type Texts } from './shared-texts.ts';
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
 * `now` is the moment of the check. `address` is the site's where it is known already, `parse` what remembers the former reading.
 * Of the texts' HTML `memory` characters are kept.
 */
export function readSite(
  environment: Environment,
  options: {
    readonly drafts: boolean;
    readonly now: number;
    readonly address?: SiteAddress;
    readonly parse?: Parse;
    readonly memory?: number;
  },
): ReadSite {
  const folder = readFolder({ root: environment.releases, shown: environment.shown }, options.parse);
  const check = (): readonly Problem[] => checkArchive(folder, options.now, config.advice);
  if (!isPublishable(folder.problems) && !options.drafts) return { check, folder };
  const whole = folder.releases.filter((release) => options.drafts || release.draft !== true);
  const seals = folder.lock?.entries ?? new Map();
  const history = lockHistory(seals);
  const site = createSite(
    {
      root: folder.root,
      releases: whole.map((release) => withFormerAddresses(withoutText(release), history)),
      bodies: bodiesOf(whole, options.parse === undefined ? shareTexts : (texts) => new Map(texts)),
      settings: folder.settings,
      seals,
      files: folder.files,
      // Pages, feeds, digests and the copying all ask for them; the text is looked through once.
      published: new Map(whole.map((release) => [release.id, publishedFiles(release, folder.files)])),
      digests: folder.digests,
      address: options.address ?? siteAddress(environment, folder.settings.site),
      // A preview of a site that says where it is published names that address, and does no harm.
      preview: environment.preview && folder.settings.site === undefined,
      drafts: folder.releases.length + folder.incompleteDrafts.length - whole.length,
    },
    options.memory ?? TEXTS_IN_MEMORY,
  );
  return { site, check, folder };
}

/** The address of the site, for whom the releases themselves would be too long to wait for. Throws as `siteAddress` does. */
export function readAddress(environment: Environment): SiteAddress {
  return siteAddress(environment, readSettings(environment.releases).site);
}

/** The texts of releases, as many as may be kept; who remembers the former reading has them in memory already. */
function bodiesOf(releases: readonly WholeRelease[], keep: (texts: (readonly [string, string])[]) => Texts): Texts {
  let size = 0;
  const kept = releases.filter(({ body }) => (size += body.length) <= TEXTS_IN_MEMORY);
  return keep(kept.map(({ id, body }) => [id, body] as const));
}

function withoutText({ body: _, ...release }: WholeRelease): Release {
  return release;
}

/** A renamed release is still found where it stood before. */
function withFormerAddresses(release: Release, history: LockHistory): Release {
  const former = history.formerIds(release.id).map((id) => `/releases/${id}/`);
  return former.length === 0 ? release : { ...release, aliases: [...new Set([...(release.aliases ?? []), ...former])] };
}
