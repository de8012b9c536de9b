import { expect, test } from 'vitest';
import { createArchive } from '../../../src/archive/archive.ts';
import { countByYearAndType, countRecorded, longestGaps, shareOf } from '../../../src/archive/lists/completeness.ts';
import { parseRelease } from '../../../src/release/parse.ts';
import type { Release } from '../../../src/release/schema.ts';

function release(date: string, fields = ''): Release {
  const { release } = parseRelease(
    `${date.replace(/\W/g, '')}x.md`,
    `---\ntitle: "T"\ncode: XMX\ndate: ${date}\n${fields}---\n`,
  );
  if (!release) throw new Error(`${date} does not parse.`);
  return release;
}
const { releases } = createArchive(
  ['2020-01-01', '2020-01-02', '2020-03-01 23:30', '2021-03-01 00:10'].map((date) => release(date)),
  {},
);

test('longestGaps() counts Sydney days between releases, longest first, days in a row left out', () => {
  expect(longestGaps(releases, 5).map(({ from, to, days }) => [from, to, days])).toEqual([
    ['2020-03-01', '2021-03-01', 365],
    ['2020-01-02', '2020-03-01', 59],
  ]);
  expect(longestGaps(releases, 1).length).toBe(1);
  expect(longestGaps([], 5)).toEqual([]);
});

test('longestGaps() counts from the listing and to the delisting', () => {
  const gaps = longestGaps(releases, 9, { from: '2019-12-30', to: '2021-03-04' });
  expect(gaps.map(({ from, to, days, before, after }) => [from, to, days, before?.date.day, after?.date.day])).toEqual([
    ['2020-03-01', '2021-03-01', 365, '2020-03-01', '2021-03-01'],
    ['2020-01-02', '2020-03-01', 59, '2020-01-02', '2020-03-01'],
    ['2021-03-01', '2021-03-04', 3, '2021-03-01', undefined],
    ['2019-12-30', '2020-01-01', 2, undefined, '2020-01-01'],
  ]);
});

test('countByYearAndType() has every year from first to last, groups by size, and releases without a type last', () => {
  const archive = createArchive(
    [
      release('2018-05-01', 'types: trading-halt\n'),
      release('2020-05-01', 'types: [trading-halt, progress-report]\n'),
      release('2020-05-02'),
    ],
    {},
  );
  const { years, all, rows } = countByYearAndType(archive);
  expect([years, all]).toEqual([
    [2018, 2019, 2020],
    [1, 0, 2],
  ]);
  expect(rows.map(({ type, counts, total }) => [type?.slug, counts, total])).toEqual([
    ['asx-announcement', [1, 0, 1], 2],
    ['progress-report', [0, 0, 1], 1],
    [undefined, [0, 0, 1], 1],
  ]);
});

test('countRecorded() tells a recorded no from what is not recorded', () => {
  const found = countRecorded([release('2020-05-01', 'priceSensitive: false\n'), release('2020-05-02 09:15')]);
  expect(Object.fromEntries(found.map(({ what, count }) => [what, count]))).toMatchObject({
    'Price sensitivity': 1,
    'Time of day': 1,
    Authoriser: 0,
  });
});

test('longestGaps() puts the later of two equal gaps first', () => {
  const { releases: even } = createArchive(
    ['2020-01-01', '2020-01-11', '2020-01-21'].map((date) => release(date)),
    {},
  );
  expect(longestGaps(even, 1).map(({ from }) => from)).toEqual(['2020-01-11']);
});

test.each([
  [0, 134, '0%'],
  [1, 134, 'under 1%'],
  [2, 134, '1%'],
  [133, 134, '99%'],
  [134, 134, '100%'],
])('shareOf(%i, %i) is %s: neither none nor all where it is not', (count, all, share) => {
  expect(shareOf(count, all)).toBe(share);
});
