/** Types of files that hosts know otherwise or not at all, by their whole names; all of them are text. */
export const TYPES_BY_NAME: Readonly<Record<string, string>> = {
  // Browsers show the source of a feed's own type; as XML they show it with its style sheet, and readers take both.
  'rss.xml': 'application/xml',
  'atom.xml': 'application/xml',
  'feed.json': 'application/feed+json',
  'feeds.opml': 'text/x-opml',
  'opensearch.xml': 'application/opensearchdescription+xml',
  'release.schema.json': 'application/schema+json',
  'releases.schema.json': 'application/schema+json',
  SHA256SUMS: 'text/plain',
  'SHA256SUMS.sig': 'text/plain',
  allowed_signers: 'text/plain',
};

/** Lists that have feeds, by their folders; a `:name` stands for one segment. */
const FEED_LISTS = ['', 'types/:type/', 'companies/:code/', 'price-sensitive/', 'corrections/'] as const;

/** Folders of feeds: those of lists, and those where the archive documents of lists lie. */
const FEED_FOLDERS = [...FEED_LISTS, ...['releases/:year/', ...FEED_LISTS.slice(1)].map((list) => `${list}:page/`)];

/** The folders where a file of `TYPES_BY_NAME` lies, below the base path. */
export function foldersOf(name: string): readonly string[] {
  if (name === 'rss.xml') return FEED_LISTS;
  if (isFeed(name)) return FEED_FOLDERS;
  if (name === 'allowed_signers') return ['archive/'];
  return name.endsWith('.schema.json') ? ['data/'] : [''];
}

/** True for the file names of feeds. */
export function isFeed(name: string): boolean {
  return /^(?:rss\.xml|atom\.xml|feed\.json)$/.test(name);
}

/** First folders of the feeds of single lists. No other file in them ends in `.xml` or `.json`: documents of releases have other types. */
export const FEED_PLACES = [...new Set(FEED_FOLDERS.map((folder) => folder.replace(/\/.*/, '')))].filter(Boolean);

/** Types of text files by their endings. */
export const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.opml': 'text/x-opml',
  '.sig': 'text/plain',
};

/** A type of text with its letters' encoding. */
export function inUtf8(type: string): string {
  return `${type}; charset=utf-8`;
}

/** Kinds of files of the search index whose names hold a digest of their content, as do all names below `_astro/`. */
export const LASTING_KINDS = ['fragment', 'index', 'filter', 'meta', 'words'] as const;

/** Paths of those files below the base path, as a regular expression. */
export const LASTING = String.raw`_astro/|pagefind/.*\.pf_(?:${LASTING_KINDS.join('|')})$`;

/** Files of the search index that each build replaces. All others lie in folders whose names hold a digest of their content. */
export const CHANGING_OF_SEARCH = ['names.json', 'shards.json'] as const;

export const KEEP = 'public, max-age=31536000, immutable';
export const ASK = 'public, max-age=0, must-revalidate';

/** Headers of what only pages of this site load. */
export const OWN = { 'Cross-Origin-Resource-Policy': 'same-origin' };

/** Headers of what scripts on any other site may read. */
export const OPEN = { 'Access-Control-Allow-Origin': '*' };

/** Types of other files that not every host knows. */
export const OTHER_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
};
