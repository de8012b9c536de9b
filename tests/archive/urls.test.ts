import { expect, test } from 'vitest';
import { fileOfAddress, ROOT_FILES, ROOT_FOLDERS } from '../../src/archive/site-paths.ts';
import { createUrls, type ListRef, type Urls } from '../../src/archive/urls.ts';

// Addresses are for ever: whoever changes one here breaks links that people have kept.

const LISTS: readonly ListRef[] = [
  { kind: 'all' },
  { kind: 'price-sensitive' },
  { kind: 'corrections' },
  { kind: 'year', year: 2020 },
  { kind: 'type', slug: 'trading-halt' },
  { kind: 'company', code: 'XMX' },
];

/** Every address that the maker knows, by what it is of. */
function addressesOf(urls: Urls): Readonly<Record<string, string>> {
  const ofLists = LISTS.flatMap((list) => {
    const name = Object.values(list).join(' ');
    return [
      [`list ${name}`, urls.list(list)],
      [`list ${name}, page 3`, urls.listPage(list, 3)],
      [`feed of ${name}`, urls.feed(list, 'rss.xml')],
      [`feed of ${name}, page 3`, urls.listArchiveFeed(list, 3, 'atom.xml')],
    ];
  });
  return {
    home: urls.home(),
    release: urls.release('2020/2020-07-30-first-metal'),
    'release: source': urls.source('2020/2020-07-30-first-metal'),
    'release: document': urls.file('2020/2020-07-30-first-metal', 'Müller & Söhne (2020), 50%.pdf'),
    ...(Object.fromEntries(ofLists) as Record<string, string>), // pairs of two texts
    'feed of 2020, page 3': urls.archiveFeed(2020, 3, 'feed.json'),
    types: urls.types(),
    companies: urls.companies(),
    search: urls.search(),
    'search for words': urls.search('gold & silver'),
    'search: index': urls.searchIndex(),
    'embedding explained': urls.embed(),
    'page to embed': urls.embedLatest(),
    feeds: urls.feeds(),
    'feeds as OPML': urls.opml(),
    'about the archive': urls.archive(),
    'keys that sign': urls.allowedSigners(),
    'what changed': urls.changes('2020/2020-07-30-first-metal'),
    data: urls.data(),
    'data: JSON': urls.data('releases.json'),
    'data: CSV': urls.data('releases.csv'),
    'data: schema': urls.data('release.schema.json'),
    checksums: urls.checksums(),
    'no such page': urls.notFound(),
    'any file': urls.path('feed.css'),
    'whole address': urls.absolute(urls.home()),
  };
}

test('createUrls() makes these addresses at the root of a domain', () => {
  const addresses = addressesOf(createUrls({ origin: 'https://announcements.example.com', base: '/' }));
  expect(addresses).toMatchInlineSnapshot(`
    {
      "about the archive": "/archive/",
      "any file": "/feed.css",
      "checksums": "/SHA256SUMS",
      "companies": "/companies/",
      "data": "/data/",
      "data: CSV": "/data/releases.csv",
      "data: JSON": "/data/releases.json",
      "data: schema": "/data/release.schema.json",
      "embedding explained": "/embed/",
      "feed of 2020, page 3": "/releases/2020/3/feed.json",
      "feed of all": "/rss.xml",
      "feed of all, page 3": "/releases/3/atom.xml",
      "feed of company XMX": "/companies/xmx/rss.xml",
      "feed of company XMX, page 3": "/companies/xmx/3/atom.xml",
      "feed of corrections": "/corrections/rss.xml",
      "feed of corrections, page 3": "/corrections/3/atom.xml",
      "feed of price-sensitive": "/price-sensitive/rss.xml",
      "feed of price-sensitive, page 3": "/price-sensitive/3/atom.xml",
      "feed of type trading-halt": "/types/trading-halt/rss.xml",
      "feed of type trading-halt, page 3": "/types/trading-halt/3/atom.xml",
      "feed of year 2020": "/releases/2020/rss.xml",
      "feed of year 2020, page 3": "/releases/2020/3/atom.xml",
      "feeds": "/feeds/",
      "feeds as OPML": "/feeds.opml",
      "home": "/",
      "keys that sign": "/archive/allowed_signers",
      "list all": "/releases/",
      "list all, page 3": "/releases/3/",
      "list company XMX": "/companies/xmx/",
      "list company XMX, page 3": "/companies/xmx/3/",
      "list corrections": "/corrections/",
      "list corrections, page 3": "/corrections/3/",
      "list price-sensitive": "/price-sensitive/",
      "list price-sensitive, page 3": "/price-sensitive/3/",
      "list type trading-halt": "/types/trading-halt/",
      "list type trading-halt, page 3": "/types/trading-halt/3/",
      "list year 2020": "/releases/2020/",
      "list year 2020, page 3": "/releases/2020/3/",
      "no such page": "/404.html",
      "page to embed": "/embed/latest/",
      "release": "/releases/2020/2020-07-30-first-metal/",
      "release: document": "/releases/2020/2020-07-30-first-metal/M%C3%BCller%20%26%20S%C3%B6hne%20(2020),%2050%25.pdf",
      "release: source": "/releases/2020/2020-07-30-first-metal.md",
      "search": "/search/",
      "search for words": "/search/?q=gold%20%26%20silver",
      "search: index": "/pagefind/",
      "types": "/types/",
      "what changed": "/changes/2020/2020-07-30-first-metal/",
      "whole address": "https://announcements.example.com/",
    }
  `);
});

test('createUrls() makes the same addresses below a path, and each part of the path is encoded', () => {
  const site = { origin: 'https://example.com', base: 'investors/ASX archive' };
  const below = addressesOf(createUrls(site));
  const base = '/investors/ASX%20archive';
  const atRoot = addressesOf(createUrls({ origin: 'https://example.com', base: '/' }));
  expect(below).toEqual({
    ...Object.fromEntries(Object.entries(atRoot).map(([name, address]) => [name, `${base}${address}`])),
    'whole address': `https://example.com${base}/`,
  });
});

test('what lies in the root has these names', () => {
  expect({ files: ROOT_FILES, folders: ROOT_FOLDERS }).toMatchInlineSnapshot(`
    {
      "files": [
        "index.html",
        "404.html",
        "rss.xml",
        "atom.xml",
        "feed.json",
        "feed.css",
        "feeds.opml",
        "sitemap.xml",
        "robots.txt",
        "llms.txt",
        "opensearch.xml",
        "favicon.svg",
        "favicon.ico",
        "icon.png",
        "apple-touch-icon.png",
        "card.png",
        "logo.svg",
        "logo.png",
        "look.css",
        "SHA256SUMS",
        "SHA256SUMS.sig",
        "_headers",
        "_redirects",
        ".nojekyll",
      ],
      "folders": [
        "releases",
        "types",
        "companies",
        "price-sensitive",
        "corrections",
        "changes",
        "search",
        "feeds",
        "archive",
        "data",
        "embed",
        "cards",
        "pagefind",
        "_astro",
        ".well-known",
      ],
    }
  `);
});

test.each([
  ['/', '/', 'index.html'],
  ['/a%20b/', '/a%20b/', 'index.html'],
  ['/archive/releases/2020/x/', '/archive/', 'releases/2020/x/index.html'],
  ['/releases/2020/M%C3%BCller.pdf', '/', 'releases/2020/Müller.pdf'],
  ['/404.html', '/', '404.html'],
])('fileOfAddress() of %s below %s is %s', (address, base, file) => {
  expect(fileOfAddress(address, base)).toBe(file);
});
