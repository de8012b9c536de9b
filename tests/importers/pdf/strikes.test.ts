import { expect, test } from 'vitest';
import { grid, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

/** "The dividend is 5.0 cents 4.0 cents per share": in Helvetica of 10 points the struck words stand from 130 to 170.6. */
const sentence: Mark = { text: 'The dividend is 5.0 cents 4.0 cents per share.', x: 60, y: 200 };
const PLAIN = 'The dividend is 5.0 cents 4.0 cents per share.';
const STRUCK = 'The dividend is ~~5.0 cents~~ 4.0 cents per share.';

test('importDocument() strikes out the words through which a line goes', async () => {
  expect(await bodyOf([sentence, { line: [130, 196.8, 170.6, 196.8] }])).toBe(STRUCK);
});

test('importDocument() strikes out the words through which a thin bar goes', async () => {
  expect(await bodyOf([sentence, { raw: '130 644.9 40.6 0.6 re f' }])).toBe(STRUCK);
});

test('importDocument() strikes out the words of a cell', async () => {
  const table: readonly Mark[] = [
    ...grid([60, 200, 260], [180, 200, 220]),
    ...row(['Item', 'Amount'], [64, 204], 194, true),
    ...row(['Dividend', '5.0c'], [64, 204], 214),
  ];
  expect(await bodyOf([...table, { line: [204, 211, 223, 211] }])).toContain('| Dividend | ~~5.0c~~ |');
});

const others: Readonly<Record<string, Mark>> = {
  'an underline': { line: [130, 201.2, 170.6, 201.2] },
  'a line above words': { line: [130, 191.5, 170.6, 191.5] },
  'a line that is wider than the text': { line: [40, 197, 500, 197] },
  'a line that ends in the middle of the text': { line: [40, 197, 150, 197] },
  'a bar as high as the letters': { raw: '130 641 40.6 7 re S' },
};

test.each(Object.entries(others))('importDocument() strikes nothing out by %s', async (_, mark) => {
  expect(await bodyOf([sentence, mark])).toBe(PLAIN);
});
