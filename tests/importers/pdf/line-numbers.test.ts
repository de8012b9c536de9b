import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { lines, makePdf, type Mark } from '../make-pdf.ts';

const TEXT = Array.from({ length: 16 }, (_, at) => `the mill ran on day ${at + 1} of the quarter without a stop`);
const imported = async (numbers: readonly Mark[]) => {
  const page = [...lines(TEXT, { x: 60, y: 300 }), ...numbers];
  return importDocument('a.pdf', makePdf({ pages: [page] }), { title: 'Layout' }, { today: '2026-11-23' });
};

test('importDocument() leaves out the numbers beside each fifth line of a text, and says so', async () => {
  const numbers = [5, 10, 15].map((number): Mark => ({ text: String(number), x: 40, y: 300 + (number - 1) * 12 }));
  const { draft, notes } = await imported(numbers);
  expect(draft.body).toBe(TEXT.join(' '));
  expect(notes).toEqual(['Left out the numbers in the margin that count the lines: page 1.']);
});

test('importDocument() keeps numbers in the margin that do not count the lines', async () => {
  const numbers = [1, 2, 3].map((number): Mark => ({ text: String(number), x: 40, y: 300 + (number - 1) * 48 }));
  const { draft } = await imported(numbers);
  expect(draft.body.match(/(?<!day )\b[123]\b/g)).toEqual(['1', '2', '3']);
});

test('importDocument() keeps the numbers of a dozen lines, which may be those of a list', async () => {
  const numbers = Array.from({ length: 12 }, (_, at): Mark => ({ text: String(at + 1), x: 40, y: 300 + at * 12 }));
  const { draft, notes } = await imported(numbers);
  expect(notes.join('\n')).not.toContain('count the lines');
  expect(draft.body).toMatch(/12\S* the mill ran on day 12/);
});
