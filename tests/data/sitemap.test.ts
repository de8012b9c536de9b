import { expect, test } from 'vitest';
import { createUrls } from '../../src/archive/urls.ts';
import { sitemapFiles, SITEMAP_LIMITS } from '../../src/data/sitemap.ts';
import { archiveOf } from '../support/archive.ts';
import { xmlFaults } from '../support/xml.ts';

const urls = createUrls({ origin: 'https://archive.example', base: '/news/' });
const archive = archiveOf({
  '2020/first': 'date: 2020-01-10 09:00',
  '2020/second': 'date: 2020-02-10 09:00',
  '2021/third': 'date: 2021-01-10 09:00\ncorrects: { release: 2020/first, kind: correction }',
});

test('sitemapFiles() lists every page and release in one file, as the protocol asks', async () => {
  const [file, ...more] = sitemapFiles(archive, urls, 100);
  expect(more).toEqual([]);
  expect(file?.name).toBe('sitemap.xml');
  expect(await xmlFaults(file?.xml ?? '')).toEqual([]);
  expect(file?.xml).toContain('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
  expect(addresses(file?.xml).filter((address) => /releases\/\d+\/\w/.test(address)).length).toBe(3);
});

test('sitemapFiles() dates a release by its latest correction, and a list by the releases that it shows', () => {
  const [file] = sitemapFiles(archive, urls, 100);
  expect(lastmod(file?.xml, 'releases/2020/first/')).toBe('2021-01-10T09:00+11:00');
  expect(lastmod(file?.xml, 'releases/2020/second/')).toBe('2020-02-10T09:00+11:00');
  // The correction of 2021 is shown beside the release of 2020.
  expect(lastmod(file?.xml, 'releases/2020/')).toBe('2021-01-10T09:00+11:00');
  // With one release on a page the corrected one is no longer shown there.
  const [small] = sitemapFiles(archive, urls, 1);
  expect(lastmod(small?.xml, 'releases/2020/')).toBe('2020-02-10T09:00+11:00');
});

test('sitemapFiles() gives a list without releases no date', () => {
  const [file] = sitemapFiles(archive, urls, 100);
  expect(file?.xml).toContain('/price-sensitive/</loc></url>');
});

test.each([
  ['addresses', { ...SITEMAP_LIMITS, addresses: 4 }],
  ['bytes', { ...SITEMAP_LIMITS, bytes: 500 }],
])('sitemapFiles() splits below the limit of %s, each address once, with an index', async (_, limits) => {
  const [whole] = sitemapFiles(archive, urls, 100);
  const [index, ...parts] = sitemapFiles(archive, urls, 100, limits);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.map(({ name }) => name)).toEqual(parts.map((_part, at) => `sitemap-${at + 1}.xml`));
  expect(index?.xml).toContain('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
  expect(addresses(index?.xml)).toEqual(parts.map(({ name }) => `https://archive.example/news/${name}`));
  expect(parts.flatMap(({ xml }) => addresses(xml)).toSorted()).toEqual(addresses(whole?.xml).toSorted());
  for (const { xml } of [...parts, index ?? { xml: '' }]) {
    expect(await xmlFaults(xml)).toEqual([]);
    expect(addresses(xml).length).toBeLessThanOrEqual(limits.addresses);
  }
  for (const { xml } of parts) expect(xml.length).toBeLessThanOrEqual(limits.bytes);
});

test('sitemapFiles() leaves a full part as it is when a release is added', () => {
  const limits = { ...SITEMAP_LIMITS, addresses: 2 };
  const before = archiveOf({ a: 'date: 2020-01-10', b: 'date: 2020-02-10', c: 'date: 2020-03-10' });
  const after = archiveOf({
    a: 'date: 2020-01-10',
    b: 'date: 2020-02-10',
    c: 'date: 2020-03-10',
    d: 'date: 2020-04-10',
  });
  expect(sitemapFiles(after, urls, 100, limits)[1]).toEqual(sitemapFiles(before, urls, 100, limits)[1]);
});

function addresses(xml = ''): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1] ?? '');
}

function lastmod(xml: string | undefined, below: string): string | undefined {
  return new RegExp(`/news/${below}</loc><lastmod>([^<]*)<`).exec(xml ?? '')?.[1];
}
