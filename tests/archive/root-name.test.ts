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
  const owners = new Set(made.map((address) => rootName(address.split('/')[1] ?? '')?.owner));
  expect(owners).toEqual(new Set(['folder', 'file']));
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
  ['SEARCH', 'folder', 'search'],
  ['.Well-Known', 'folder', '.well-known'],
  ['embed', 'folder', 'embed'],
  ['cards', 'folder', 'cards'],
  ['sha256sums.SIG', 'file', 'SHA256SUMS.sig'],
  ['sitemap-31.xml', 'file', 'sitemap-31.xml'],
  ['rss.xml.gz', 'file', 'rss.xml.gz'],
  ['cname', 'host', 'CNAME'],
  ['.htaccess', 'host', '.htaccess'],
])('rootName() knows %s', (written, owner, name) => {
  expect(rootName(written)).toEqual({ owner, name });
});

test.each(['news', 'show.aspx', 'annual-report.pdf', 'sitemap-x.xml', 'searching', 'search.html', '_literature'])(
  'rootName() leaves %s free',
  (name) => {
    expect(rootName(name)).toBeUndefined();
  },
);
