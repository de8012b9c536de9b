// Names of files and folders of a site that are not pages, feeds or releases, by their paths below its root.

/** The SHA-256 of every other file of a site. */
export const CHECKSUMS = 'SHA256SUMS';
/** Their signature, which they do not list. */
export const SIGNATURE = `${CHECKSUMS}.sig`;
/** Where security researchers look for a contact (RFC 9116). */
export const SECURITY_TXT = '.well-known/security.txt';
/** Keeps GitHub Pages from leaving out names that begin with `_`. */
export const NO_JEKYLL = '.nojekyll';
/** Headers and redirects as Cloudflare Pages and Netlify read them. */
export const HEADERS = '_headers';
export const REDIRECTS = '_redirects';
/** The folder that holds the search index. */
export const SEARCH_INDEX = 'pagefind';

/** Files that answer at the site's root under a name of their own. */
export const ROOT_FILES: readonly string[] = [
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
  'logo.svg',
  'logo.png',
  'look.css',
  CHECKSUMS,
  SIGNATURE,
  HEADERS,
  REDIRECTS,
  NO_JEKYLL,
];

/** Folders in the site's root. */
export const ROOT_FOLDERS: readonly string[] = [
  'releases',
  'types',
  'companies',
  'price-sensitive',
  'corrections',
  'changes',
  'search',
  'feeds',
  'archive',
  'data',
  'embed',
  'cards',
  SEARCH_INDEX,
  '_astro',
  '.well-known',
];

/** What hosts take for settings or for pages of their own: the domain at GitHub Pages, the page for addresses without one. */
export const HOST_NAMES: readonly string[] = [
  'CNAME',
  '404',
  '200.html',
  '_routes.json',
  '_worker.js',
  'web.config',
  'netlify.toml',
  'vercel.json',
  'staticwebapp.config.json',
  'wrangler.json',
  '_redirects.caddy',
  '_redirects.nginx',
];

/** The file that answers at an address of a site below a base path; that of a page lies in a folder. */
export function fileOfAddress(address: string, base: string): string {
  const below = decodeURI(address.slice(base.length));
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}
