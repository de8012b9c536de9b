import { parseOpml } from 'feedsmith';
import { expect, test } from 'vitest';
import { feedLinks } from '../../src/feeds/links.ts';
import { feedGroups } from '../../src/feeds/lists.ts';
import { writeOpml } from '../../src/feeds/opml.ts';
import { release, sourceOf } from './sample.ts';

const { archive, urls, title } = sourceOf(
  [release({ id: '2020/a', types: ['trading-halt'], priceSensitive: true }), release({ id: '2020/b', code: ['1E5'] })],
  { base: '/archive', settings: { companies: [{ code: 'XMX', name: 'A & "B" <C>' }] } },
);

test('feedGroups() has every list with its releases, the general ones also when they are empty', () => {
  const groups = feedGroups(archive).map(({ heading, lists }) => [
    heading,
    ...lists.map(({ name, releases }) => `${name}: ${releases.length}`),
  ]);
  expect(groups).toEqual([
    ['General', 'All releases: 2', 'Price-sensitive releases: 1', 'Corrections: 0'],
    ['By company', '1E5: 1', 'A & "B" <C>: 1'],
    ['By announcement type', expect.stringMatching(/: 1$/), 'Trading Halt: 1'],
  ]);
});

test('feedLinks() puts the feeds of the page’s own list before those of everything', () => {
  const own = { ref: { kind: 'type', slug: 'trading-halt' }, name: 'Trading Halt' } as const;
  expect(feedLinks(urls, 'Archive', own)).toEqual([
    {
      href: '/archive/types/trading-halt/atom.xml',
      type: 'application/atom+xml',
      title: 'Archive: Trading Halt (Atom)',
    },
    { href: '/archive/types/trading-halt/rss.xml', type: 'application/rss+xml', title: 'Archive: Trading Halt (RSS)' },
    {
      href: '/archive/types/trading-halt/feed.json',
      type: 'application/feed+json',
      title: 'Archive: Trading Halt (JSON Feed)',
    },
    { href: '/archive/atom.xml', type: 'application/atom+xml', title: 'Archive (Atom)' },
    { href: '/archive/rss.xml', type: 'application/rss+xml', title: 'Archive (RSS)' },
    { href: '/archive/feed.json', type: 'application/feed+json', title: 'Archive (JSON Feed)' },
  ]);
});

test('feedLinks() offers chosen formats alone, as the page of a release does', () => {
  const own = { ref: { kind: 'company', code: 'XMX' }, name: 'A' } as const;
  expect(feedLinks(urls, 'Archive', own, ['atom.xml']).map(({ href }) => href)).toEqual([
    '/archive/companies/xmx/atom.xml',
    '/archive/atom.xml',
  ]);
});

test('feedLinks() gives a year, everything and a page without a list the feeds of everything', () => {
  const all = feedLinks(urls, 'Archive');
  expect(all).toHaveLength(3);
  expect(feedLinks(urls, 'Archive', { ref: { kind: 'year', year: 2020 }, name: '2020' })).toEqual(all);
  expect(feedLinks(urls, 'Archive', { ref: { kind: 'all' }, name: 'All releases' })).toEqual(all);
});

test('writeOpml() is read by a parser with every list once and whole addresses', () => {
  const { body } = parseOpml(writeOpml(feedGroups(archive), urls, title));
  const outlines = (body?.outlines ?? []).flatMap((group) => group.outlines ?? []);
  expect(outlines.map(({ text, xmlUrl }) => [text, xmlUrl])).toContainEqual([
    'A & "B" <\u2060C>',
    'https://example.com/archive/companies/xmx/atom.xml',
  ]);
  expect(outlines).toHaveLength(7);
});

test('writeOpml() says at its head what it lists and which format it is', () => {
  expect(writeOpml([], urls, 'A & B')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>A &amp; B</title>
<docs>http://opml.org/spec2.opml</docs>
</head>
<body>
</body>
</opml>
`);
});
