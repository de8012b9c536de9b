import { mediaType } from '../../release/file-name.ts';
import { decodeEscapes } from '../../text/decode-escapes.ts';
import { quote, quoteWhole } from '../../text/quote.ts';
import type { Problem } from '../../release/problem.ts';
import { publishedFiles } from '../files-beside.ts';
import { lockHistory } from '../seal/lock-history.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';
import { rootName, type RootName } from '../root-name.ts';
import { isFeedName } from '../urls.ts';
import { fold } from './attachments.ts';
import type { CheckContext } from './context.ts';

/** Two releases that some systems cannot tell apart would become one page. */
export function sameAddress(folder: ReleasesFolder): Problem[] {
  const groups = Map.groupBy(folder.ids, fold);
  return [...groups.values()].flatMap((ids) =>
    ids.slice(1).map((id) => ({
      file: folder.fileOf(id),
      line: 1,
      rule: 'id-duplicate',
      severity: 'error' as const,
      message: `The name differs from ${quoteWhole(folder.fileOf(ids[0] ?? ''))} by letter case or accents alone; some systems hold one of them only.`,
      hint: 'Rename one of the two files.',
    })),
  );
}

/** A file beside a release must not have the address of another release: `2020/a` with `b.pdf`, and `2020/a/b.pdf.md`. */
export function fileAddressProblems({ folder, ids }: CheckContext): Problem[] {
  // Hardly any release is named like a file; without one there is nothing to compare.
  const named = new Map(
    [...ids].flatMap((id) =>
      segmentPaths(id)
        .filter((path) => mediaType(path) !== undefined)
        .map((path) => [fold(path), id] as const),
    ),
  );
  if (named.size === 0) return [];
  return folder.releases.flatMap((release) =>
    publishedFiles(release, folder.files).flatMap(({ name }) => {
      const other = named.get(fold(`${release.id}/${name}`));
      if (other === undefined) return [];
      const at = (release.attachments ?? []).findIndex((entry) => 'file' in entry && entry.file === name);
      const field = at === -1 ? undefined : `attachments.${at}`;
      return [
        {
          file: folder.fileOf(release.id),
          line: field === undefined ? folder.bodyLineOf(release.id) : folder.lineOf(release.id, field),
          ...(field === undefined ? {} : { field }),
          rule: 'attachment-address-taken',
          severity: 'error' as const,
          message: `${quote(name)} would have the address of the release ${quote(other)}.`,
          hint: 'Rename the file, or the other release.',
        },
      ];
    }),
  );
}

/** The addresses that the site has. */
export interface SitePages {
  /**
   * What an old address of a release would do to the site's own, as the end of a sentence: `would hide the home page of this
   * site`; `undefined` where it does nothing.
   */
  readonly conflict: (alias: string, id: string) => string | undefined;
  /** True for an address that the site answers, aliases among them; a fragment or a query does not matter. */
  readonly has: (address: string) => boolean;
}

