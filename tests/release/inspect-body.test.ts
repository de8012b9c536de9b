import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWebAddress } from '../../src/release/field-kinds.ts';
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
      { written: 'report one.pdf', line: 1, source: '[file](report%20one.pdf)' },
      { written: 'c.md', line: 4, source: '[by name][one]' },
      { written: 'https://example.com/a', line: 4, source: 'https://example.com/a' },
      { written: 'b.md', line: 12, source: '[in a table](b.md)' },
    ],
    pictures: [{ written: 'core.png', line: 2, words: 'a picture' }],
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

test('inspectBody() leaves out no address that stands by itself and leads nowhere', () => {
  const piece = fc.constantFrom(
    'https://',
    'http:',
    'www.',
    'a.bc',
    '/x',
    '?q=1',
    ' ',
    '\u00a0',
    '%',
    '"',
    '^',
    ')',
    ',',
    '.',
    ':80',
    '\n',
    '[',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const body = pieces.join('');
      const left = inspectBody(body).links;
      // What is added has marks, so that all of the text is read.
      const all = inspectBody(`${body}\n\n[added](added)`).links.filter(({ written }) => written !== 'added');
      expect(left.length === 0 ? all.filter(({ written }) => !isWebAddress(written)) : all).toEqual(left);
    }),
    { seed: 3, numRuns: 3000 },
  );
  expect(inspectBody('See https://example.com/a\u00a0and on.').links).toMatchObject([{ line: 1 }]);
});

test.each([
  ['Text.\n\n[^1]: Note [^1].', [3]],
  ['Text.\n\n[^1]: Note [^2].\n\n[^2]: Note [^1].', [3, 5]],
  ['Text[^1].\n\n[^1]: Note [^2].\n\n[^2]: Note [^1], [a].\n\n[a]: /b/', []],
  ['Text.\n\n[^1]: Note [a].\n\n[a]: /b/', [3, 5]],
  ['Text[^1].\n\n[^1]: One.\n\n[^1]: Two[^2].\n\n[^2]: Three.', [5, 7]],
])('inspectBody(%j) names the definitions that no page shows, also where only such refer to them', (body, lines) => {
  expect(inspectBody(body).unused.map(({ line }) => line)).toEqual(lines);
});
