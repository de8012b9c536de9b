import { expect, test } from 'vitest';
import { doubtfulWords } from '../../../src/importers/model/doubtful.ts';

test('doubtfulWords() names letters that stand apart, six or more in a row', () => {
  expect(doubtfulWords('plan a b c d e and r e p o r t'.split(' '))).toEqual(['r', 'e', 'p', 'o', 'r', 't']);
});

test('doubtfulWords() tells 200,000 letters in a row', () => {
  expect(doubtfulWords(Array<string>(200_000).fill('a'))).toHaveLength(200_000);
});
