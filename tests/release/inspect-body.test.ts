import { expect, test } from 'vitest';
import { inspectBody } from '../../src/release/inspect-body.ts';

test('inspectBody() names links, pictures and HTML shown as text, each with its line', () => {
  const body = [
    'A [file](report%20one.pdf) and <b>bold</b>,',
    'and ![a picture](core.png).',
    '',
    '- [by name][one], https://example.com/a',
    '',
    '<div>',
    'block',
    '</div>',
    '',
    '| a | b |',
    '|---|---|',
    '| 1 | [in a table](b.md) |',
    '',
    '[one]: c.md',
  ].join('\n');
  expect(inspectBody(body)).toEqual({
    links: [
      { written: 'report one.pdf', line: 1 },
      { written: 'c.md', line: 4 },
      { written: 'https://example.com/a', line: 4 },
      { written: 'b.md', line: 12 },
    ],
    pictures: [{ written: 'core.png', line: 2 }],
    shownAsText: [
      { written: '<b>', line: 1 },
      { written: '</b>', line: 1 },
      { written: '<div>\nblock\n</div>', line: 6 },
    ],
    unused: [],
  });
});

test('inspectBody() passes over footnotes, code and HTML that the page obeys', () => {
  const body = 'CO<sub>2</sub> [^1] `[a](b.md)` `<b>`\n\n    <script>\n\n[^1]: Note.';
  expect(inspectBody(body)).toEqual({ links: [], pictures: [], shownAsText: [], unused: [] });
});
