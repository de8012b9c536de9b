import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { config } from '../../src/config.ts';
import { firstYear } from '../../bench/generate/calendar.ts';
import { generateMarket, writeMarket } from '../../bench/generate/market.ts';

const SIZE = 250;
const folder = mkdtempSync(path.join(tmpdir(), 'market-'));
afterAll(() => rmSync(folder, { recursive: true }));
await writeMarket(folder, SIZE, 1);
const read = readReleases(folder, folder);

test('generateMarket() gives the same files for the same seed', () => {
  expect([...generateMarket(SIZE, 7)]).toEqual([...generateMarket(SIZE, 7)]);
});

test('generateMarket() gives other releases for another seed', () => {
  const texts = (seed: number) => new Set([...generateMarket(20, seed)].map(({ text }) => text));
  const [one, two] = [texts(1), texts(2)];
  // The settings of the archive alone are the same.
  expect([...one].filter((text) => two.has(text))).toHaveLength(1);
});

test('generateMarket() makes as many releases as asked, and neither errors nor warnings', () => {
  expect(read.releases).toHaveLength(SIZE);
  expect(checkArchive(read, Date.parse('2026-01-01'), config.advice)).toEqual([]);
});

test('generateMarket() makes releases of fictional companies alone', () => {
  const codes = new Set(read.releases.flatMap(({ code }) => code));
  expect([...codes].filter((code) => !['XMX', 'EXM', 'XZX', 'ZZM', 'QQX', 'XQM'].includes(code))).toEqual([]);
});

test('generateMarket() makes what real releases have: tables, headings, documents, corrections, marks, days without a time', () => {
  const { releases } = read;
  const shares = {
    table: releases.filter(({ body }) => body.includes('| --- |')),
    heading: releases.filter(({ body }) => body.startsWith('## ') || body.includes('\n## ')),
    document: releases.filter(({ attachments }) => attachments !== undefined),
    correction: releases.filter(({ corrects }) => corrects !== undefined),
    sensitive: releases.filter(({ priceSensitive }) => priceSensitive === true),
    untyped: releases.filter(({ types }) => types === undefined),
    untimed: releases.filter(({ date }) => date.time === undefined),
  };
  expect(Object.entries(shares).filter(([, { length }]) => length === 0 || length === SIZE)).toEqual([]);
});

test('the lengths of generated texts have a median near that of real ones, and a long tail', () => {
  const words = read.releases.map(({ body }) => body.split(/\s+/).length).toSorted((a, b) => a - b);
  const median = words[SIZE / 2] ?? 0;
  expect(median).toBeGreaterThan(500);
  expect(median).toBeLessThan(900);
  expect(words.at(-1)).toBeGreaterThan(5 * median);
});

test.each([
  [1, 2025],
  [100, 2025],
  [101, 2024],
  [10_000, 1996],
  [100_000, 1996],
])('a market of %i releases begins in %i', (size, year) => {
  expect(firstYear(size)).toBe(year);
});
