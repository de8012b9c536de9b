import { expect, test } from 'vitest';
import { findAmounts, findPossibleAmounts } from '../../../src/search/record/amounts.ts';

const words = (text: string) => findAmounts(text).map((amount) => amount.word);

test.each([
  ['A$4.2bn', '$4.2 billion'],
  ['4.20bn', 'US$4,200,000,000'],
  ['$12.5m', '12.5 million'],
  ['€0.5m', '500k'],
  ['$12.5 m', 'AUD 12.5mn'],
])('findAmounts() gives %s and %s the same word', (one, other) => {
  expect(words(one)).toHaveLength(1);
  expect(words(one)).toEqual(words(other));
});

test.each(['12.5 m', '99.8%', '1,234 shares', '2019-20', '1.5.2m', 'H2m', '4C', 'Appendix 3B', '5b', '30/06/2020'])(
  'findAmounts() takes %s for no amount',
  (text) => {
    expect(words(text)).toEqual([]);
  },
);

test.each([
  '$5¹ million',
  '$5 million¹',
  '$5m²',
  '$5* million',
  '$5 million†',
  '$5(1) million',
  '$5^(see note 3)m',
  '$5¹,² m',
])('findAmounts() reads %s without the mark in it', (text) => {
  expect(words(text)).toEqual(words('$5 million'));
});

test('findPossibleAmounts() takes square and cubic metres for no millions, and a figure with a mark for no other figure', () => {
  expect(['300 m²', '300m³', '5.5 m²'].flatMap(findPossibleAmounts)).toEqual([]);
  expect(words('$5¹ million')).not.toEqual(words('$51 million'));
});

test('findAmounts() says where each amount stands', () => {
  const text = 'from $1.2m to A$3bn.';
  expect(findAmounts(text).map(({ start, end }) => text.slice(start, end))).toEqual(['$1.2m', 'A$3bn']);
});

test.each([
  '5 million',
  '5\u00a0million',
  '5\nmillion',
  '5\tmillion',
  '5-million',
  '5million',
  '5¹ million',
  '5(1) million',
  '5* million',
])('findPossibleAmounts() finds the scale in %j', (text) => {
  expect(findPossibleAmounts(`About ${text} | 1,240 | 88.1 | 2`).map(({ start, end }) => [start, end])).toEqual([
    [6, 6 + text.length],
  ]);
});
