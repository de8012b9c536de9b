import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { cardinalWordOf, ordinalOf, ordinalWordOf } from '../../../src/importers/word/number-words.ts';
import { makeDocx, p, t } from './make-docx.ts';

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const lists = (...levels: string[]) => ({
  numbering: `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
});
const item = (text: string, at = 0) => p(t(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);
const style = (id: string, properties: string, kind = 'paragraph') =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${id}"/>${properties}</w:style>`;
const numbered = (number: number) => `<w:pPr><w:numPr><w:numId w:val="${number}"/></w:numPr></w:pPr>`;

test.each<[string, string, Record<string, string>, string]>([
  ['ordinal numbers', item('one') + item('two'), lists(level(0, 'ordinal', '%1')), '1st one\n\n2nd two'],
  [
    'numbers in words',
    item('Election') + item('Pay', 1),
    lists(level(0, 'ordinalText', '%1 resolution:'), level(1, 'cardinalText', 'Part %2')),
    'First resolution: Election\n\nPart One Pay',
  ],
  [
    'a label without a number',
    item('To elect Jo Lee.') + item('To pay Kim Ray.'),
    lists(level(0, 'none', 'Resolution:')),
    'Resolution: To elect Jo Lee.\n\nResolution: To pay Kim Ray.',
  ],
  ['neither a label nor a number', item('one') + item('two'), lists(level(0, 'none', '')), 'one\n\ntwo'],
  [
    'digits below Roman numbers',
    item('Scope') + item('Terms', 1),
    lists(level(0, 'upperRoman', 'Article %1.'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
    'Article I. Scope\n\n1.1 Terms',
  ],
  [
    'a level that counts on below the next number',
    item('A') + item('x', 1) + item('B') + item('y', 1),
    lists(level(0, 'upperLetter', 'Part %1'), level(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>')),
    'Part A A\n\n(1) x\n\nPart B B\n\n(2) y',
  ],
  [
    'the numbers of a style for lists',
    item('one') + item('two'),
    {
      numbering: `<w:abstractNum w:abstractNumId="5">${level(0, 'decimal', 'Rule %1')}</w:abstractNum><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Rules"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num>`,
      styles: style('Rules', numbered(9), 'numbering'),
    },
    'Rule 1 one\n\nRule 2 two',
  ],
  [
    'the numbers of the style that its own is based on',
    p(t('one'), '<w:pStyle w:val="Own"/>') + p(t('two'), '<w:pStyle w:val="Own"/>'),
    {
      ...lists(level(0, 'decimal', 'Item %1')),
      styles: style('Base', numbered(1)) + style('Own', '<w:basedOn w:val="Base"/>'),
    },
    'Item 1 one\n\nItem 2 two',
  ],
  [
    'the bullets of the style that its own is based on',
    p(t('one'), '<w:pStyle w:val="Own"/>') + p(t('two'), '<w:pStyle w:val="Own"/>'),
    {
      ...lists(level(0, 'bullet', '•')),
      styles: style('Base', numbered(1)) + style('Own', '<w:basedOn w:val="Base"/>'),
    },
    '- one\n- two',
  ],
  [
    'a number that a tracked change has taken away',
    p(t('one'), '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'),
    lists(level(0, 'decimal', 'Item %1')),
    'one',
  ],
])('a list of a Word file with %s arrives as a reader sees it', async (_, body, parts, expected) => {
  const { draft } = await importDocument(
    'a.docx',
    makeDocx(p(t('ASX release of the company Example Minerals, to be read first.')) + body, parts),
    {},
    { today: '2026-11-23' },
  );
  expect(draft.body.replace(/^ASX release of[^\n]*\n\n/, '')).toBe(expected);
});

test('importDocument() names the kinds of numbers of a Word file that it does not know', async () => {
  const { draft, notes } = await importDocument(
    'a.docx',
    makeDocx(item('Metal was poured.') + item('It was pure.'), lists(level(0, 'decimalEnclosedCircle', '%1'))),
    {},
    { today: '2026-11-23' },
  );
  expect(draft.body).toBe('1 Metal was poured.\n\n2 It was pure.');
  expect(notes).toEqual([
    'Numbers of a list that are "decimalEnclosedCircle" in Word arrived as digits; compare with the document.',
  ]);
});

test('ordinalOf(), cardinalWordOf() and ordinalWordOf() write numbers as English has them', () => {
  const numbers = [1, 2, 3, 11, 12, 13, 20, 21, 35, 90, 101, 112];
  expect(numbers.map(ordinalOf).join(' ')).toBe('1st 2nd 3rd 11th 12th 13th 20th 21st 35th 90th 101st 112th');
  expect(numbers.map(cardinalWordOf).join(' ')).toBe(
    'One Two Three Eleven Twelve Thirteen Twenty Twenty-one Thirty-five Ninety 101 112',
  );
  expect(numbers.map(ordinalWordOf).join(' ')).toBe(
    'First Second Third Eleventh Twelfth Thirteenth Twentieth Twenty-first Thirty-fifth Ninetieth 101st 112th',
  );
});
