import type { HostedSite } from './hosting.ts';
import { decodedPath, oldAddresses } from './old-addresses.ts';

/** Lines for `map $uri …` of nginx, which compares decoded paths in any letter case. */
export function nginxRedirects(site: HostedSite): string {
  return lines(site, (from, to) => `${inQuotes(from)} ${inQuotes(to)};\n`, '');
}

/** The redirects as directives of a site block of Caddy, which compares decoded paths. */
export function caddyRedirects(site: HostedSite): string {
  const map = lines(site, (from, to) => `\t${inQuotes(from)} ${inQuotes(to)}\n`, '\tdefault ""\n');
  return `map {http.request.uri.path} {archive_redirect} {\n${map}}\n@archive_redirect expression \`{archive_redirect} != ""\`\nredir @archive_redirect {archive_redirect} 301\n`;
}

/** Each old address with and without the slash at its end. */
function lines(site: HostedSite, line: (from: string, to: string) => string, last: string): string {
  const seen = new Set<string>();
  const all = oldAddresses(site).flatMap(({ encoded, target }) => {
    const path = decodedPath(encoded);
    // A name of a page may have no slash behind it.
    const spellings = path === undefined ? [] : [path.replace(/\/$/, ''), `${path.replace(/\/$/, '')}/`];
    return spellings.map((spelling) => [site.urls.base + spelling, target] as const);
  });
  const first = all.filter(([from]) => !seen.has(from.toLowerCase()) && seen.add(from.toLowerCase()));
  return first.map(([from, to]) => line(from, to)).join('') + last;
}

function inQuotes(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
