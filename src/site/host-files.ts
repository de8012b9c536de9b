import type { Site } from './site.ts';

/**
 * The policy under which every page works, as a header and as `<meta>`: nothing from elsewhere, nothing inline.
 * Pagefind compiles WebAssembly, which needs `'wasm-unsafe-eval'`, and starts a worker from our own files.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  // Where a browser knows Trusted Types, no text becomes markup or script; src/search/trusted-types.ts lets the worker start.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/**
 * `_headers`, as Cloudflare Pages and Netlify read it: the policy, types of feeds, how long each kind of file may be kept,
 * and who may embed it. `entries` are the names in the site's root, those of folders with a slash at their end.
 *
 * Both hosts join the values of all rules that match, and only one of them knows a way to take a value back:
 * so no two rules here set one header for one address.
 * Cloudflare reads 100 rules, at most 2,000 characters a line, and one `*` a rule.
 * Netlify ignores letter case and a slash at an address's end, reads `x/*` as `x*`, and in a name with a `*` reads a dot
 * as any character: `*.md` would be true of the page `/appointment-of-md/`. So types are set for names in full,
 * with `:name` for a whole segment, which both hosts read alike; no release may have the name of a feed.
 */
export function headersFile({ urls, preview }: Pick<Site, 'urls' | 'preview'>, entries: readonly string[]): string {
  const rules: readonly Rule[] = [
    ['*', [...forEveryFile, ...(preview ? ['X-Robots-Tag: noindex'] : [])]],
    ...KEPT_FOR_EVER.map((path): Rule => [path, ['Cache-Control: public, max-age=31536000, immutable']]),
    ...revalidated(entries).map((path): Rule => [path, ['Cache-Control: public, max-age=0, must-revalidate']]),
    ...PROGRAM.map((path): Rule => [path, ['Cross-Origin-Resource-Policy: same-origin']]),
    ...published(entries).map((path): Rule => [path, ['Cross-Origin-Resource-Policy: cross-origin']]),
    ...Object.entries(CONTENT_TYPES).map(([path, type]): Rule => [path, [`Content-Type: ${type}; charset=utf-8`]]),
  ];
  // Of two blocks for one path Cloudflare would read the last.
  const blocks = Map.groupBy(rules, ([path]) => path);
  return [...blocks]
    .map(
      ([path, parts]) =>
        `${urls.base}${path}\n${parts.flatMap(([, lines]) => lines.map((line) => `  ${line}\n`)).join('')}`,
    )
    .join('\n');
}

/** A path below the base path, and the lines of its headers. */
type Rule = readonly [path: string, headers: readonly string[]];

/** What is sent with every file; most of it counts for pages, and for documents and pictures that are opened by themselves. */
const forEveryFile: readonly string[] = [
  `Content-Security-Policy: ${contentPolicy}; frame-ancestors 'none'`,
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: strict-origin-when-cross-origin',
  // Nothing here asks for these. Full screen is not among them: the browser's reader of PDF documents offers it.
  'Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  // No page opens windows or works in one that another site opened, so the two need no hold of each other.
  'Cross-Origin-Opener-Policy: same-origin',
];

/** Files whose names hold a digest of their content. */
const KEPT_FOR_EVER = [
  '_astro/*',
  ...['fragment', 'index', 'filter', 'meta'].map((kind) => `pagefind/*.pf_${kind}`),
] as const;

/** Styles, scripts and the search index: only pages of this site load them. */
const PROGRAM = ['_astro/*', 'pagefind/*'] as const;

/** Lists that have feeds. A `:name` stands for one segment. */
const FEED_LISTS = ['', 'types/:type/', 'companies/:code/', 'price-sensitive/', 'corrections/'] as const;

/** Where the archive documents of feeds lie. */
const FEED_ARCHIVES = ['releases/:year/', ...FEED_LISTS.slice(1)].map((list) => `${list}:page/`);

/** What hosts do not know by the ending, or know otherwise. Sources end in `.md`, which both hosts know. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  // Browsers show the source of a feed's own type; as XML they show it with its style sheet, and readers take both.
  ...typed(FEED_LISTS, 'rss.xml', 'application/xml'),
  ...typed([...FEED_LISTS, ...FEED_ARCHIVES], 'atom.xml', 'application/xml'),
  ...typed([...FEED_LISTS, ...FEED_ARCHIVES], 'feed.json', 'application/feed+json'),
  'feeds.opml': 'text/x-opml',
  'opensearch.xml': 'application/opensearchdescription+xml',
  'data/release.schema.json': 'application/schema+json',
  SHA256SUMS: 'text/plain',
};

function typed(folders: readonly string[], name: string, type: string): Readonly<Record<string, string>> {
  return Object.fromEntries(folders.map((folder) => [`${folder}${name}`, type]));
}

/** Everything else; of the search index the files with fixed names. */
function revalidated(entries: readonly string[]): string[] {
  const search = entries.includes('pagefind/') ? ['js', 'json', 'pagefind'].map((end) => `pagefind/*.${end}`) : [];
  return [...published(entries), ...search];
}

/**
 * Everything but the program, which others may embed: feed readers in browsers show the pictures of releases on pages
 * of their own, chat programs and other sites the preview picture and the icons, and some readers a PDF document.
 */
function published(entries: readonly string[]): string[] {
  const others = entries.filter(
    (entry) => !/^(_astro\/|pagefind\/|index\.html|_.*|\.nojekyll|\.asx-release-archive)$/.test(entry),
  );
  const folders = others.filter((entry) => entry.endsWith('/')).map((entry) => entry.slice(0, -1));
  // On Netlify the rule of `feeds/` counts for `feeds.opml` too; Cloudflare's own defaults are right for it.
  const files = others.filter((entry) => !entry.endsWith('/') && !folders.some((folder) => entry.startsWith(folder)));
  return ['', ...folders.map((folder) => `${folder}/*`), ...files];
}

/** `/.well-known/security.txt` (RFC 9116), where `archive.yml` names a contact; it holds to the end of its last day. */
export function securityTxt({ archive, urls }: Pick<Site, 'archive' | 'urls'>): string | undefined {
  const security = archive.settings.security;
  if (!security) return undefined;
  const own = urls.absolute(urls.path('.well-known/security.txt'));
  return `Contact: ${security.contact}\nExpires: ${security.expires}T23:59:59Z\nPreferred-Languages: en\nCanonical: ${own}\n`;
}
