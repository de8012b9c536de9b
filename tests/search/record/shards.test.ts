import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shardReleases } from '../../../src/search/record/shards.ts';

function days(...counts: readonly (readonly [string, number])[]) {
  return counts.flatMap(([day, count]) =>
    Array.from({ length: count }, (_, at) => ({ id: `${day}-${at}`, date: { day } })),
  );
}
function shape(items: ReturnType<typeof days>, size: number) {
  return shardReleases(items, size).map((shard) => [shard.name, shard.items.length]);
}

test('shardReleases() makes one shard of a small archive, and none of an empty one', () => {
  expect(shape(days(['2026-03-01', 2], ['2019-03-01', 3]), 5)).toEqual([['2019--2026', 5]]);
  expect(shape([], 5)).toEqual([]);
});

test('shardReleases() leaves the newest year alone and fills closed years from the oldest on', () => {
  const items = days(['2026-03-01', 1], ['2025-03-01', 2], ['2024-03-01', 2], ['2023-03-01', 3], ['2022-03-01', 2]);
  expect(shape(items, 5)).toEqual([
    ['2026', 1],
    ['2024--2025', 4],
    ['2022--2023', 5],
  ]);
});

test('shardReleases() keeps the shards of closed years when another year closes', () => {
  const before = days(['2025-03-01', 2], ['2024-03-01', 4], ['2023-03-01', 4]);
  const after = [...days(['2026-03-01', 1]), ...before];
  expect(shape(before, 5).slice(1)).toEqual(shape(after, 5).slice(2));
});

test('shardReleases() cuts a year that is too large at months, and never within a month', () => {
  const items = days(['2026-01-01', 1], ['2025-12-01', 3], ['2025-11-30', 3], ['2025-02-01', 7], ['2025-01-01', 2]);
  expect(shape(items, 6)).toEqual([
    ['2026', 1],
    ['2025-11--2025-12', 6],
    ['2025-02', 7],
    ['2025-01', 2],
  ]);
});

test('shardReleases() puts every release into one shard, in the given order, under names of their own', () => {
  const day = fc.tuple(
    fc.integer({ min: 2015, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 9 }),
  );
  fc.assert(
    fc.property(fc.array(day, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (list, size) => {
      const items = list
        .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-0${date}`)
        .toSorted()
        .toReversed()
        .map((one, at) => ({ id: String(at), date: { day: one } }));
      const shards = shardReleases(items, size);
      expect(shards.flatMap((shard) => shard.items)).toEqual(items);
      expect(new Set(shards.map((shard) => shard.name)).size).toBe(shards.length);
    }),
  );
});
