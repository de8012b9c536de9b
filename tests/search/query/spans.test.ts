import { expect, test } from 'vitest';
import { spanWords } from '../../../src/search/query/spans.ts';

test('spanWords() names spans of years in their order, neighbours and what overlaps as one', () => {
  const words = (...spans: readonly (readonly [number, number])[]) =>
    spanWords(spans.map(([from, to]) => ({ from, to })));
  expect(words()).toBe('');
  expect(words([2026, 2026])).toBe('2026');
  expect(words([2026, 2026], [2018, 2025])).toBe('2018 to 2026');
  expect(words([2026, 2026], [2018, 2024])).toBe('2018 to 2024 and 2026');
  expect(words([2026, 2026], [2018, 2020], [2014, 2014], [2019, 2022])).toBe('2014, 2018 to 2022 and 2026');
});
