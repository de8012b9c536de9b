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

test('importDocument() makes no table of two columns of text whose paragraphs begin at the same heights here and there', async () => {
  const line = 'the mill ran on all days of the quarter and its';
  const paragraph = (count: number, y: number, x: number) =>
    lines([line.replace('the', 'The'), ...Array.from({ length: count - 2 }, () => line), 'plan was reached.'], {
      x,
      y,
    });
  const left = [300, 353, 406].flatMap((y) => paragraph(4, y, 60));
  const right = [...paragraph(2, 300, 320), ...paragraph(5, 329, 320), ...paragraph(5, 394, 320)];
  const text = (count: number) => `The${` ${line}`.repeat(count - 1).slice(4)} plan was reached.`;
  expect(await bodyOf([...left, ...right])).toBe([4, 4, 4, 2, 5, 5].map(text).join('\n\n'));
});

test('importDocument() puts what stands beside a paragraph behind it, also where the paragraph goes on below', async () => {
  const beside = [
    'The mill ran on all days of the quarter',
    'but two, reached its plan for the third',
    'time and was stopped in its last week to',
    'change the lining of the largest of its',
  ];
  const below = ['three tubes, which took five days and cost a tenth less than had been planned for it.'];
  const box = ['Directory', 'Jane Sample', 'Chair'];
  const marks = [
    ...lines(beside, { x: 60, y: 300 }),
    ...lines(box, { x: 320, y: 302 }),
    ...lines(below, { x: 60, y: 348 }),
  ];
  expect(await bodyOf(marks)).toBe(`${[...beside, ...below].join(' ')}\n\nDirectory\\\nJane Sample\\\nChair`);
});

test('importDocument() ends the columns of a letterhead at the heading below it', async () => {
  const line = 'the mill ran on all days of the quarter and';
  const [left, right] = [Array.from({ length: 12 }, () => line), [...Array.from({ length: 8 }, () => line), 'stops.']];
  const marks = [
    { text: 'Example Minerals Limited', x: 60, y: 73 },
    ...lines(['Level 2, 10 Sample Terrace', 'Perth WA 6000', 'www.example.com', 'ASX: XMX'], {
      x: 320,
      y: 70,
      size: 8,
    }),
    { text: '17 March 2026', x: 60, y: 136 },
    { text: 'A letter to our holders', x: 60, y: 170, size: 18, bold: true },
    { text: 'To all holders:', x: 60, y: 199 },
    ...lines(left, { x: 60, y: 232 }),
    ...lines(right, { x: 320, y: 222 }),
  ];
  expect(await bodyOf(marks)).toContain(
    `17 March 2026\n\n## A letter to our holders\n\nTo all holders:\n\n${left.join(' ')} ${right.join(' ')}`,
  );
});
