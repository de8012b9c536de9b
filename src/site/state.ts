import { checkArchive } from '../archive/check.ts';
import { createArchive, type Archive } from '../archive/archive.ts';
import { publishedFiles, type PublishedFile } from '../archive/files.ts';
import { lockHistory, type LockHistory } from '../archive/lock-history.ts';
import { openReleases } from '../archive/place.ts';
import type { ReleasesFolder } from '../archive/read.ts';
import { resolveIn } from '../archive/resolve.ts';
import { createUrls, type Urls } from '../archive/urls.ts';
import { siteTitle } from '../archive/settings.ts';
import { config } from '../config.ts';
import { archiveDigest } from '../data/checksums.ts';
import { isPublishable, type Problem } from '../release/problem.ts';
import { beginningOf } from '../release/beginning.ts';
import { renderBody, type RenderedBody } from '../release/render.ts';
import { rememberLately } from '../release/remember.ts';
import type { Release } from '../release/schema.ts';
import { siteAddress, UsageError, type Environment } from './environment.ts';

/** What every page is made from. Made once per build, and anew by `npm run dev` when a release changes. */
export interface Site {
  readonly archive: Archive;
  readonly urls: Urls;
  readonly title: string;
  /** Nobody has said at which address the site will be. */
  readonly placeholder: boolean;
  /** Search engines are asked to pass the site over. */
  readonly preview: boolean;
  readonly folder: ReleasesFolder;
  /** How many drafts were left out. */
  readonly drafts: number;
  /** The text of a release as safe HTML, with addresses on this site as paths. */
  readonly render: (release: Release) => RenderedBody;
  /** The same with whole addresses, for feeds. */
  readonly renderForFeed: (release: Release) => string;
  /** One sentence on a release: its own summary or its text's beginning; empty where there is neither. */
  readonly summary: (release: Release) => string;
  /** The files that are published beside a release. */
  readonly filesOf: (release: Release) => readonly PublishedFile[];
  /** SHA-256 of a release's file or of one beside it, by its path below the releases folder. */
  readonly digestOf: (below: string) => string;
  /** The archive's own digest, over releases and attachments alone. Reads all attachments when it is first asked for. */
  readonly digest: string;
}

export interface LoadedSite {
  /** Absent when a problem forbids to publish. */
  readonly site?: Site;
  readonly problems: readonly Problem[];
  readonly folder: ReleasesFolder;
}

/**
 * Reads and checks the releases folder and makes the site's state.
 * `drafts` takes drafts in, for `npm run dev`. `now` is the moment of the check.
 */
export function loadSite(
  environment: Environment,
  options: { readonly drafts: boolean; readonly now: number; readonly variables: NodeJS.ProcessEnv },
): LoadedSite {
  const folder = readFolder(environment);
  const problems = checkArchive(folder, options.now, config.advice);
  if (!isPublishable(problems) && !options.drafts) return { problems, folder };
  const address = siteAddress(environment, options.variables, folder.settings.site);
  const urls = createUrls(address);
  const releases = folder.releases.filter((release) => options.drafts || release.draft !== true);
  const history = lockHistory(folder.lock);
  const archive = createArchive(
    releases.map((release) => withFormerAddresses(release, history)),
    folder.settings,
    history,
  );
  // Pages, feeds, digests and the copying all ask for them; the text is looked through once.
  const files = new Map(archive.releases.map((release) => [release.id, publishedFiles(release, folder.files)]));
  const filesOf = (release: Release) => files.get(release.id) ?? [];
  let digest: string | undefined;
  const has = { release: (id: string) => archive.byId.has(id), files: folder.files };
  // Search, the page and a dozen feeds ask for the same text.
  const remember = rememberLately<RenderedText>(TEXTS_IN_MEMORY, ({ body }) => body.html.length);
  const render = (release: Release) =>
    remember(release.id, () => {
      let local = false;
      const note = (address: string) => {
        local = true;
        return address;
      };
      return { body: renderBody(release.body, resolveIn(release, has, urls, note)), local };
    });
  const site: Site = {
    archive,
    urls,
    title: siteTitle(folder.settings),
    placeholder: address.placeholder,
    // A preview of a site that says where it is published names that address, and does no harm.
    preview: environment.preview && folder.settings.site === undefined,
    folder,
    drafts: folder.releases.length - releases.length,
    render: (release) => render(release).body,
    renderForFeed: (release) => {
      const { body, local } = render(release);
      return local ? renderBody(release.body, resolveIn(release, has, urls, urls.absolute)).html : body.html;
    },
    summary: remembered((release) => release.summary ?? beginningOf(release.body)),
    filesOf,
    digestOf: folder.digestOf,
    get digest() {
      return (digest ??= archiveDigest(archive.releases, filesOf, folder.digestOf));
    },
  };
  return { site, problems, folder };
}

interface RenderedText {
  readonly body: RenderedBody;
  /** Holds an address on this site, which feeds write in full. */
  readonly local: boolean;
}

/** Characters. The texts of 10,000 releases are about 80 million; of more, those that were asked for lately are kept. */
const TEXTS_IN_MEMORY = 100_000_000;

/** Pages, lists and feeds ask the same of a release; it is worked out once. */
function remembered<T>(ask: (release: Release) => T): (release: Release) => T {
  const answers = new Map<string, T>();
  return (release) => {
    const known = answers.get(release.id);
    if (known !== undefined) return known;
    const answer = ask(release);
    answers.set(release.id, answer);
    return answer;
  };
}

/** A renamed release is still found where it stood before. */
function withFormerAddresses(release: Release, history: LockHistory): Release {
  const former = history.formerIds(release.id).map((id) => `/releases/${id}/`);
  return former.length === 0 ? release : { ...release, aliases: [...(release.aliases ?? []), ...former] };
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

/** True when a site has been handed over. */
export function hasSite(): boolean {
  return shared[KEY] !== undefined;
}

/** Hands the state to the pages. */
export function setSite(site: Site): void {
  shared[KEY] = site;
}
