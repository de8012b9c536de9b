import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeAtom } from '../../src/feeds/atom.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import { writeJsonFeed } from '../../src/feeds/json-feed.ts';
import { writeRss } from '../../src/feeds/rss.ts';
import { readFeed } from '../support/read-feed.ts';
import { xmlFaultsByName } from '../support/xml.ts';
import { date, mainFeed, release, sourceOf } from './sample.ts';

const nasty = fc.constantFrom(
  ...[']]>', '<![CDATA[', '&amp;', '&', '<', '"', "'", '\f', '\u0000', '\ud800', '\ufffe', '</content>', '<!--', '<?x'],
  ...['א', '𝒜', '👷🏽', '\u202e', '&#13;', '&#0;', '1E5', '012', '\n\n', '# ', '[x](#y)', '[^1]', '$&', '<dc:creator>'],
);
const hostile = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ unit: 'grapheme', maxLength: 5 })))
  .map((parts) => parts.join('').replaceAll('\r', ''));

test('all formats are well-formed and say the same of hostile titles, texts and names', async () => {
  const releases = fc.array(fc.record({ title: hostile, body: hostile, summary: fc.option(hostile) }), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(releases, hostile, async (records, name) => {
      const made = records.map(({ title, body, summary }, index) =>
        release({
          id: `2020/r${index}.${index}`,
          // A headline that holds nothing to read is refused before.
          title: `a${title}`,
          body,
          ...(summary === null ? {} : { summary }),
        }),
      );
      const settings = { companies: [{ code: 'XMX', name: `${name}z` }] };
      const feed = mainFeed(sourceOf(made, { settings, base: '/archive/' }), { feedSize: 50, pageSize: 100 });
      const [atom, rss, json] = [writeAtom(feed).toString(), await writeRss(feed), writeJsonFeed(feed).toString()];
      expect(await xmlFaultsByName(new Map(Object.entries({ atom, rss })))).toEqual([]);
      for (const [format, text] of [
        ['atom.xml', atom],
        ['rss.xml', rss],
        ['feed.json', json],
      ] as const) {
        expect(readFeed(format, text).entries, format).toEqual(plain(feed));
      }
    }),
    { numRuns: 20 },
  );
});

test('a code that looks like a number stays what it is in every format', async () => {
  for (const code of ['1E5', '012', '360', '0x1']) {
    const feed = mainFeed(sourceOf([release({ id: '2020/a', title: code, code: [code], summary: code })]));
    const rss = await writeRss(feed);
    expect(rss).toContain(`<dc:creator>${code}</dc:creator>`);
    for (const [format, text] of [
      ['atom.xml', writeAtom(feed).toString()],
      ['rss.xml', rss],
      ['feed.json', writeJsonFeed(feed).toString()],
    ] as const) {
      expect(readFeed(format, text).entries[0], format).toMatchObject({ title: code, author: code, summary: code });
    }
  }
});

test('writeRss() gives the id as guid that is no address, the date of the newest release, and the first enclosure with its length', async () => {
  const source = sourceOf([
    release({
      id: '2020/a',
      types: ['trading-halt'],
      attachments: [{ url: 'https://example.com/annual-report' }, { file: 'a.csv' }],
    }),
    release({ id: '2020/b', date: date('2020-01-01') }),
  ]);
  const files = [{ name: 'a.csv', below: '2020/a.csv', bytes: 321, mediaType: 'text/csv' }];
  const rss = await writeRss(mainFeed({ ...source, filesOf: ({ id }) => (id === '2020/a' ? files : []) }));
  expect(rss).toContain('<guid isPermaLink="false">urn:uuid:');
  expect(rss).toContain('<lastBuildDate>Wed, 29 Jul 2020 23:15:00 GMT</lastBuildDate>');
  expect(rss).toContain('<category>Trading Halt</category>');
  expect(rss).toContain('<enclosure url="https://example.com/releases/2020/a/a.csv" length="321" type="text/csv"/>');
  expect(rss).toContain('<atom:link href="https://example.com/rss.xml" rel="self" type="application/rss+xml"/>');
  expect(rss.match(/<enclosure/g)).toHaveLength(1);
});

test('an empty list has feeds too, with a date that is not the clock’s', async () => {
  const feed = mainFeed(sourceOf([]));
  const [atom, rss] = [writeAtom(feed).toString(), await writeRss(feed)];
  expect(await xmlFaultsByName(new Map(Object.entries({ atom, rss })))).toEqual([]);
  expect(atom).toContain('<updated>1970-01-01T10:00:00+10:00</updated>');
  expect(rss).not.toContain('lastBuildDate');
  expect(readFeed('feed.json', writeJsonFeed(feed).toString()).entries).toEqual([]);
});

test('a feed opened in a browser has a style sheet below the base path and names the page about feeds', async () => {
  const feed = mainFeed(sourceOf([release({ id: '2020/a' })], { base: '/archive' }));
  const [atom, rss] = [writeAtom(feed).toString(), await writeRss(feed)];
  for (const xml of [atom, rss])
    expect(xml.split('\n')[1]).toBe('<?xml-stylesheet type="text/css" href="/archive/feed.css"?>');
  expect(rss).toContain('<docs>https://example.com/archive/feeds/</docs>');
  expect(atom).toContain('<link rel="related" type="text/html" href="https://example.com/archive/feeds/"');
});

/** The feed's own entries in the form in which they are read back. */
function plain(feed: Feed) {
  return feed.entries.map((entry) => ({
    id: entry.id,
    url: entry.url,
    title: entry.title,
    published: entry.published,
    updated: entry.updated,
    author: entry.author,
    summary: entry.summary,
    html: entry.html,
    categories: entry.categories.map(({ name }) => name),
    enclosures: entry.enclosures.map(({ url, mediaType, bytes }) => ({ url, type: mediaType, length: bytes })),
  }));
}
