import { expect, test } from 'vitest';
import { lines, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

test('importDocument() reads a figure in large type with the words below it, and no table of them', async () => {
  const figures = ['A$42.1m', '8,412', '1.71'].map((text, at): Mark => ({ text, x: 60 + at * 160, y: 430, size: 28 }));
  const words = row(['revenue', 'tonnes of copper', 'US dollars a pound'], [60, 220, 380], 450);
  expect(await bodyOf([...figures, ...words])).toBe(
    '## A$42.1m\n\nrevenue\n\n8,412\n\ntonnes of copper\n\n1.71\n\nUS dollars a pound',
  );
});

test('importDocument() ends no column of text at a line that is drawn in the other one', async () => {
  const left = ['The mill ran on all days', 'of the quarter but two', 'and reached its plan', 'for the third time.'];
  const right = ['Costs fell by a tenth,', 'as less diesel was used', 'on the haul road to the', 'new waste dump.'];
  const rule: Mark = { line: [60, 315, 180, 315] };
  expect(await bodyOf([...lines(left, { x: 60, y: 300 }), rule, ...lines(right, { x: 320, y: 300 })])).toBe(
    `${left.join(' ')}\n\n${right.join(' ')}`,
  );
});

test('importDocument() joins a word with several hyphens at a line’s end as the document writes it elsewhere', async () => {
  const text =
    'The company trades its metal in the over-the-counter market of London and none of it in the over-the-coun-';
  expect(await bodyOf(lines([text, 'ter market of New York.'], { x: 60, y: 300 }))).toMatch(
    /the over-the-counter market of New York\.$/,
  );
});

test('importDocument() reads the right column to its end, also where it begins above the left one', async () => {
  const left = ['The mill ran on all days', 'of the quarter but two', 'and reached its plan', 'for the third time.'];
  const right = ['and costs fell by a tenth', 'as less diesel was used', 'on the haul road to the', 'new waste dump.'];
  const marks = [...lines(right, { x: 320, y: 300 }), ...lines(left, { x: 60, y: 324 })];
  expect(await bodyOf(marks)).toBe(`${left.join(' ')}\n\n${right.join(' ')}`);
});
