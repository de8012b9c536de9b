import { expect, test } from 'vitest';
import { lines, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

/** Text that one operator shows, with numbers that move what follows to the left by thousandths of its size. */
const shown = (operands: string, y: number, x = 300): Mark => ({
  raw: `BT /F1 10 Tf 0 Tw 1 0 0 1 ${x} ${842 - y} Tm ${operands} ET`,
});
const table = (first: Mark, second: Mark) => [
  ...row(['Silver (koz)', '88.1', '90.4'], [60, 300, 325], 300),
  ...row(['Gold (oz)'], [60], 314),
  first,
  ...row(['Ore (kt)'], [60], 328),
  second,
];

test('importDocument() parts two figures that one operator shows some way apart', async () => {
  const body = await bodyOf(table(shown('[(1.92) -600 (1.88)] TJ', 314), shown('[(4.12) -600 (3.98)] TJ', 328)));
  expect(body).toContain('| Gold (oz) | 1.92 | 1.88 |');
  expect(body).toContain('| Ore (kt) | 4.12 | 3.98 |');
});

test('importDocument() keeps a figure with its unit, and one whose thousands a wide space parts', async () => {
  const body = await bodyOf([
    ...lines(['Gold (oz)', 'Ore', 'Silver'], { x: 60, y: 300, leading: 14 }),
    shown('3 Tw (1 250 000) Tj', 300),
    shown('[(412) -600 (kt)] TJ', 314),
    shown('(88.1) Tj', 328),
  ]);
  expect(body).toContain('| Gold (oz) | 1 250 000 |');
  expect(body).toContain('| Ore | 412 kt |');
});

test('importDocument() keeps a figure together that changes its face, and one with the word before it', async () => {
  const marks: Mark[] = [
    { text: 'The share of the', x: 60, y: 300 },
    { text: '4', x: 138.5, y: 300 },
    { text: '1.5', x: 144.06, y: 300, bold: true },
  ];
  expect(await bodyOf(marks)).toBe('The share of the 41.5');
  const note: Mark[] = [
    { text: 'Note', x: 60, y: 300, bold: true },
    { text: '4', x: 88, y: 300 },
    ...row(['412', '398'], [300, 380], 300),
    ...row(['Gold (oz)', '192', '188'], [60, 300, 380], 314),
    ...row(['Silver', '88', '90'], [60, 300, 380], 328),
  ];
  expect(await bodyOf(note)).toContain('| Note 4 | 412 | 398 |');
});

test('importDocument() makes no table of a line whose words were stretched to both edges', async () => {
  const full = 'The mill ran on all days of the quarter but two, and reached the plan that the board had set for it,';
  const words = ['which', 'nobody', 'had', 'expected', 'of', 'this', 'year', 'when', 'it', 'began.'];
  const widths = [25, 35, 17.5, 41, 8.5, 16.5, 19, 24, 5, 29];
  let x = 60;
  const stretched = words.map((text, index): Mark => {
    const mark = { text, x, y: 312 };
    x += (widths[index] ?? 0) + 13;
    return mark;
  });
  expect(await bodyOf([...lines([full], { x: 60, y: 300 }), ...stretched])).toBe(`${full} ${words.join(' ')}`);
});

/** Rows of text in type of 8 points, each text at its place. */
const small = (rows: readonly (readonly string[])[], xs: readonly number[]): Mark[] =>
  rows.flatMap((texts, at) =>
    texts.map((text, column) => ({ text, x: xs[column] ?? 0, y: 300 + at * 12, size: 8, bold: at === 0 })),
  );

test('importDocument() keeps apart the columns of a table that stand four points apart in small type', async () => {
  const holes = Array.from({ length: 6 }, (_, at) => [
    `SC00${at}`,
    `40000${at}`,
    `650000${at}`,
    '-60',
    '270',
    `10${at}`,
  ]);
  const body = await bodyOf(small([['Hole', 'East', 'North', 'Dip', 'Azi', 'Depth'], ...holes], [60, 88.5, 119.2, 154.4, 170, 187.3])); // prettier-ignore
  expect(body).toContain('| SC001 | 400001 | 6500001 | -60 | 270 | 101 |');
});

test('importDocument() takes a wide space in the labels of a table, or beside the sign of a currency, for no column', async () => {
  const rows = ['Gold', 'Silver', 'Copper', 'Zinc', 'Lead'].map((name, at) => ['Sales of', name, '$', `4${at}.5`]);
  const body = await bodyOf(small(rows, [60, 93, 300, 309]));
  expect(body).toContain('| Sales of Copper | $ 42.5 |');
});
