import { expect, test } from 'vitest';
import { freeId, idOf } from '../../src/release/naming.ts';
import { slugOf } from '../../src/text/slug.ts';

test.each([
  ['High-quality neodymium metal produced', 'high-quality-neodymium-metal-produced'],
  ["Change of Director's Interest Notice", 'change-of-directors-interest-notice'],
  ['Terms & conditions', 'terms-and-conditions'],
  ['Métal à Nouméa: Straße', 'metal-a-noumea-strasse'],
  ['氧化钕', ''],
  ['x'.repeat(100), 'x'.repeat(79)],
  ['word '.repeat(40), 'word-'.repeat(15) + 'word'],
])('slugOf(%j) is %j', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

test('idOf() is never empty after the day, and never digits alone', () => {
  expect(idOf('2020-07-30', 'First metal')).toBe('2020/2020-07-30-first-metal');
  expect(idOf('2020-07-30', '氧化钕')).toBe('2020/2020-07-30-release');
  expect(idOf('2020-07-30', '2019')).toBe('2020/2020-07-30-release-2019');
});

test('idOf() puts a draft without a day under undated/', () => {
  expect(idOf(undefined, 'First metal')).toBe('undated/first-metal');
  expect(idOf(undefined, '2019')).toBe('undated/release-2019');
});

test('freeId() counts on from -2', () => {
  const taken = new Set(['a', 'a-2']);
  expect(freeId('a', (id) => taken.has(id))).toBe('a-3');
  expect(freeId('b', (id) => taken.has(id))).toBe('b');
});
