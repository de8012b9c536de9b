import { expect, test } from 'vitest';
import { beginningOf } from '../../src/release/beginning.ts';

test('beginningOf() prefers paragraphs to highlights and cuts at a word', () => {
  const body = '- highlight\n\nThe first paragraph says what has happened, and goes on for a while.';
  expect(beginningOf(body, 40)).toBe('The first paragraph says what has …');
  expect(beginningOf('- one\n- two')).toBe('one; two;');
  expect(beginningOf('')).toBe('');
});

test('beginningOf() finds a paragraph that stands far down, and what is defined further on', () => {
  const highlights = '- Tungsten was poured at the mine.\n'.repeat(40);
  expect(beginningOf(`${highlights}\nThe first paragraph says what has happened today.`)).toBe(
    'The first paragraph says what has happened today.',
  );
  const text = `${'The [quarter][report] is told of in a report with many words. '.repeat(5)}\n\n`.repeat(4);
  expect(beginningOf(`${text}[report]: https://xmx.example/report`)).toMatch(/^The quarter is told of /);
  // A paragraph that is cut off where reading ends is not taken from there: its emphasis would have no end.
  const first = 'The mine poured tungsten, which is told of further down as well.';
  const cut = `${first}\n\n${'A heading\n=========\n\n'.repeat(25)}**It poured gold ${'and silver '.repeat(20)}today.**`;
  expect(beginningOf(cut)).toMatch(/^The mine poured .* as well\. It poured gold and silver/);
});
