import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareReleases } from '../../src/archive/archive.ts';
import { entryId } from '../../src/release/entry-id.ts';
import type { WholeRelease } from '../../src/release/schema.ts';
import { feedInstant } from '../../src/release/sydney-time.ts';
import { published, Reader, walk } from './reader.ts';
import { date, feedsOf, release, sourceOf } from './sample.ts';

const SIZES = { feedSize: 3, pageSize: 5 };
const FORMATS = ['atom.xml', 'feed.json'] as const;
const idOf = ({ code, id }: Pick<WholeRelease, 'code' | 'id'>) => entryId(code[0] ?? '', id);

/** Releases in their order, oldest first, over some years, with types, two companies and corrections of older ones. */
const history = fc
  .array(
    fc.record({
      day: fc.nat(1100),
      type: fc.constantFrom('trading-halt', 'dividend-rate'),
      code: fc.constantFrom('XMX', 'XMX', 'XMX', 'XZX'),
      corrects: fc.option(fc.nat(), { freq: 4 }),
    }),
    { minLength: 1, maxLength: 45 },
  )
  .map((records) => {
    const sorted = records
      .map(({ day, ...record }, index) => ({
        ...record,
        date: date(new Date(Date.UTC(2019, 5, 1 + day)).toISOString().slice(0, 10)),
        id: `a/r${String(index).padStart(3, '0')}-x`,
      }))
      .map(({ type, code, ...record }) => ({
        ...release({ ...record, corrects: undefined, code: [code], types: [type] }),
        from: record.corrects,
      }))
      .toSorted(compareReleases);
    return sorted.map(({ from, ...one }, index): WholeRelease => {
      const original = from === null || index === 0 ? undefined : sorted[from % index];
      return original ? { ...one, corrects: [{ release: original.id, kind: 'correction' }] } : one;
    });
  });

test('walking back from a subscription document collects every release of its list, newest first in each document', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...FORMATS), (releases, format) => {
      const source = sourceOf(releases);
      const documents = published(source, format, SIZES);
      for (const { document } of feedsOf(source, SIZES)) {
        if (document.kind === 'archive') continue;
        const steps = walk(documents, source.urls.absolute(document.address(format)));
        const times = steps.map(({ entries }) => entries.map((entry) => entry.published));
        expect(times).toEqual(times.map((each) => each.toSorted((a, b) => b - a)));
        // A corrected release stands anew in the subscription document; its own place is the later one.
        const ids = steps.flatMap(({ entries }) => entries.map(({ id }) => id));
        const once = ids.filter((id, index) => ids.lastIndexOf(id) === index);
        expect(once).toEqual(document.list.releases.map(idOf));
      }
    }),
    { numRuns: 60 },
  );
});

test('a reader that fetches again after any number of additions has missed none, and knows what was corrected since', () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(45), { maxLength: 4 }), (releases, visits) => {
      const reader = new Reader();
      const subscription = 'https://example.com/atom.xml';
      for (const count of [...visits.toSorted((a, b) => a - b), releases.length]) {
        reader.fetch(published(sourceOf(releases.slice(0, count)), 'atom.xml', SIZES), subscription);
      }
      const source = sourceOf(releases);
      expect([...reader.entries.keys()].toSorted()).toEqual(releases.map(idOf).toSorted());
      // What the newest releases correct is known to the reader with the time of the correction.
      for (const newest of source.archive.releases.slice(0, SIZES.feedSize)) {
        for (const { release: id } of newest.corrects ?? []) {
          const original = source.archive.byId.get(id);
          if (!original) throw new Error(`${id} is among the releases.`);
          expect(reader.entries.get(idOf(original))?.updated).toBeGreaterThanOrEqual(feedInstant(newest.date));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a reader sees a release that was added late, while it is among the newest', () => {
  fc.assert(
    fc.property(history, fc.nat(SIZES.feedSize - 1), (releases, place) => {
      const late = releases.at(-1 - place);
      fc.pre(late !== undefined && !releases.some(({ corrects }) => corrects?.some((one) => one.release === late.id)));
      const reader = new Reader();
      const before = sourceOf(releases.filter((one) => one !== late));
      for (const source of [before, sourceOf(releases)]) {
        reader.fetch(published(source, 'atom.xml', SIZES), 'https://example.com/atom.xml');
      }
      expect([...reader.entries.keys()].toSorted()).toEqual(releases.map(idOf).toSorted());
    }),
    { numRuns: 40 },
  );
});

test('adding releases at the end changes no archive document that was there', () => {
  fc.assert(
    fc.property(history, fc.nat(45), fc.constantFrom(...FORMATS), (releases, count, format) => {
      const isArchive = ([address]: [string, string]) => /\/\d+\/[^/]+$/.test(address);
      const before = [...published(sourceOf(releases.slice(0, count)), format, SIZES)].filter(isArchive);
      const after = published(sourceOf(releases), format, SIZES);
      // A list that held everything had everything's documents, which stay as well.
      for (const [address, text] of before) expect(after.get(address), address).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test('archive documents are the full pages of the years, and of closed years the last page too', () => {
  const days = ['2018-03-01', ...Array.from({ length: 7 }, (_, index) => `2019-01-0${index + 1}`), '2020-01-01'];
  const source = sourceOf(days.map((day) => release({ id: `x/${day}-a`, date: date(day) })));
  const documents = published(source, 'atom.xml', SIZES);
  const steps = walk(documents, 'https://example.com/atom.xml');
  expect(steps.map(({ address, entries }) => [new URL(address).pathname, entries.length])).toEqual([
    ['/atom.xml', 3],
    ['/releases/2019/2/atom.xml', 2],
    ['/releases/2019/1/atom.xml', 5],
    ['/releases/2018/1/atom.xml', 1],
  ]);
  const text = documents.get('https://example.com/releases/2019/2/atom.xml');
  expect(text).toContain('<fh:archive/>');
  expect(text).toContain('<link rel="current" type="application/atom+xml" href="https://example.com/atom.xml"/>');
  expect(text).not.toContain('next-archive');
  expect(documents.get('https://example.com/atom.xml')).not.toContain('<fh:archive/>');
});

test('a type has archive documents at its own address, a company with every release those of everything', () => {
  const source = sourceOf(
    Array.from({ length: 8 }, (_, index) =>
      release({
        id: `x/r${index}-a`,
        date: date(`2020-01-0${index + 1}`),
        ...(index > 0 ? { types: ['drilling'] } : {}),
      }),
    ),
  );
  const addresses = [...published(source, 'feed.json', SIZES).keys()].map((address) => new URL(address).pathname);
  expect(addresses).toEqual([
    '/feed.json',
    '/companies/xmx/feed.json',
    '/types/drilling/feed.json',
    '/types/drilling/1/feed.json',
    '/releases/2020/1/feed.json',
    '/price-sensitive/feed.json',
    '/corrections/feed.json',
  ]);
  const company = walk(published(source, 'feed.json', SIZES), 'https://example.com/companies/xmx/feed.json');
  expect(company.map(({ address }) => new URL(address).pathname)).toEqual([
    '/companies/xmx/feed.json',
    '/releases/2020/1/feed.json',
  ]);
});
