import { expect, test } from 'vitest';
import { wordCounter } from '../../../src/search/record/lexicon.ts';

const TOKENS = ['Gold,', 'gold', 'gold-silver', '4.2bn', 'Müller', 'silver'];
const numbers = (...tokens: readonly string[]): Uint32Array =>
  Uint32Array.from(tokens, (token) => TOKENS.indexOf(token));

test('wordCounter() counts each word once in a release, whatever tokens it stands in', () => {
  const group = wordCounter((number) => TOKENS[number] ?? '')();
  group.add(numbers('Gold,', 'gold', 'gold-silver', '4.2bn'), numbers('gold', 'Müller'));
  group.add(numbers('silver', 'silver'), numbers());
  expect([...group.counts()]).toEqual([
    ['gold', 1],
    ['goldsilver', 1],
    ['silver', 2],
    ['muller', 1],
  ]);
});

test('wordCounter() counts a group the same whatever was counted before it', () => {
  const first = wordCounter((number) => TOKENS[number] ?? '');
  const alone = first();
  alone.add(numbers('silver', 'gold'));
  const later = wordCounter((number) => TOKENS[number] ?? '');
  later().add(numbers('gold', 'Müller', 'silver'));
  const group = later();
  group.add(numbers('silver', 'gold'));
  expect([...group.counts()]).toEqual([...alone.counts()]);
});

test('wordCounter() takes no figure, letter or string of letters for a word', () => {
  const tokens = ['2024,', 'A', 'a'.repeat(25), '(Tin)', '"4C"'];
  const group = wordCounter((number) => tokens[number] ?? '')();
  group.add(Uint32Array.from(tokens.keys()));
  expect([...group.counts().keys()]).toEqual(['tin']);
});
