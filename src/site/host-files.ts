import { escapeMarkup } from '../release/escape.ts';
import type { Release } from '../release/schema.ts';
import type { Site } from './state.ts';

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
].join('; ');

/** `_headers`, as Cloudflare Pages and Netlify read it: the policy, types of feeds, and how long each kind of file may be kept. */
export function headersFile({ urls }: Site): string {
  const rules: readonly [string, readonly string[]][] = [
    [
      '*',
      [
        `Content-Security-Policy: ${contentPolicy}; frame-ancestors 'none'`,
        'X-Content-Type-Options: nosniff',
        'Referrer-Policy: strict-origin-when-cross-origin',
        'Cache-Control: public, max-age=0, must-revalidate',
      ],
    ],
    // A leading ! takes the general rule back; files whose names hold their digest never change.
    ['_astro/*', ['! Cache-Control', 'Cache-Control: public, max-age=31536000, immutable']],
    ['*/rss.xml', ['Content-Type: application/rss+xml; charset=utf-8']],
    ['*/atom.xml', ['Content-Type: application/atom+xml; charset=utf-8']],
    ['*/feed.json', ['Content-Type: application/feed+json; charset=utf-8']],
    ['rss.xml', ['Content-Type: application/rss+xml; charset=utf-8']],
    ['atom.xml', ['Content-Type: application/atom+xml; charset=utf-8']],
    ['feed.json', ['Content-Type: application/feed+json; charset=utf-8']],
    ['opensearch.xml', ['Content-Type: application/opensearchdescription+xml; charset=utf-8']],
    ['releases/*.md', ['Content-Type: text/markdown; charset=utf-8']],
  ];
  return rules.map(([path, lines]) => `${urls.base}${path}\n${lines.map((line) => `  ${line}\n`).join('')}`).join('\n');
}

/** `_redirects`, one line for each alias; undefined where there is none. */
export function redirectsFile({ archive, urls }: Site): string | undefined {
  const lines = archive.releases.flatMap((release) =>
    (release.aliases ?? []).map((alias) => `${urls.base}${alias.slice(1)} ${urls.release(release.id)} 301`),
  );
  return lines.length === 0 ? undefined : `${lines.toSorted().join('\n')}\n`;
}

/** The page at an old address, for hosts that know no redirects: it leads on at once, and has a link. */
export function redirectPage({ urls }: Site, release: Release): string {
  const address = escapeMarkup(urls.release(release.id));
  const title = escapeMarkup(release.title);
  return `<!doctype html>
<html lang="en-AU">
<meta charset="utf-8">
<title>${title}</title>
<meta http-equiv="refresh" content="0; url=${address}">
<link rel="canonical" href="${escapeMarkup(urls.absolute(urls.release(release.id)))}">
<meta name="robots" content="noindex">
<p>This release has moved: <a href="${address}">${title}</a></p>
</html>
`;
}

/** `/.well-known/security.txt` (RFC 9116), where `archive.yml` names a contact. */
export function securityTxt({ archive, urls }: Site): string | undefined {
  const security = archive.settings.security;
  if (!security) return undefined;
  const own = urls.absolute(urls.path('.well-known/security.txt'));
  return `Contact: ${security.contact}\nExpires: ${security.expires}T00:00:00Z\nCanonical: ${own}\n`;
}
