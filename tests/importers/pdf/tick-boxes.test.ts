import { expect, test } from 'vitest';
import type { Mark } from '../make-pdf.ts';
import { bodyOf } from './body-of.ts';

const square = (x: number): Mark => ({ raw: `${x} 540 9 9 re S` });
const label: Mark = { text: 'Price sensitive', x: 80, y: 301 };

test('importDocument() shows one box for a square that is drawn twice', async () => {
  expect(await bodyOf([square(60), square(60), label])).toBe(String.raw`\[ \] Price sensitive`);
});

test('importDocument() takes squares in a row, one for each sign to be written, for no tick boxes', async () => {
  expect(await bodyOf([square(49), square(58), square(67), label])).toBe('Price sensitive');
});
