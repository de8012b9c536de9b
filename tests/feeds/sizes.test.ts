import { expect, test } from 'vitest';
import { writeAtom } from '../../src/feeds/atom.ts';
import { feedDocuments } from '../../src/feeds/documents.ts';
import { entryMaker } from '../../src/feeds/entry.ts';
import { makeFeed, type Feed } from '../../src/feeds/feed.ts';
import { writeJsonFeed } from '../../src/feeds/json-feed.ts';
import { writeRss } from '../../src/feeds/rss.ts';
import type { FeedSource } from '../../src/feeds/source.ts';
import { date, feedsOf, release, sourceOf } from './sample.ts';

const SIZES = { feedSize: 50, pageSize: 100 };
const MB = 1_000_000;

/** Releases, oldest first, and the HTML of each text: some 120 KB. */
function long(count: number, html: string): FeedSource {
  const source = sourceOf(
    Array.from({ length: count }, (_, index) =>
      release({ id: `2024/r${index}-x`, date: date(`2024-01-01 09:${String(index).padStart(2, '0')}`) }),
    ),
  );
  const text = html.repeat(Math.ceil(120_000 / html.length));
  return { ...source, renderForFeed: ({ id }) => `${text}<p>The very end of ${id}.</p>` };
}

/** The document of everything alone. */
function subscription(source: FeedSource): Feed {
  const [first] = feedDocuments(source.archive, source.urls, SIZES);
  if (!first) throw new Error('There is always a feed of everything.');
  return makeFeed(first, source, entryMaker(source, 100 * MB));
}

test.each([
  ['words', '<p>Shareholders assay copper across the area of the interval, and so on.</p>\n'],
  ['signs that are escaped', `<p>"It's" &amp; 'R&amp;D' &amp; "x" 'y' &amp; "R&amp;D" 'z'</p>`],
  ['paragraphs', '<p>A.</p>\n'],
  ['letters of other scripts', '<p>Αρχείο 公告 🏭</p>'],
  ['a table', '<table><tr><td class="right">1</td></tr></table>\n\n'],
])('a subscription document of 20 long releases stays below 2 MB in all formats alike: %s', async (_, html) => {
  const feed = subscription(long(20, html));
  const written = {
    'atom.xml': writeAtom(feed),
    'rss.xml': Buffer.from(await writeRss(feed)),
    'feed.json': writeJsonFeed(feed),
  };
  const shortened = feed.entries.filter(({ html }) => html.includes('Read the whole release')).length;
  for (const [format, bytes] of Object.entries(written)) {
    expect(bytes.length, format).toBeLessThan(2 * MB);
    expect(bytes.toString().split('Read the whole release').length - 1, format).toBe(shortened);
  }
  expect(feed.entries).toHaveLength(20);
  expect(feed.entries[0]?.html).toContain('The very end of 2024/r19-x.');
  const last = feed.entries.at(-1)?.html ?? '';
  expect(last.length).toBeLessThan(5000);
  expect(last).toContain(
    '<p><a href="https://example.com/releases/2024/r0-x/">Read the whole release</a>: https://example.com/releases/2024/r0-x/</p>',
  );
});

test('a text that does not fit leaves room for the whole texts of those behind it', () => {
  const huge = release({ id: '2024/huge', date: date('2024-02-01'), body: 'word '.repeat(420_000) });
  const small = release({ id: '2024/small', date: date('2024-01-01'), body: `${'word '.repeat(2000)} The very end.` });
  const [newest, older] = subscription(sourceOf([huge, small])).entries;
  expect(newest?.html).toContain('Read the whole release');
  expect(older?.html).toContain('The very end.');
});

test('the history of everything holds whole texts, that of a type, a company and other lists their beginnings', () => {
  const releases = Array.from({ length: 12 }, (_, index) =>
    release({
      id: `2024/r${index}-x`,
      date: date(`2024-01-${String(index + 1).padStart(2, '0')}`),
      ...(index > 0 ? { types: ['drilling'], priceSensitive: true } : {}),
      code: [index > 1 ? 'XMX' : 'XZX'],
      body: `${'word '.repeat(2000)} The very end.`,
    }),
  );
  const texts = archiveTexts(sourceOf(releases));
  expect([...texts.keys()].toSorted()).toEqual([
    '/companies/xmx/1/',
    '/companies/xmx/2/',
    '/price-sensitive/1/',
    '/price-sensitive/2/',
    '/releases/2024/1/',
    '/releases/2024/2/',
    '/types/drilling/1/',
    '/types/drilling/2/',
  ]);
  for (const [address, html] of texts) {
    const whole = address.startsWith('/releases/');
    expect(html.includes('The very end.'), address).toBe(whole);
    expect(html.includes('Read the whole release'), address).toBe(!whole);
    expect(html, address).toContain('word word');
  }
});

test('a short text stands as a whole everywhere, and nothing leads to more of it', () => {
  const releases = Array.from({ length: 6 }, (_, index) =>
    release({
      id: `2024/r${index}-x`,
      date: date(`2024-01-0${index + 1}`),
      types: index > 0 ? ['drilling'] : [],
      body: 'All of it.',
    }),
  );
  const html = archiveTexts(sourceOf(releases)).get('/types/drilling/1/') ?? '';
  expect(html).toContain('<p>All of it.</p>');
  expect(html).not.toContain('Read the whole release');
});

/** All texts of each archive document by the address of its folder. */
function archiveTexts(source: FeedSource): Map<string, string> {
  return new Map(
    feedsOf(source, { feedSize: 3, pageSize: 5 })
      .filter(({ document }) => document.kind === 'archive')
      .map(({ feed }) => [
        new URL(feed.self('atom.xml')).pathname.replace('atom.xml', ''),
        feed.entries.map(({ html }) => html).join(),
      ]),
  );
}
