import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rootName } from '../../src/archive/root-name.ts';
import { createUrls } from '../../src/archive/urls.ts';

const root = path.join(import.meta.dirname, '../..');

test('rootName() knows every address that createUrls() makes', () => {
  const urls = createUrls({ origin: 'https://archive.example', base: '/' });
  const lists = [
    { kind: 'all' },
    { kind: 'price-sensitive' },
    { kind: 'corrections' },
    { kind: 'year', year: 2020 },
    { kind: 'type', slug: 'trading-halt' },
    { kind: 'company', code: 'XMX' },
  ] as const;
  const made = [
    ...[urls.release('a'), urls.source('a'), urls.file('a', 'b.pdf'), urls.types(), urls.companies(), urls.search()],
    ...[urls.feeds(), urls.archive(), urls.data(), urls.data('releases.csv'), urls.archiveFeed(2020, 1, 'atom.xml')],
    ...lists.flatMap((list) => [urls.list(list), urls.listPage(list, 1), urls.listArchiveFeed(list, 1, 'feed.json')]),
    ...lists.flatMap((list) =>
      (['rss.xml', 'atom.xml', 'feed.json'] as const).map((format) => urls.feed(list, format)),
    ),
  ];
  expect(made.filter((address) => rootName(address.split('/')[1] ?? '')?.exists !== true)).toEqual([]);
});

test('rootName() knows every page and every file that lies in the root', () => {
  const pages = globSync('*', { cwd: path.join(root, 'src/pages') }).filter((name) => !name.startsWith('_'));
  const names = [
    ...pages.map((name) =>
      name
        .replace(/\.(?:ts|astro)$/, '')
        .replace('[part]', '12')
        .replace('[look]', 'look'),
    ),
    ...globSync('*', { cwd: path.join(root, 'public') }),
  ];
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !rootName(name) && !rootName(`${name}.html`))).toEqual([]);
});

test.each([
  ['SEARCH', 'folder', 'search', true],
  ['.Well-Known', 'folder', '.well-known', true],
  ['embed', 'folder', 'embed', true],
  ['cards', 'folder', 'cards', true],
  ['sha256sums.SIG', 'file', 'SHA256SUMS.sig', true],
  ['sitemap-31.xml', 'file', 'sitemap-31.xml', true],
  ['rss.xml.gz', 'file', 'rss.xml.gz', true],
  ['cname', 'host', 'CNAME', false],
  ['.htaccess', 'host', '.htaccess', false],
])('rootName() knows %s', (written, owner, name, exists) => {
  expect(rootName(written)).toEqual({ owner, name, exists });
});

test.each(['news', 'show.aspx', 'annual-report.pdf', 'sitemap-x.xml', 'searching', 'search.html', '_literature'])(
  'rootName() leaves %s free',
  (name) => {
    expect(rootName(name)).toBeUndefined();
  },
);
