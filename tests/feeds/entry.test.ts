import { expect, test } from 'vitest';
import { entryMaker, feedDate, type Entry } from '../../src/feeds/entry.ts';
import type { WholeRelease } from '../../src/release/schema.ts';
import { feedsOf, date, mainFeed, release, sourceOf, type SourceOptions } from './sample.ts';

const original = release({ id: '2020/a', title: 'Quarterly <report>', date: date('2020-07-30') });
const correction = release({
  id: '2020/b',
  title: 'Correction & apology',
  date: date('2020-08-03 09:15'),
  priceSensitive: true,
  corrects: [{ release: '2020/a', kind: 'correction', changes: [{ where: 'Page 3', was: '<5 t', now: '5 t' }] }],
});

test('an entry says its Sydney date, its price sensitivity and what corrected it, and is updated by that', () => {
  const [newer, older] = mainFeed(sourceOf([original, correction])).entries;
  expect(older?.html).toBe(
    '<p>30 July 2020, time not recorded. Price sensitivity not recorded. <strong>This release was corrected on 3 August 2020 by <a href="https://example.com/releases/2020/b/">Correction &amp; apology</a>.</strong></p>',
  );
  expect(newer?.html).toBe(
    '<p>3 August 2020, 9:15 am AEST. <strong>Price sensitive.</strong> This release corrects that of 30 July 2020, <a href="https://example.com/releases/2020/a/">Quarterly &lt;report&gt;</a>.</p>\n<ul>\n<li>Page 3: <del>&lt;5 t</del> is now <ins>5 t</ins></li>\n</ul>',
  );
  expect(older && [feedDate(older.published), feedDate(older.updated)]).toEqual([
    '2020-07-30T12:00:00+10:00',
    '2020-08-03T09:15:00+10:00',
  ]);
});

test('an archive document tells of corrections up to its newest release, the subscription document of all', () => {
  const later = Array.from({ length: 5 }, (_, index) => release({ id: `2020/c${index}-x`, date: date('2020-09-01') }));
  const last = { ...correction, id: '2020/d', title: 'Second correction', date: date('2020-09-02') };
  const feeds = feedsOf(sourceOf([original, correction, ...later, last]), { feedSize: 1, pageSize: 2 });
  const inDocument = (path: string): Entry | undefined =>
    feeds
      .find(({ feed }) => feed.self('atom.xml') === `https://example.com${path}`)
      ?.feed.entries.find(({ title }) => title === original.title);
  expect(inDocument('/releases/2020/1/atom.xml')?.html).toContain('Correction &amp; apology');
  expect(inDocument('/releases/2020/1/atom.xml')?.html).not.toContain('Second correction');
  expect(inDocument('/atom.xml')?.html).toContain('Second correction');
});

test('an entry does not tell of later corrections where it was asked not to, whatever was asked before', () => {
  const source = sourceOf([original, correction]);
  const entryOf = entryMaker(source, 0);
  const ask = (known: boolean) => entryOf(original, () => known).whole.html.includes('corrected on');
  expect([ask(true), ask(false), ask(true)]).toEqual([true, false, true]);
});

