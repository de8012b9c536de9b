import { expect, test } from 'vitest';
import { grid, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

/** Figures, each in the middle of a box of its own; a space is the gap between two groups, or with `gap` 12 an empty box. */
function boxed(text: string, x: number, y: number, { gap = 4, apart = 0 } = {}): Mark[] {
  let left = x;
  return Array.from(text).flatMap((sign): Mark[] => {
    if (sign === ' ' && gap < 12) left += gap;
    if (sign === ' ' && gap < 12) return [];
    const box = grid([left, left + 12], [y - 11, y + 3]);
    const figure: Mark[] = sign === ' ' ? [] : [{ text: sign, x: left + 3.2, y }];
    left += 12 + apart;
    return [...box, ...figure];
  });
}
const form = (boxes: readonly Mark[]): Mark[] => [
  ...row(['To Company Name/Scheme', 'Example Minerals Limited'], [60, 220], 300),
  ...row(['ACN/ARSN'], [60], 320),
  ...boxes,
];
const table = (number: string) =>
  `|  |  |\n| --- | --- |\n| To Company Name/Scheme | Example Minerals Limited |\n| ACN/ARSN | ${number} |`;

test.each([
  ['a gap between the groups', boxed('123 456 789', 220, 320)],
  ['an empty box between the groups', boxed('123 456 789', 220, 320, { gap: 12 })],
  ['boxes that do not touch', boxed('123 456 789', 220, 320, { apart: 2.5 })],
])('importDocument() reads a number in boxes of one figure each, with %s', async (_, boxes) => {
  expect(await bodyOf(form(boxes))).toBe(table('123 456 789'));
});

test('importDocument() keeps what stands between the boxes of a date', async () => {
  const marks = [
    ...row(['Dated'], [60], 300),
    ...boxed('12', 100, 300),
    ...row(['/'], [127], 300),
    ...boxed('03', 133, 300),
    ...row(['/'], [160], 300),
    ...boxed('2026', 166, 300),
  ];
  expect((await bodyOf(marks)).replace(/ /g, '')).toBe('Dated12/03/2026');
});

test('importDocument() keeps a table of narrow columns that hold words and several figures', async () => {
  const marks = [...grid([60, 80, 100, 120, 140], [290, 308]), ...row(['A', '12', '3', '4'], [64, 84, 104, 124], 303)];
  expect(await bodyOf(marks)).toContain('| A | 12 | 3 | 4 |');
});
