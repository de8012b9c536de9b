import { CHECKSUMS, SEARCH_INDEX } from './site-paths.ts';
import { ALLOWED_SIGNERS } from './seal/allowed-signers.ts';

/** A list of releases that has an address of its own. */
export type ListRef =
  | { readonly kind: 'all' | 'price-sensitive' | 'corrections' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'type'; readonly slug: string }
  | { readonly kind: 'company'; readonly code: string };

export type FeedFormat = 'rss.xml' | 'atom.xml' | 'feed.json';

/**
 * The only maker of addresses. All of them begin with the base path and are encoded;
 * `absolute` makes them whole with the site's origin.
 */
export interface Urls {
  /** Path under which the site lies, `/` or `/investors/archive/`. */
  readonly base: string;
  /** Origin of the site, `https://example.com`. */
  readonly origin: string;
  /** Address of a path that is written from the site's root, `feeds/` or `_astro/x.css`. */
  readonly path: (below: string) => string;
  readonly home: () => string;
  readonly release: (id: string) => string;
  /** The very file that a release was made from. */
  readonly source: (id: string) => string;
  /** A file beside a release. */
  readonly file: (id: string, name: string) => string;
  readonly list: (list: ListRef) => string;
  /** Page of a list, counted from the oldest, 1 first. */
  readonly listPage: (list: ListRef, page: number) => string;
  readonly feed: (list: ListRef, format: FeedFormat) => string;
  /** Archive document of a year's page (RFC 5005) or JSON Feed page. */
  readonly archiveFeed: (year: number, page: number, format: 'atom.xml' | 'feed.json') => string;
  /** The same for a page of another list: `/types/<slug>/<page>/atom.xml`. */
  readonly listArchiveFeed: (list: ListRef, page: number, format: 'atom.xml' | 'feed.json') => string;
  readonly types: () => string;
  readonly companies: () => string;
  readonly search: (query?: string) => string;
  /** The folder that holds the search index. */
  readonly searchIndex: () => string;
  /** How other sites show the newest releases; `embedLatest` is the page that they show. */
  readonly embed: () => string;
  readonly embedLatest: () => string;
  readonly feeds: () => string;
  /** All feeds as one OPML document. */
  readonly opml: () => string;
  readonly checksums: () => string;
  readonly notFound: () => string;
  /** What a correction or replacement changed. */
  readonly changes: (id: string) => string;
  /** The page on what the archive holds. */
  readonly archive: () => string;
  /** The keys that sign the archive, as `ssh-keygen` reads them. */
  readonly allowedSigners: () => string;
  /** The page on open data, or one of its files. */
  readonly data: (
    file?: 'index.json' | `release${'' | 's'}.schema.json` | `releases${'' | `-${number}`}.${'json' | 'csv'}`,
  ) => string;
  /** The preview picture of a company, by its code, or of the `site`. */
  readonly card: (name: string) => string;
  readonly absolute: (path: string) => string;
}

/** Addresses of a site at an origin below a base path; slashes around the path may be missing. */
export function createUrls(site: { readonly origin: string; readonly base: string }): Urls {
  const encode = (below: string): string => (PLAIN.test(below) ? below : below.split('/').map(encodeSegment).join('/'));
  const base = encode(`/${site.base}/`.replace(/\/{2,}/g, '/'));
  const path = (below: string): string => base + encode(below);
  return {
    base,
    origin: site.origin,
    path,
    home: () => base,
    release: (id) => path(`releases/${id}/`),
    source: (id) => path(`releases/${id}.md`),
    file: (id, name) => path(`releases/${id}/${name}`),
    list: (list) => path(listPath(list)),
    listPage: (list, page) => path(`${listPath(list)}${page}/`),
    feed: (list, format) => path(`${list.kind === 'all' ? '' : listPath(list)}${format}`),
    archiveFeed: (year, page, format) => path(`releases/${year}/${page}/${format}`),
    listArchiveFeed: (list, page, format) => path(`${listPath(list)}${page}/${format}`),
    types: () => path('types/'),
    companies: () => path('companies/'),
    search: (query) => path('search/') + (query === undefined ? '' : `?q=${encodeURIComponent(query)}`),
    searchIndex: () => path(`${SEARCH_INDEX}/`),
    embed: () => path('embed/'),
    embedLatest: () => path('embed/latest/'),
    feeds: () => path('feeds/'),
    opml: () => path('feeds.opml'),
    checksums: () => path(CHECKSUMS),
    notFound: () => path('404.html'),
    changes: (id) => path(`changes/${id}/`),
    archive: () => path('archive/'),
    allowedSigners: () => path(`archive/${ALLOWED_SIGNERS}`),
    data: (file) => path(`data/${file ?? ''}`),
    card: (name) => path(`cards/${name.toLowerCase()}.png`),
    absolute: (address) => site.origin + address,
  };
}

/** True for the name of a feed, in any letter case and also compressed. */
export function isFeedName(name: string): boolean {
  return /^(?:rss\.xml|atom\.xml|feed\.json)(?:\.br|\.gz)?$/i.test(name);
}

function listPath(list: ListRef): string {
  switch (list.kind) {
    case 'all':
      return 'releases/';
    case 'year':
      return `releases/${list.year}/`;
    case 'type':
      return `types/${list.slug}/`;
    case 'company':
      return `companies/${list.code.toLowerCase()}/`;
    default:
      return `${list.kind}/`;
  }
}

/** What encoding leaves as it is: nearly every path, and a large archive asks for a million. */
const PLAIN = /^[\w./~-]*$/;

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%40/g, '@').replace(/%2C/g, ',');
}