/** The addresses of the site that these releases become. */
export function sitePages({ folder }: CheckContext): SitePages {
  // What was withdrawn or renamed keeps its address.
  const ids = [...(folder.lock?.entries.keys() ?? []), ...folder.ids];
  const releases = new Map(ids.map((id) => [fold(id), id]));
  const history = lockHistory(folder.lock?.entries);
  const aliases = new Set(folder.releases.flatMap((release) => (release.aliases ?? []).map(addressPath)));
  return {
    conflict(alias, id) {
      const path = addressPath(alias);
      // What a release was renamed from leads to it in any case.
      if (history.formerIds(id).some((former) => fold(`releases/${former}`) === path)) return undefined;
      const segments = path.split('/');
      const compressed = segments.find((segment) => /\.html?\.(?:br|gz)$/.test(segment));
      if (compressed !== undefined) return `holds the name ${quote(compressed)}, which is that of a compressed page`;
      const hidden = segments.slice(1).find((segment) => segment.startsWith('.'));
      if (hidden !== undefined) return `holds the name ${quote(hidden)}, and hosts leave out what begins with a dot`;
      if (/\/index\.html\//.test(fold(decodeEscapes(alias))))
        return 'lies below an index.html, which is a page and no folder';
      const own = ownAt(path, releases) ?? pageNamed(path, releases);
      if (own?.owner === 'host') return `takes the name ${own.what}, which hosts keep for themselves`;
      if (own?.isBelow) return `lies below ${own.what} of this site, which is no folder`;
      return own && `would hide ${own.what} of this site`;
    },
    has(address) {
      const path = addressPath(address.replace(/[?#].*$/, ''));
      return ownAt(path, releases)?.exists === true || aliases.has(path);
    },
  };
}

interface Own {
  readonly owner: RootName['owner'];
  /** In words for a message. */
  readonly what: string;
  readonly exists: boolean;
  /** True for an address that goes on behind a file. */
  readonly isBelow: boolean;
}

/** What stands at a path, or at the part of it that is a file; folders of the site are its own with all that lies in them. */
function ownAt(path: string, releases: ReadonlyMap<string, string>): Own | undefined {
  const [first = '', ...rest] = path.split('/');
  if (path === '') return { owner: 'file', what: 'the home page', exists: true, isBelow: false };
  if (first === 'releases') return ownInReleases(rest, releases);
  const own = rootName(first);
  if (!own) return undefined;
  const what = { folder: `the folder /${own.name}/`, file: `the file /${own.name}`, host: quote(own.name) }[own.owner];
  const isBelow = own.owner === 'file' && rest.length > 0;
  return { owner: own.owner, what, exists: own.owner !== 'host' && !isBelow, isBelow };
}

/** The page or file whose name with `.html` behind it this is: some hosts answer with the one where the other is asked for. */
function pageNamed(path: string, releases: ReadonlyMap<string, string>): Own | undefined {
  if (!path.endsWith('.html')) return undefined;
  const own = ownAt(path.slice(0, -'.html'.length), releases);
  return own?.exists === true ? own : undefined;
}

function ownInReleases(segments: readonly string[], releases: ReadonlyMap<string, string>): Own | undefined {
  const list = { owner: 'folder', what: 'a list', exists: true, isBelow: false } as const;
  // A year, a page of all releases, or a page of a year; and their feeds.
  const numbers = segments.findIndex((segment, at) => at === 2 || !/^\d+$/.test(segment));
  const name = numbers === -1 ? undefined : segments[numbers];
  if (name === undefined) return list;
  if (isFeedName(name)) {
    const isBelow = numbers < segments.length - 1;
    return isBelow ? { ...list, what: 'the feed of a list', exists: false, isBelow } : list;
  }
  const part = segmentPaths(segments.join('/')).find((one) => releases.has(ownerOf(one, releases)));
  if (part === undefined) return undefined;
  const id = ownerOf(part, releases);
  const isSource = part !== id;
  const isBelow = isSource && part !== segments.join('/');
  const what = `${isSource ? 'the source of ' : ''}the release ${quote(releases.get(id) ?? id)}`;
  return { owner: 'file', what, exists: !isBelow, isBelow };
}

/** The id of a release that stands at a path below `/releases/`, or the path without the endings of its source. */
function ownerOf(path: string, releases: ReadonlyMap<string, string>): string {
  return releases.has(path) ? path : path.replace(/\.md(?:\.br|\.gz)?$/, '');
}

/** An address as its path without the slashes around it, in lower case, so that all ways of writing it are one. */
export function addressPath(address: string): string {
  return fold(decodeEscapes(address))
    .replace(/(^|\/)index\.html$/, '$1')
    .replace(/^\/|\/$/g, '');
}

/** `a`, `a/b` and `a/b/c` of `a/b/c`. */
export function segmentPaths(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
