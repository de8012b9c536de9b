import { expect, test } from 'vitest';
import { beginningOf } from '../../src/release/beginning.ts';
import { renderBody } from '../../src/release/render.ts';

const nowhere = { link: () => undefined, picture: () => undefined };
const beginningIn = (body: string): string => renderBody(body, nowhere).beginning;

test('beginningOf() prefers paragraphs to highlights and cuts at a word', () => {
  const html =
    '<ul>\n<li>highlight</li>\n</ul>\n<p>The first paragraph says what has happened, and goes on for a while.</p>\n';
  expect(beginningOf(html, 40)).toBe('The first paragraph says what has …');
  expect(beginningIn('- one\n- two')).toBe('one; two;');
  expect(beginningIn('- one\n  - two\n  - three\n\n- four')).toBe('one two; three; four;');
  expect(beginningIn('Perth, 3 March\n\nThe first paragraph says what has happened today.')).toBe(
    'The first paragraph says what has happened today.',
  );
  expect(beginningOf('')).toBe('');
});

test('beginningOf() finds a paragraph that stands far down, and what is defined further on', () => {
  const highlights = '- Tungsten was poured at the mine.\n'.repeat(400);
  expect(beginningIn(`${highlights}\nThe first paragraph says what has happened today.`)).toBe(
    'The first paragraph says what has happened today.',
  );
  const text = `${'The [quarter][report] is told of in a report with many words. '.repeat(5)}\n\n`.repeat(4);
  expect(beginningIn(`${text}[report]: https://xmx.example/report`)).toMatch(/^The quarter is told of /);
});

test('beginningOf() passes over headings, tables, code, quoted speech, pictures and HTML that is shown as it was written', () => {
  const body = [
    '# The mine poured gold on each of the days of this week',
    '![A map of the mine and of all the places where it drills](map.png)',
    '> We are pleased with the gold of this week, said somebody.',
    '    code that is longer than forty characters, all of it in one line',
    '| a table | that is wider than a paragraph has to be |\n| - | - |\n| 1 | 2 |',
    '<div>This division is longer than forty characters as well.</div>',
    'It was <b>poured</b> at the mine&#39;s own & only plant, at 2 < 3.<br>In a line.',
  ].join('\n\n');
  expect(beginningIn(body)).toBe("It was <b>poured</b> at the mine's own & only plant, at 2 < 3. In a line.");
});
