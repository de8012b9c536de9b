import { expect, test } from 'vitest';
import type { Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

const X = [60, 340, 440];
const head = (y: number): Mark[] => [
  ...row(['Statement of cash', 'Current quarter', 'Year to date'], X, y),
  ...row(['flows', '$A’000', '$A’000'], X, y + 11),
];
const NAMES = '| Statement of cash flows | Current quarter $A’000 | Year to date $A’000 |';

test('importDocument() takes the names of columns that go on in a second line for one row', async () => {
  const rows = [
    ...row(['Receipts from customers', '12', '24'], X, 328),
    ...row(['Dividends received', '3', '6'], X, 344),
    ...row(['Net cash from or used in', '(70)', '(190)'], X, 360),
    { text: 'investing activities', x: 60, y: 371 },
  ];
  expect(await bodyOf([...head(300), ...rows])).toBe(
    `${NAMES}\n| --- | ---: | ---: |\n| Receipts from customers | 12 | 24 |\n| Dividends received | 3 | 6 |\n| Net cash from or used in investing activities | (70) | (190) |`,
  );
});

test('importDocument() keeps the end of the last row’s label in the table, also behind a column of numbers', async () => {
  const rows = [
    ...row(['2.1', 'Purchase of plant', '12', '24'], [36, ...X], 328),
    ...row(['2.6', 'Net cash from or used in', '(70)', '(190)'], [36, ...X], 344),
    { text: 'investing activities', x: 60, y: 355 },
  ];
  expect(await bodyOf([...head(300), ...rows])).toMatch(
    /\| 2\.6 \| Net cash from or used in investing activities \| \(70\) \| \(190\) \|$/,
  );
});

test('importDocument() takes both lines of the names above the first line that a table draws', async () => {
  const rules = [316, 332, 348, 364].map((y): Mark => ({ line: [58, y, 500, y] }));
  const rows = [
    ...row(['Receipts from customers', '12', '24'], X, 327),
    ...row(['Dividends received', '3', '6'], X, 343),
    ...row(['Net cash', '(70)', '(190)'], X, 359),
  ];
  expect(await bodyOf([...head(300), ...rules, ...rows])).toMatch(
    new RegExp(`^${NAMES.replaceAll(/[|$]/g, '\\$&')}\\n.*\\n\\| Receipts from customers \\| 12 \\| 24 \\|`),
  );
});

test('importDocument() keeps a label whole whose figures stand beside its last line', async () => {
  const rows = [
    ...row(['', '2026', '2025'], X, 284, true).slice(1),
    ...row(['Property, plant and equipment', '812', '790'], X, 300),
    { text: 'Exploration and evaluation costs that are carried', x: 60, y: 316 },
    ...row(['forward in respect of areas of interest', '9,155', '8,020'], X, 328),
    ...row(['Total', '9,967', '8,810'], X, 344),
  ];
  expect(await bodyOf(rows)).toContain(
    '| Exploration and evaluation costs that are carried forward in respect of areas of interest | 9,155 | 8,020 |',
  );
});

test('importDocument() keeps the name of a group of rows apart from the first of them', async () => {
  const rows = [
    ...row(['', '2026', '2025'], X, 288, true).slice(1),
    ...row(['Ore that was milled at the plant in the year', '900', '880'], X, 300),
    { text: 'Ore that was mined', x: 60, y: 312 },
    ...row(['open pit', '640', '502'], X, 324),
    ...row(['underground', '600', '600'], X, 336),
  ];
  expect(await bodyOf(rows)).toContain('| Ore that was mined |  |  |\n| open pit | 640 | 502 |');
});

test('importDocument() keeps a bold name of a group right below the names of the columns in the table', async () => {
  const rows = [
    ...row(['', '2026', '2025'], X, 288, true).slice(1),
    ...row(['Ore that was mined'], X, 300, true),
    ...row(['open pit', '640', '502'], X, 312),
    ...row(['underground', '600', '600'], X, 324),
  ];
  expect(await bodyOf(rows)).toMatch(/\| 2026 \| 2025 \|\n.*\n\| (?:\*\*)?Ore that was mined/);
});
