import { expect, test } from 'vitest';
import { findRatios } from '../../../src/search/record/ratios.ts';

const words = (text: string) => findRatios(text).map(({ word }) => word);

test.each([
  ['1 for 4', ['1for4']],
  ['one-for-four', ['1for4']],
  ['a 1:4 offer', ['1for4']],
  ['one (1) new share for every four (4) shares held', ['1for4']],
  ['1 for 2.5 and twenty for one', [expect.stringMatching(/^1for2.5$/), '20for1']],
])('findRatios() reads %s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test.each(['5 new mines for 3 owners', 'at 10:30am', '$1 for 4', '1:2:3', 'for 4 years', '1 for 4%'])(
  'findRatios() reads no ratio in %s',
  (text) => {
    expect(words(text)).toEqual([]);
  },
);

test('findRatios() says where a ratio stands', () => {
  expect(findRatios('an offer of 1 for 4.')).toMatchObject([{ start: 12, end: 19 }]);
});
