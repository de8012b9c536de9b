import { expect, test } from 'vitest';
import { createLru } from '../../src/text/lru.ts';

test('createLru() keeps what was asked for lately, as far as its memory goes', () => {
  const made: string[] = [];
  const remember = createLru<string>(4, (value) => value.length);
  const ask = (key: string) =>
    remember(key, () => {
      made.push(key);
      return key;
    });
  for (const key of ['aa', 'bb', 'aa', 'cc', 'aa', 'bb']) expect(ask(key)).toBe(key);
  // `bb` was not asked for longest when `cc` came.
  expect(made).toEqual(['aa', 'bb', 'cc', 'bb']);
});

test('createLru() makes a value that is larger than its memory each time, and forgets nothing else for ever', () => {
  let made = 0;
  const remember = createLru<string>(3, (value) => value.length);
  for (let round = 0; round < 2; round++) remember('long', () => `long${made++}`);
  expect(made).toBe(2);
  expect([remember('a', () => 'a'), remember('a', () => 'b')]).toEqual(['a', 'a']);
});
