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
  readonly feeds: () => string;
  /** The page on what the archive holds. */
  readonly archive: () => string;
  /** The page on open data, or one of its files. */
  readonly data: (file?: 'releases.json' | 'releases.csv' | 'release.schema.json') => string;
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
    feeds: () => path('feeds/'),
    archive: () => path('archive/'),
    data: (file) => path(`data/${file ?? ''}`),
    absolute: (address) => site.origin + address,
  };
}

/** Whose a name in the site's root is: a folder or a file of the site, or of its host. */
export interface RootName {
  readonly owner: 'folder' | 'file' | 'host';
  /** As it is written. */
  readonly name: string;
  /** False for what the site does not have, but may come to have. */
  readonly exists: boolean;
}

/**
 * What a name in the site's root belongs to, in any letter case; `undefined` for one that is free.
 * A file stands for its compressed forms too.
 */
export function rootName(written: string): RootName | undefined {
  const name = written.toLowerCase();
  const folder = [...FOLDERS, ...FOLDERS_TO_COME].find((one) => one === name);
  if (folder !== undefined) return { owner: 'folder', name: folder, exists: FOLDERS.includes(folder) };
  const plain = name.replace(/\.(?:br|gz)$/, '');
  const file = FILES.find((one) => one.toLowerCase() === plain) ?? /^sitemap-\d+\.xml$/.exec(plain)?.[0];
  if (file !== undefined) return { owner: 'file', name: file + name.slice(plain.length), exists: true };
  const host = HOST_NAMES.find((one) => one.toLowerCase() === name);
  // Hosts leave out names that begin with a dot, or read them as settings.
  if (host === undefined && !name.startsWith('.')) return undefined;
  return { owner: 'host', name: host ?? written, exists: false };
}

/** True for the name of a feed, in any letter case and also compressed. */
export function isFeedName(name: string): boolean {
  return /^(?:rss\.xml|atom\.xml|feed\.json)(?:\.br|\.gz)?$/i.test(name);
}

const FOLDERS: readonly string[] = [
  'releases',
  'types',
  'companies',
  'price-sensitive',
  'corrections',
  'search',
  'feeds',
  'archive',
  'data',
  'pagefind',
  '_astro',
  '.well-known',
];

const FOLDERS_TO_COME: readonly string[] = ['changes', 'cards', 'embed'];

const FILES: readonly string[] = [
  'index.html',
  '404.html',
  'rss.xml',
  'atom.xml',
  'feed.json',
  'feed.css',
  'feeds.opml',
  'sitemap.xml',
  'robots.txt',
  'llms.txt',
  'opensearch.xml',
  'favicon.svg',
  'favicon.ico',
  'icon.png',
  'apple-touch-icon.png',
  'card.png',
  'SHA256SUMS',
  'SHA256SUMS.sig',
  '_headers',
  '_redirects',
  '.nojekyll',
];

/** What hosts take for settings or for pages of their own: the domain at GitHub Pages, the page for addresses without one. */
const HOST_NAMES: readonly string[] = [
  'CNAME',
  '404',
  '200.html',
  '_routes.json',
  '_worker.js',
  'web.config',
  'netlify.toml',
  'vercel.json',
  'staticwebapp.config.json',
];

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
