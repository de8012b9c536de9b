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
 * `_headers`, as Cloudflare Pages and Netlify read it: the policy, types of feeds, how long each kind of file may be kept.
 * `entries` are the names in the site's root, those of folders with a slash at their end.
 *
 * Both hosts join the values of all rules that match, and only one of them knows a way to take a value back:
 * so no two rules here set one header for one address. Both allow `*` once a rule; Cloudflare reads 100 rules.
 */
export function headersFile({ urls, preview }: Pick<Site, 'urls' | 'preview'>, entries: readonly string[]): string {
  const rules: readonly Rule[] = [
    [
      '*',
      [
        `Content-Security-Policy: ${contentPolicy}; frame-ancestors 'none'`,
        'X-Content-Type-Options: nosniff',
        'Referrer-Policy: strict-origin-when-cross-origin',
        ...(preview ? ['X-Robots-Tag: noindex'] : []),
      ],
    ],
    ...KEPT_FOR_EVER.map((path): Rule => [path, ['Cache-Control: public, max-age=31536000, immutable']]),
    ...revalidated(entries).map((path): Rule => [path, ['Cache-Control: public, max-age=0, must-revalidate']]),
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

/** Files whose names hold a digest of their content. */
const KEPT_FOR_EVER = [
  '_astro/*',
  ...['fragment', 'index', 'filter', 'meta'].map((kind) => `pagefind/*.pf_${kind}`),
] as const;

/** What hosts do not know by the ending, or know otherwise. A `*` in front stands for the root and every list. */
const CONTENT_TYPES = {
  // Browsers show the source of a feed's own type; as XML they show it with its style sheet, and readers take both.
  '*rss.xml': 'application/xml',
  '*atom.xml': 'application/xml',
  '*feed.json': 'application/feed+json',
  'feeds.opml': 'text/x-opml',
  'opensearch.xml': 'application/opensearchdescription+xml',
  'data/release.schema.json': 'application/schema+json',
  'releases/*.md': 'text/markdown',
  SHA256SUMS: 'text/plain',
} as const;

/** Everything else; of the search index the files with fixed names. */
function revalidated(entries: readonly string[]): string[] {
  const others = entries.filter(
    (entry) => !/^(_astro\/|pagefind\/|index\.html|_.*|\.nojekyll|\.asx-release-archive)$/.test(entry),
  );
  const folders = others.map((entry) => (entry.endsWith('/') ? `${entry}*` : entry));
  const search = entries.includes('pagefind/') ? ['js', 'json', 'pagefind'].map((end) => `pagefind/*.${end}`) : [];
  return ['', ...folders, ...search];
}

/** `/.well-known/security.txt` (RFC 9116), where `archive.yml` names a contact; it holds to the end of its last day. */
export function securityTxt({ archive, urls }: Pick<Site, 'archive' | 'urls'>): string | undefined {
  const security = archive.settings.security;
  if (!security) return undefined;
  const own = urls.absolute(urls.path('.well-known/security.txt'));
  return `Contact: ${security.contact}\nExpires: ${security.expires}T23:59:59Z\nPreferred-Languages: en\nCanonical: ${own}\n`;
}