test('every address in an entry is whole: links, files, and places in the text itself', () => {
  const body = 'A note.[^1] See [below](#resource) and [all](/releases/).\n\n## Resource\n\nhref="#x"\n\n[^1]: Here.';
  const entry = entryOf(release({ id: '2020/a', body }), { base: '/archive' });
  const addresses = [...entry.html.matchAll(/<[^>]+ (?:href|src)="([^"]*)"/g)].map((match) => match[1]);
  expect(addresses).toHaveLength(4);
  for (const address of addresses)
    expect(address).toMatch(/^https:\/\/example\.com\/archive\/releases\/(2020\/a\/#|$)/);
  expect(entry.html).toMatch(/<p>href=("|&quot;)#x("|&quot;)<\/p>/);
});

test('a text in another language says so, since feeds have but one language each', () => {
  const entry = entryOf(release({ id: '2020/a', body: 'Kupfer', language: 'de' }));
  expect(entry.html).toContain('\n<div lang="de" dir="auto"><p>Kupfer</p>');
  expect(entry.language).toBe('de');
});

test('enclosures are the attachments, PDFs first, then documents that the text links to; pictures are not among them', () => {
  const file = (name: string, mediaType: string) => ({ name, below: `2020/${name}`, bytes: 12, mediaType });
  const files = {
    '2020/a': [
      file('a.csv', 'text/csv'),
      file('b.pdf', 'application/pdf'),
      file('c.png', 'image/png'),
      file('d.csv', 'text/csv'),
    ],
  };
  const attachments = [
    { file: 'a.csv' },
    { url: 'https://example.com/annual.pdf', title: 'Annual report', bytes: 345 },
    { file: 'b.pdf' },
    { url: 'https://example.com/x?y=1' },
  ];
  expect(entryOf(release({ id: '2020/a', attachments }), { files }).enclosures).toEqual([
    { url: 'https://example.com/annual.pdf', mediaType: 'application/pdf', bytes: 345, title: 'Annual report' },
    {
      url: 'https://example.com/releases/2020/a/b.pdf',
      mediaType: 'application/pdf',
      bytes: 12,
    },
    { url: 'https://example.com/releases/2020/a/a.csv', mediaType: 'text/csv', bytes: 12 },
    { url: 'https://example.com/x?y=1', mediaType: 'application/octet-stream' },
    { url: 'https://example.com/releases/2020/a/d.csv', mediaType: 'text/csv', bytes: 12 },
  ]);
});

test('every document of a release is a link at the end of its entry, in whatever format and length', () => {
  const files = {
    '2020/a': ['a.pdf', 'b & c.pdf', 'd.csv'].map((name) => ({
      name,
      below: `2020/${name}`,
      bytes: 1_400_000,
      mediaType: name.endsWith('csv') ? 'text/csv' : 'application/pdf',
    })),
  };
  const attachments = [
    { file: 'a.pdf', title: 'Appendix <4E>' },
    { file: 'b & c.pdf' },
    { url: 'https://example.org/annual%20report.pdf' },
    { url: 'https://example.org/documents/' },
  ];
  const one = release({ id: '2020/a', body: 'word '.repeat(400), attachments });
  const { whole, beginning } = entryMaker(sourceOf([one], { files }), 1000)(one, () => true);
  const links = [
    '<p>Documents of this release:</p>',
    '<ul>',
    '<li><a href="https://example.com/releases/2020/a/a.pdf">Appendix &lt;4E&gt;</a> (1.4 MB)</li>',
    '<li><a href="https://example.com/releases/2020/a/b%20%26%20c.pdf">b &amp; c.pdf</a> (1.4 MB)</li>',
    '<li><a href="https://example.org/annual%20report.pdf">annual report.pdf</a></li>',
    '<li><a href="https://example.org/documents/">https://example.org/documents/</a></li>',
    '<li><a href="https://example.com/releases/2020/a/d.csv">d.csv</a> (1.4 MB)</li>',
    '</ul>',
  ].join('\n');
  expect(whole.html.endsWith(links)).toBe(true);
  expect(beginning.html.endsWith(links)).toBe(true);
  expect(beginning.html.length).toBeLessThan(whole.html.length);
});

test('an entry without a summary and a text says its date and price sensitivity in its place', () => {
  expect(entryOf(release({ id: '2020/a', priceSensitive: true })).summary).toBe(
    '30 July 2020, 9:15 am AEST. Price sensitive.',
  );
});

test('the author is the lodging company by the name that it bore on the day', () => {
  const companies = [
    { code: 'XMX', name: 'Example Minerals Limited', former: [{ name: 'Old Name', until: '2020-12-31' }] },
  ];
  const settings = { companies };
  expect(entryOf(release({ id: '2020/a', code: ['XMX', 'XZX'] }), { settings }).author).toBe('Old Name');
  expect(entryOf(release({ id: '2021/a', date: date('2021-01-04') }), { settings }).author).toBe(
    'Example Minerals Limited',
  );
  expect(entryOf(release({ id: '2021/a', code: ['1E5'] })).author).toBe('1E5');
});

test('an id is the same below another domain or path, and types are named as the exchange names them', () => {
  const one = release({ id: '2021/v1.2', types: ['trading-halt', 'own-type'] });
  expect(entryOf(one).id).toBe(entryOf(one, { base: '/archive' }).id);
  expect(entryOf(one).url).toBe('https://example.com/releases/2021/v1.2/');
  expect(entryOf(one).categories).toEqual([
    { slug: 'trading-halt', name: 'Trading Halt' },
    { slug: 'own-type', name: 'Own type' },
  ]);
});

function entryOf(one: WholeRelease, options: SourceOptions = {}): Entry {
  return entryMaker(sourceOf([one], options), 1000)(one, () => true).whole;
}
