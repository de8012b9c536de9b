import path from 'node:path';
import { createArchive, type Archive } from '../archive/archive.ts';
import type { PublishedFile } from '../archive/files-beside.ts';
import { lockHistory } from '../archive/seal/lock-history.ts';
import type { LockEntry } from '../archive/seal/lock.ts';
import { readBody } from '../archive/read/read-body.ts';
import { digestReader } from '../archive/read/read-digest.ts';
import { resolveIn } from '../archive/resolve-links.ts';
import { siteTitle } from '../archive/company-names.ts';
import type { Settings } from '../archive/settings-schema.ts';
import { createUrls, type Urls } from '../archive/urls.ts';
import { archiveDigest } from '../data/checksums.ts';
import { createLru } from '../text/lru.ts';
import { renderBody } from '../release/render.ts';
import type { Release } from '../release/schema.ts';
import { wasChanged } from './site-files.ts';
import type { SiteAddress } from './environment.ts';
import { BuildFailure } from './failure.ts';
import { withPictureSizes } from './picture-sizes.ts';
import { readShared, type Texts } from './shared-texts.ts';

/** What a site is made from: plain values alone, so that a thread can be handed a copy. */
export interface SiteParts {
  /** Absolute path of the releases folder. */
  readonly root: string;
  /** Those that are published, in no order. */
  readonly releases: readonly Release[];
  /** Texts of releases, by id; those that are not here are read again from the disk where they are needed. */
  readonly bodies: Texts;
  readonly settings: Settings;
  /** The seals, by id. */
  readonly seals: ReadonlyMap<string, LockEntry>;
  /** Sizes in bytes of all files that are not releases, by their path below the folder. */
  readonly files: ReadonlyMap<string, number>;
  /** Those that are published beside a release, by its id. */
  readonly published: ReadonlyMap<string, readonly PublishedFile[]>;
  /** SHA-256 of files below the folder; of all releases. */
  readonly digests: Map<string, string>;
  readonly address: SiteAddress;
  /** Search engines are asked to pass the site over. */
  readonly preview: boolean;
  /** How many drafts were left out. */
  readonly drafts: number;
}

/** What every page is made from. Made once per build, and anew by `npm run dev` when a release changes. */
export interface Site {
  readonly parts: SiteParts;
  readonly archive: Archive;
  readonly urls: Urls;
  readonly title: string;
  /** Search engines are asked to pass the site over. */
  readonly preview: boolean;
  /** The text of a release as safe HTML, with addresses on this site as paths. */
  readonly render: (release: Release) => string;
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

/** Characters. The texts of 10,000 releases are about 60 million; as HTML, for which search and several feeds ask, some more. */
export const TEXTS_IN_MEMORY = 100_000_000;

/**
 * Makes a site out of its parts, which keeps `memory` characters of the texts' HTML.
 * A text that is not what it was when its digest was taken throws a `BuildFailure` where it is asked for.
 */
export function createSite(parts: SiteParts, memory: number): Site {
  const urls = createUrls(parts.address);
  const history = lockHistory(parts.seals);
  const archive = createArchive(parts.releases, parts.settings, history);
  const digestOf = digestReader(parts.root, parts.digests);
  const filesOf = (release: Release): readonly PublishedFile[] => parts.published.get(release.id) ?? [];
  const has = { release: (id: string) => archive.byId.has(id), files: parts.files };

  const bodyOf = ({ id }: Release): string => {
    const body = readShared(parts.bodies, id) ?? readBody(parts.root, id, digestOf(`${id}.md`));
    if (body === undefined) throw new BuildFailure(wasChanged(path.join(parts.root, `${id}.md`)));
    return body;
  };
  // Lists ask for them again and again; they are short.
  const summaries = new Map<string, string>();
  const remember = createLru<Rendered>(memory, ({ html }) => html.length);
  const rendered = (release: Release): Rendered =>
    remember(release.id, () => {
      let local = false;
      const note = (address: string): string => {
        local = true;
        return address;
      };
      const { html, beginning } = renderBody(bodyOf(release), resolveIn(release, has, urls, note));
      summaries.set(release.id, release.summary ?? beginning);
      return { html: withPictureSizes(html, filesOf(release), parts.root), local };
    });
  let digest: string | undefined;
  return {
    parts,
    archive,
    urls,
    title: siteTitle(parts.settings),
    preview: parts.preview,
    render: (release) => rendered(release).html,
    renderForFeed(release) {
      const { html, local } = rendered(release);
      if (!local) return html;
      const whole = renderBody(bodyOf(release), resolveIn(release, has, urls, urls.absolute)).html;
      return withPictureSizes(whole, filesOf(release), parts.root);
    },
    summary(release) {
      if (!summaries.has(release.id)) rendered(release);
      return summaries.get(release.id) ?? '';
    },
    filesOf,
    digestOf,
    get digest() {
      return (digest ??= archiveDigest(archive.releases, filesOf, digestOf));
    },
  };
}

interface Rendered {
  readonly html: string;
  /** The HTML holds an address on this site, which feeds write in full. */
  readonly local: boolean;
}
