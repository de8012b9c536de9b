import type { HostedSite } from './hosting.ts';
import { oldAddresses } from './old-addresses.ts';

/**
 * Lines for `map $uri …` of nginx, which compares decoded paths in any letter case.
 * It would not start with a path that is longer than the room which docs/hosting.md gives it.
 */
export function nginxRedirects(site: HostedSite): string {
  return lines(site, (from) => Buffer.byteLength(from) <= LONGEST_KEY)
    .map(([from, to]) => `${inQuotes(from)} ${inQuotes(to)};\n`)
    .join('');
}

/** Bytes. */
const LONGEST_KEY = 1000;

/**
 * The redirects as directives of a site block of Caddy, which compares decoded paths.
 * In braces it would put in what its environment or a request holds, also within quotation marks.
 */
export function caddyRedirects(site: HostedSite): string {
  const map = lines(site, (from) => !from.includes('{')).map(([from, to]) => `\t${inQuotes(from)} ${inQuotes(to)}\n`);
  return `map {http.request.orig_uri.path} {archive_redirect} {\n${map.join('')}\tdefault ""\n}\n@archive_redirect expression \`{archive_redirect} != ""\`\nredir @archive_redirect {archive_redirect} 301\n`;
}

/** Each old address that the host takes, with and without the slash at its end; pages at the others lead on. */
function lines(site: HostedSite, isTaken: (from: string) => boolean): (readonly [from: string, to: string])[] {
  const seen = new Set<string>();
  const all = oldAddresses(site).flatMap(({ decoded, target }) => {
    const path = decoded?.replace(/\/$/, '');
    // A name of a page may have no slash behind it.
    const spellings = path === undefined ? [] : [path, `${path}/`];
    return spellings.map((spelling) => [site.urls.base + spelling, target] as const);
  });
  return all.filter(([from]) => isTaken(from) && !seen.has(from.toLowerCase()) && seen.add(from.toLowerCase()));
}

function inQuotes(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
