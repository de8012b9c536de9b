import { expect, test } from 'vitest';
import { rowsOf } from '../../../src/importers/pdf/rows.ts';
import { lines, type Mark } from '../make-pdf.ts';
import { bodyOf } from './body-of.ts';

/** How the words of one line are parted where these gaps stand between them. */
function partsOf(gaps: readonly number[], { size = 10, width = 20, text = 'word' } = {}): string[] {
  const xs = gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? 0) + width + gap], [60]);
  const pieces = xs.map((x, order) => ({ x, y: 300, width, size, text, bold: false, order }));
  return rowsOf(pieces).flatMap(({ segments }) => segments.map((segment) => segment.text));
}

test('rowsOf() keeps a line together that was stretched to both edges: its words are all as far apart', () => {
  expect(partsOf([12, 13, 12, 14])).toEqual(['word word word word word']);
  expect(partsOf([12, 40, 12, 14])).toHaveLength(5);
  expect(partsOf([12, 13, 12, 14], { text: 'several words' })).toHaveLength(5);
  expect(partsOf([12, 13])).toHaveLength(3);
});

test('rowsOf() parts small type no closer than words stand in usual type', () => {
  expect(partsOf([5], { size: 5 })).toEqual(['word word']);
  expect(partsOf([6], { size: 5 })).toHaveLength(2);
});

test('rowsOf() parts two figures that stand further apart than words do, and no word and a figure', () => {
  expect(partsOf([6], { text: '412' })).toEqual(['412', '412']);
  expect(partsOf([0.5], { text: '412' })).toHaveLength(1);
  expect(partsOf([6], { text: 'Note' })).toEqual(['Note Note']);
});

test('importDocument() keeps the number of a clause before its text, however far apart they stand', async () => {
  const clause = (number: string, texts: readonly string[], y: number): Mark[] => [
    { text: number, x: 60, y },
    ...lines(texts, { x: 96, y }),
  ];
  const marks = [
    ...clause(
      '1.1',
      ['The Company has agreed to issue options to Mr Citizen,', 'a director, and to his nominee.'],
      300,
    ),
    ...clause('1.2', ['The options are not quoted, and nobody may sell them', 'before the year has ended.'], 332),
  ];
  expect(await bodyOf(marks)).toBe(
    '1.1 The Company has agreed to issue options to Mr Citizen, a director, and to his nominee.\n\n1.2 The options are not quoted, and nobody may sell them before the year has ended.',
  );
});

test('importDocument() parts clauses that follow one another without a space between them', async () => {
  const clauses = [
    'The mill ran on all days of the',
    'quarter.',
    'Costs fell by a tenth of those',
    'of the year before.',
  ];
  const numbers = [
    { text: '2.1', x: 60, y: 300 },
    { text: '2.10', x: 60, y: 324 },
  ];
  expect(await bodyOf([...numbers, ...lines(clauses, { x: 96, y: 300 })])).toBe(
    '2.1 The mill ran on all days of the quarter.\n\n2.10 Costs fell by a tenth of those of the year before.',
  );
});

test('importDocument() joins the “and” between two points with the line above it', async () => {
  const wide =
    'Nobody may vote on this resolution who has an interest in it or is an associate of somebody who has one,';
  const point = '(a) unless the holder votes in accordance with the directions that were given;';
  const marks = [...lines([wide, 'by proxy or not:'], { x: 60, y: 276 }), ...lines([point, 'and'], { x: 60, y: 310 })];
  expect(await bodyOf(marks)).toMatch(/\n\n\(a\) unless .* given; and$/);
});

test('importDocument() keeps a date on a line of its own below what is set to the right', async () => {
  const marks = [
    { text: 'ASX: XMX', x: 494, y: 100 },
    { text: '12 June 2026', x: 480.5, y: 112 },
    {
      text: 'The mill ran on all days of the quarter, and its plan was reached, as it was in the year before.',
      x: 60,
      y: 140,
    },
  ];
  expect(await bodyOf(marks)).toMatch(/^ASX: XMX\\\n12 June 2026\n\n/);
});
