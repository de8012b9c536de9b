import { expect, test } from 'vitest';
import { lines } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

const LINE = 'the mill ran on all days of the quarter and its';
const text = (count: number, x: number, y: number) =>
  lines([LINE.replace('the', 'The'), ...Array.from({ length: count - 2 }, () => LINE), 'plan was reached.'], { x, y });
const words = (count: number) => `The${`${LINE} `.repeat(count - 1).slice(3)}plan was reached.`;
const table = (x: number) => [
  ...row(['2025', '2024'], [x + 120, x + 180], 364, true),
  ...row(['Within a year', '812,000', '790,000'], [x, x + 110, x + 170], 376),
  ...row(['One to five years', '2,440,000', '2,310,000'], [x, x + 103, x + 163], 388),
  ...row(['Total', '3,252,000', '3,100,000'], [x, x + 103, x + 163], 400),
];
const TABLE =
  '|  | 2025 | 2024 |\n| --- | ---: | ---: |\n| Within a year | 812,000 | 790,000 |\n| One to five years | 2,440,000 | 2,310,000 |\n| Total | 3,252,000 | 3,100,000 |';

test('importDocument() keeps a table in the left column apart from the text beside it', async () => {
  const right = [...text(4, 320, 300), ...text(5, 320, 363)];
  expect(await bodyOf([...text(4, 60, 300), ...table(60), ...right])).toBe(
    `${words(4)}\n\n${TABLE}\n\n${words(4)}\n\n${words(5)}`,
  );
});

test('importDocument() keeps a table in the right column apart from the text beside it', async () => {
  const left = [...text(4, 60, 300), ...text(5, 60, 363)];
  expect(await bodyOf([...left, ...text(4, 320, 300), ...table(320)])).toBe(
    `${words(4)}\n\n${words(5)}\n\n${words(4)}\n\n${TABLE}`,
  );
});
