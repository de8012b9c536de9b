import { expect, test } from 'vitest';
import { columnsOf, logicalRows, type Line } from '../../../src/importers/pdf/columns.ts';

/** A line whose cells stand from and to these places. */
const line = (
  y: number,
  cells: readonly (readonly [number, number])[],
  { bold = false, text = 'words' } = {},
): Line => ({
  y,
  size: 10,
  segments: cells.map(([x0, x1]) => ({ x0, x1, y, bold, text, runs: [{ text }], size: 10, order: 0 })),
});
const widthOf = (lines: readonly Line[]) => columnsOf(lines).length;

test('columnsOf() lets no line decide that has far fewer cells than others, as names over several columns have', () => {
  const whole = [0, 12].map((y) => line(y, [[60, 100], [200, 220], [300, 320], [400, 420]])); // prettier-ignore
  const over = [24, 36].map((y) => line(y, [[60, 100], [200, 420]])); // prettier-ignore
  expect(widthOf([...whole, ...over])).toBe(4);
});

test('columnsOf() lets no single line decide, though it has the most cells', () => {
  const apart = line(0, [[60, 80], [100, 180], [200, 240], [250, 290], [300, 340], [350, 400]]); // prettier-ignore
  const whole = [12, 24].map((y) => line(y, [[60, 180], [200, 290], [300, 400]])); // prettier-ignore
  expect(widthOf([apart, ...whole])).toBe(3);
});

test('columnsOf() lets no head decide whose names hang over their columns', () => {
  const head = line(0, [[60, 100], [180, 260], [261, 330]], { bold: true }); // prettier-ignore
  const body = [12, 24, 36].map((y) => line(y, [[60, 100], [200, 220], [300, 320]])); // prettier-ignore
  expect(widthOf([head, ...body])).toBe(3);
});

test('columnsOf() takes lines in bold type for the body of a table in which nearly all are', () => {
  const bold = [0, 12, 24].map((y) => line(y, [[60, 100], [200, 220], [300, 320]], { bold: true })); // prettier-ignore
  expect(widthOf([...bold, line(36, [[60, 100], [300, 320]])])).toBe(3); // prettier-ignore
});

test.each([
  ['a line at the distance of the others', [0, 14], 1],
  ['a line at a usual distance, though a mark has moved another closer', [0, 8, 20.5], 1],
  ['no line below a wider space than the others have', [0, 12, 28], 2],
])('logicalRows() joins to a row %s', (_, heights, rows) => {
  const lines = heights.map(
    (y, index) =>
    line(y, index === 0 ? [[60, 80], [100, 180], [300, 340]] : [[100, 180]], { text: 'more words' }), // prettier-ignore
  );
  const columns = [60, 100, 300].map((from) => ({ edge: from - 2, from, to: from + 40 }));
  expect(logicalRows(lines, columns)).toHaveLength(rows);
});
