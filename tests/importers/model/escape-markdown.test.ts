import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderedHtml, shownText } from '../rendered.ts';
import { cleanText, escapeCell, escapeLine, joinLines } from '../../../src/importers/model/escape-markdown.ts';

/** What a reader sees of some Markdown, white space folded, and the elements that it is made of. */
function shown(markdown: string): { text: string; tags: string[] } {
  return read(renderedHtml(markdown));
}

function read(html: string): { text: string; tags: string[] } {
  return { text: fold(shownText(html)), tags: [...html.matchAll(/<([a-z0-9]+)/g)].map((match) => match[1] ?? '') };
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const sign = fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&=:;"\'$^@/1a %'.split(''));
const word = fc.constantFrom(
  'a',
  '1',
  '&amp;',
  '&#42;',
  '<b>',
  '[x](y)',
  '![z](q)',
  '**',
  '__',
  '~~',
  '1.',
  '1)',
  '- ',
  '# ',
  '> ',
  '| a |',
  '---',
  '===',
  '[^1]',
  '[ ]',
  'http://x.example/a_b',
  'https://x.example/~a/*b',
  'a_b_c',
  'www.x.example',
  'x@y.example',
  '+',
  '\t',
  ':-',
  '```',
  '<!--',
  '</p>',
  'é',
  '–',
  '$x$',
  '"q"',
  '...',
);
const line = fc
  .array(fc.oneof(sign, word), { maxLength: 14 })
  .map((parts) => parts.join(''))
  .filter((text) => fold(cleanText(text)) !== '');

test('escapeLine() makes any line show to the letter', () => {
  fc.assert(
    fc.property(line, (text) => {
      expect(shown(escapeLine(text)).text).toBe(fold(cleanText(text)));
    }),
    { numRuns: 3000 },
  );
});

test('escapeLine() makes one paragraph and nothing in it but live addresses', () => {
  fc.assert(
    fc.property(line, (text) => {
      expect(shown(escapeLine(text)).tags.filter((tag) => tag !== 'a')).toEqual(['p']);
    }),
    { numRuns: 3000 },
  );
});

test('escapeLine() shows the lines of a paragraph to the letter after a hard line break', () => {
  fc.assert(
    fc.property(line, line, (first, second) => {
      const { text, tags } = shown(joinLines([escapeLine(first), escapeLine(second)]));
      expect(text).toBe(fold(`${fold(cleanText(first))} ${cleanText(second)}`));
      expect(tags.filter((tag) => tag !== 'a')).toEqual(['p', 'br']);
    }),
    { numRuns: 3000 },
  );
});

test('escapeCell() makes any text one cell of a table, to the letter', () => {
  fc.assert(
    fc.property(line, (text) => {
      const html = renderedHtml(`| a | b |\n| --- | --- |\n| ${escapeCell(text)} | z |`);
      expect(html.match(/<td/g)).toHaveLength(2);
      expect(shown(html.slice(html.indexOf('<tbody'))).text).toContain('z');
      expect(read(html).text).toBe(fold(`a b ${fold(cleanText(text))} z`));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['1. January was wet', '1\\. January was wet'],
  ['# 3 drill hole', '\\# 3 drill hole'],
  ['#3 drill hole', '#3 drill hole'],
  ['- 4% on the year', '\\- 4% on the year'],
  ['-4% on the year', '-4% on the year'],
  ['Gold (Au) at 2 g/t* <5 ppm', 'Gold (Au) at 2 g/t\\* \\<5 ppm'],
  ['drill_hole_3 and _x_', 'drill_hole_3 and \\_x\\_'],
  ['Smith & Co, R&D, AT&amp;T', 'Smith & Co, R&D, AT\\&amp;T'],
  ['see https://example.com/a_b/_c.', 'see <https://example.com/a_b/_c>.'],
])('escapeLine() writes %s as %s', (text, markdown) => {
  expect(escapeLine(text)).toBe(markdown);
});
