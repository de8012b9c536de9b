import { expect, test } from 'vitest';
import { countByYear, countMonthsOf, timelineOf } from '../../../src/archive/lists/timeline.ts';
import { archiveOf } from '../../support/archive.ts';

const archive = archiveOf({
  a: 'date: 2019-11-30 23:59\ntypes: web-cast',
  b: 'date: 2019-12-01\ntypes: appendix-3b',
  c: 'date: 2020-02-03\ntypes: appendix-3b',
  d: 'date: 2020-02-04',
});

test('timelineOf() counts by the month in Sydney, months without a release among them, oldest first', () => {
  expect(timelineOf(archive, 0).months.map(({ month, count }) => `${month} ${count}`)).toEqual([
    '2019-11 1',
    '2019-12 1',
    '2020-01 0',
    '2020-02 2',
  ]);
});

test('countByYear() counts by the year in Sydney, years without a release among them', () => {
  const { releases } = archiveOf({ a: 'date: 2018-12-31 23:59', b: 'date: 2021-01-01 00:00' });
  expect(countByYear(releases).map(({ year, count }) => `${year} ${count}`)).toEqual([
    '2018 1',
    '2019 0',
    '2020 0',
    '2021 1',
  ]);
});

test('countMonthsOf() has all twelve months of a year', () => {
  expect(countMonthsOf(2020, archive.releases).map(({ count }) => count)).toEqual([0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('timelineOf() names the first of the busiest months, has rows for the largest groups, and leaves open what lies outside', () => {
  const { busiest, rows, years } = timelineOf(archive, 1);
  expect(busiest).toEqual({ month: '2020-02', count: 2 });
  expect(rows.map(({ name, total }) => `${name}: ${total}`)).toEqual(['All releases: 4', 'Issued Capital: 2']);
  expect(years.map(({ year, counts }) => [year, counts.slice(0, 3), counts.slice(-2)])).toEqual([
    ['2020', [0, 2, undefined], [undefined, undefined]],
    ['2019', [undefined, undefined, undefined], [1, 1]],
  ]);
  expect(timelineOf(archiveOf({}), 5).busiest).toBeUndefined();
});
