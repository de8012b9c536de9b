import { compareReleases, type Archive } from '../archive/archive.ts';
import type { Urls } from '../archive/urls.ts';
import { escapeMarkup } from '../text/markup.ts';
import { machineDate } from '../release/sydney-time.ts';
import type { Release } from '../release/schema.ts';

/** One file of the sitemap, in the site's root. */
export interface SitemapFile {
  readonly name: string;
  readonly xml: string;
}

interface SitemapLimits {
  /** Addresses in one file. */
  readonly addresses: number;
  /** Bytes of one file. */
  readonly bytes: number;
}

/** What one file may hold (sitemaps.org, protocol 0.9). */
export const SITEMAP_LIMITS: SitemapLimits = { addresses: 50_000, bytes: 50 * 1024 * 1024 };

/**
 * The sitemap: the home page, the lists' bare addresses, the pages on the archive itself and every release.
 * `sitemap.xml` comes first; where one file cannot hold all it is an index, and `sitemap-1.xml` and so on follow,
 * which fill from the oldest release, so that a full one changes with its own releases alone.
 * `lastmod` is the latest date that a page shows: a release's or that of a correction of it;
 * of a list's `pageSize` newest releases, since its bare address shows those; of all where there are counts of all.
 */
export function sitemapFiles(
  archive: Archive,
  urls: Urls,
  pageSize: number,
  limits: SitemapLimits = SITEMAP_LIMITS,
): SitemapFile[] {
  const entries = sitemapEntries(archive, urls, pageSize);
  const parts = split(entries, limits);
  const [only] = parts;
  if (only && parts.length === 1) return [{ name: 'sitemap.xml', xml: urlset(only.toReversed()) }];
  const files = parts.map((part, index) => ({ name: `sitemap-${index + 1}.xml`, part }));
  const index = files.map(({ name, part }) => element('sitemap', urls.absolute(urls.path(name)), latest(part)));
  return [
    { name: 'sitemap.xml', xml: document('sitemapindex', index) },
    ...files.map(({ name, part }) => ({ name, xml: urlset(part.toReversed()) })),
  ];
}

/** The whole addresses that the sitemap names, in its order. */
export function sitemapAddresses(archive: Archive, urls: Urls, pageSize: number): string[] {
  return sitemapEntries(archive, urls, pageSize).map(({ address }) => address);
}

interface Entry {
  readonly address: string;
  /** The release whose date the page changed on; absent where the page shows none. */
  readonly changed: Release | undefined;
}

/** Pages first, then releases, newest first. */
function sitemapEntries(archive: Archive, urls: Urls, pageSize: number): Entry[] {
  const changedOf = (release: Release): Release => archive.correctedBy.get(release.id)?.at(-1)?.release ?? release;
  const page = (path: string, shown: readonly Release[]): Entry => ({
    address: urls.absolute(path),
    changed: newest(shown.map(changedOf)),
  });
  const list = (path: string, releases: readonly Release[]): Entry => page(path, releases.slice(0, pageSize));
  return [
    ...[urls.home(), urls.list({ kind: 'all' }), urls.types(), urls.companies()].map((path) =>
      page(path, archive.releases),
    ),
    ...[urls.archive(), urls.data(), urls.embed(), urls.feeds()].map((path) => page(path, archive.releases)),
    list(urls.list({ kind: 'price-sensitive' }), archive.priceSensitive),
    list(urls.list({ kind: 'corrections' }), archive.corrections),
    ...[...archive.years].map(([year, releases]) => list(urls.list({ kind: 'year', year }), releases)),
    ...archive.types.map(({ type, releases }) => list(urls.list({ kind: 'type', slug: type.slug }), releases)),
    ...archive.companies.map(({ company, releases }) =>
      list(urls.list({ kind: 'company', code: company.code }), releases),
    ),
    ...archive.releases.map((release) => page(urls.release(release.id), [release])),
  ];
}

/** The entries from the last to the first, in parts within the limits. */
function split(entries: readonly Entry[], limits: SitemapLimits): Entry[][] {
  const parts: Entry[][] = [[]];
  const empty = urlset([]).length;
  let bytes = empty;
  for (const entry of entries.toReversed()) {
    // Addresses are encoded, so that a character is a byte; the line end is one more.
    const size = urlElement(entry).length + 1;
    const part = parts.at(-1);
    if (part && (part.length === 0 || (part.length < limits.addresses && bytes + size <= limits.bytes))) {
      part.push(entry);
      bytes += size;
    } else {
      parts.push([entry]);
      bytes = empty + size;
    }
  }
  return parts;
}

function urlset(entries: readonly Entry[]): string {
  return document('urlset', entries.map(urlElement));
}

function urlElement({ address, changed }: Entry): string {
  return element('url', address, changed);
}

function element(name: 'url' | 'sitemap', address: string, changed: Release | undefined): string {
  const lastmod = changed === undefined ? '' : `<lastmod>${machineDate(changed.date)}</lastmod>`;
  return `<${name}><loc>${escapeMarkup(address)}</loc>${lastmod}</${name}>`;
}

function document(root: 'urlset' | 'sitemapindex', elements: readonly string[]): string {
  const lines = [`<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`, ...elements, `</${root}>`];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

function latest(entries: readonly Entry[]): Release | undefined {
  return newest(entries.flatMap(({ changed }) => changed ?? []));
}

function newest(releases: readonly Release[]): Release | undefined {
  return releases.reduce<Release | undefined>(
    (best, release) => (best && compareReleases(best, release) >= 0 ? best : release),
    undefined,
  );
}
