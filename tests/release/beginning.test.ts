import { expect, test } from 'vitest';
import { beginningOf } from '../../src/release/beginning.ts';

test('beginningOf() prefers paragraphs to highlights and cuts at a word', () => {
  const body = '- highlight\n\nThe first paragraph says what has happened, and goes on for a while.';
  expect(beginningOf(body, 40)).toBe('The first paragraph says what has …');
  expect(beginningOf('- one\n- two')).toBe('one; two;');
  expect(beginningOf('')).toBe('');
});
