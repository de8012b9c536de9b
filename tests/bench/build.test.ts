import { expect, test } from 'vitest';
import { readOptions } from '../../bench/build/options.ts';
import { reportResult } from '../../bench/build/report.ts';
import { spreadOf } from '../../bench/build/statistics.ts';
import { alignTable } from '../../bench/build/table.ts';
import { parseTimes } from '../../bench/build/time-line.ts';

test('parseTimes() finds every name with its seconds in the last line that begins with Time:', () => {
  const output =
    'Time: old 9.0 s\nReading 3.0 s\nTime: reading 1.2 s, writing pages 14.0 s; in the worker checking 1025.3 s; 78 releases indexed.\nBuilt dist';
  expect(parseTimes(output)).toEqual([
    { name: 'reading', seconds: 1.2 },
    { name: 'writing pages', seconds: 14 },
    { name: 'in the worker checking', seconds: 1025.3 },
  ]);
});

test.each(['', 'Built dist: 3 releases in 1.2 s', 'Time: about the same.'])(
  'parseTimes() finds no phase in %j',
  (output) => {
    expect(parseTimes(output)).toEqual([]);
  },
);

test('spreadOf() takes the middle of an odd number of values, and the mean of two of an even one', () => {
  expect(spreadOf([10, 2, 9])).toEqual({ median: 9, least: 2, most: 10 });
  expect(spreadOf([4, 1])).toEqual({ median: 2.5, least: 1, most: 4 });
  expect(() => spreadOf([])).toThrow('Nothing was measured.');
});

test('alignTable() puts the first column to the left and all others to the right, without spaces at the ends', () => {
  expect(
    alignTable([
      ['', 'seconds', 'files'],
      ['build', '12.3', '1,234'],
      ['check', '0.9', ''],
    ]),
  ).toEqual(['       seconds  files', 'build     12.3  1,234', 'check      0.9']);
});

test('reportResult() shows medians, ratios against the others, phases, and whether a rebuild is equal', () => {
  const run = (seconds: number, peak: number) => ({ seconds, peak, phases: [] });
  const lines = reportResult({
    releases: '1,000 generated releases, seed 1',
    count: 1000,
    ours: [
      { name: 'ours, clean build', runs: [run(8, 5e8), run(10, 6e8), run(9, 7e8)], size: { files: 3000, bytes: 4e7 } },
      {
        name: 'ours, one release added',
        runs: [run(3, 4e8), run(3, 4e8), run(3, 4e8)],
        size: { files: 3001, bytes: 4e7 },
      },
    ],
    others: [
      {
        name: 'Hugo + Pagefind',
        runs: [
          {
            seconds: 18,
            phases: [
              { name: 'Hugo', seconds: 4 },
              { name: 'Pagefind', seconds: 14 },
            ],
          },
        ],
        size: { files: 2000, bytes: 9e6 },
      },
    ],
    unequal: [],
    skipped: ['Eleventy is not installed.'],
  });
  expect(lines).toEqual([
    '1,000 generated releases, seed 1; 3 runs, medians',
    '',
    '                         seconds   from–to  ours/theirs   peak memory  files    bytes',
    'ours, clean build            9.0  8.0–10.0                   600.0 MB  3,000  40.0 MB',
    'ours, one release added      3.0   3.0–3.0                   400.0 MB  3,001  40.0 MB',
    'Hugo + Pagefind             18.0                   0.50  not measured  2,000   9.0 MB',
    '',
    'Hugo + Pagefind: Hugo 4.0 s, Pagefind 14.0 s',
    'A clean build takes 9.0 ms a release.',
    'After one addition it takes 0.33 of that time.',
    'The rebuild equals a clean build byte for byte.',
    'Eleventy is not installed.',
  ]);
});

test('readOptions() compares where nothing is said, and says what is wrong with a value', () => {
  expect(readOptions([])).toMatchObject({ sizes: [1000, 10_000], seed: 1, runs: 3, compare: undefined, keep: false });
  expect(readOptions(['--size', '100000', '--no-compare'])).toMatchObject({ sizes: [100_000], compare: false });
  expect(readOptions(['--size', '10,many'])).toBe(
    '"10,many" is no list of sizes. Write whole numbers, for example 1000,10000.',
  );
  expect(readOptions(['--runs', '0'])).toBe('"0" is no number of runs. Write a whole number, for example 3.');
  expect(readOptions(['--fast'])).toMatch(/'--fast'/);
});
