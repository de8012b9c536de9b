import type { Archive } from '../archive/archive.ts';
import type { Urls } from '../archive/urls.ts';
import { escapeMarkup } from '../release/escape.ts';
import { machineDate } from '../release/sydney-time.ts';
import type { Release } from '../release/schema.ts';

/**
 * The sitemap (sitemaps.org, protocol 0.9): the home page, the lists' bare addresses and every release, newest first.
 * `lastmod` is a release's date or that of its latest correction; a list's is its newest release's.
 */
export function sitemap(archive: Archive, urls: Urls): string {
  const entry = (path: string, lastmod: string | undefined): string => {
    const date = lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`;
    return `<url><loc>${escapeMarkup(urls.absolute(path))}</loc>${date}</url>`;
  };
  const list = (path: string, releases: readonly Release[]): string =>
    entry(path, releases[0] && changed(archive, releases[0]));
  const entries = [
    ...[urls.home(), urls.list({ kind: 'all' }), urls.types(), urls.companies()].map((path) =>
      list(path, archive.releases),
    ),
    list(urls.list({ kind: 'price-sensitive' }), archive.priceSensitive),
    list(urls.list({ kind: 'corrections' }), archive.corrections),
    ...[...archive.years].map(([year, releases]) => list(urls.list({ kind: 'year', year }), releases)),
    ...archive.types.map(({ type, releases }) => list(urls.list({ kind: 'type', slug: type.slug }), releases)),
    ...archive.companies.map(({ company, releases }) =>
      list(urls.list({ kind: 'company', code: company.code }), releases),
    ),
    ...archive.releases.map((release) => entry(urls.release(release.id), changed(archive, release))),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}

/** When a release's page last changed: its own date, or that of its latest correction. */
function changed(archive: Archive, release: Release): string {
  const correction = archive.correctedBy.get(release.id)?.at(-1)?.release;
  return machineDate((correction ?? release).date);
}
