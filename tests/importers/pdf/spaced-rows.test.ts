import { expect, test } from 'vitest';
import { lines, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

const wrapped = (label: readonly string[], value: readonly string[], y: number): Mark[] => [
  ...lines(label, { x: 60, y }),
  ...lines(value, { x: 400, y }),
];

test('importDocument() reads the rows of a timetable whose dates go on over a second line', async () => {
  const marks = [
    ...row(['Event', 'Date'], [60, 400], 282, true),
    ...wrapped(['Announcement of the offer'], ['Thursday, 26', 'March 2026'], 300),
    ...wrapped(['Offer document sent to shareholders', 'and this announced'], ['Friday, 17 April', '2026'], 330),
    ...wrapped(['Closing date'], ['Friday, 8 May', '2026'], 360),
  ];
  expect(await bodyOf(marks)).toBe(
    [
      '| Event | Date |',
      '| --- | --- |',
      '| Announcement of the offer | Thursday, 26 March 2026 |',
      '| Offer document sent to shareholders and this announced | Friday, 17 April 2026 |',
      '| Closing date | Friday, 8 May 2026 |',
    ].join('\n'),
  );
});

test('importDocument() keeps a definition beside its label, which stands in the middle of its height', async () => {
  const meaning = ['Cash costs, royalties and sustaining capital', 'for each ounce sold in the period.'];
  const code = ['The code for reporting results, resources', 'and reserves, 2012 edition.'];
  const marks = [
    ...lines(meaning, { x: 180, y: 300 }),
    ...row(['AISC'], [110], 306),
    ...row(['Resource'], [90], 330),
    ...lines(['What the code says.'], { x: 180, y: 330 }),
    ...lines(code, { x: 180, y: 348 }),
    ...row(['Code'], [110], 354),
  ];
  expect(await bodyOf(marks)).toBe(
    [
      '|  |  |',
      '| --- | --- |',
      `| AISC | ${meaning.join(' ')} |`,
      '| Resource | What the code says. |',
      `| Code | ${code.join(' ')} |`,
    ].join('\n'),
  );
});

test('importDocument() makes no table of blocks of text with headings of their own, side by side', async () => {
  const block = (name: string, x: number, y: number): Mark[] => [
    ...row([name], [x], y, true),
    ...lines([`${name} rose in the quarter,`, 'as it was planned.'], { x, y: y + 18 }),
  ];
  const marks = [block('Copper', 60, 300), block('Gold', 320, 300), block('Zinc', 60, 348), block('Lead', 320, 348)];
  expect(await bodyOf(marks.flat())).not.toContain('|');
});
