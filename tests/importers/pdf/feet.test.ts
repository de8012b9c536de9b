import { expect, test } from 'vitest';
import { lines, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

const text = lines(['The company has moved its office to the address above.'], { x: 60, y: 140 });

test('importDocument() takes the company’s name beside a number for a foot at the page’s end alone', async () => {
  expect(await bodyOf([...text, ...row(['Example Minerals Limited', '27'], [60, 500], 735)])).toContain(
    'Example Minerals Limited 27',
  );
});

test('importDocument() takes a sentence that names a page for no foot', async () => {
  const sentence = 'Page 1 of the report was sent to Example Minerals Limited.';
  expect(await bodyOf([...text, { text: sentence, x: 60, y: 780 }])).toContain(sentence);
});

test('importDocument() takes a page’s number alone for no text, in a document of one page as well', async () => {
  expect(await bodyOf([...text, { text: '– 1 –', x: 290, y: 800 }])).toBe(
    'The company has moved its office to the address above.',
  );
});

test('importDocument() takes Roman page numbers for no text', async () => {
  const page = (number: string, text: string): Mark[] => [
    { text: `${text}.`, x: 60, y: 100 },
    { text: number, x: 500, y: 800, size: 8 },
  ];
  expect(await bodyOf(page('iii', 'Ore is mined'), page('iv', 'Metal is poured'))).toBe(
    'Ore is mined.\n\nMetal is poured.',
  );
});

test('importDocument() takes the same words with the page’s number for a foot', async () => {
  const texts = ['The mill ran on all days of May.', 'Costs fell by a tenth.', 'The road was mended.'];
  const pages = texts.map((one, at): Mark[] => [
    { text: one, x: 60, y: 140 },
    { text: `Example Minerals in May | ${at + 1} of 3`, x: 60, y: 800 },
  ]);
  expect(await bodyOf(...pages)).toBe(texts.join('\n\n'));
});

test.each([
  [(number: number) => `Resolution ${number}`, '## Resolution'],
  [(number: number) => `Schedule ${number} - Terms of Options`, '## Schedule'],
  [(number: number) => `The holder pays $0.1${number} for a share.`, 'The holder pays $0.1'],
  [(number: number) => `The Board recommends that you vote for Resolution ${number}.`, 'The Board recommends'],
])('importDocument() keeps what is numbered as the pages are, page %#', async (heading, kept) => {
  const texts = ['The mill ran on all days of May.', 'Costs fell by a tenth.', 'The road was mended.'];
  const body = await bodyOf(
    ...texts.map((one, at): Mark[] => [
      { text: heading(at + 1), x: 60, y: 60, bold: kept.startsWith('#'), size: kept.startsWith('#') ? 14 : 11 },
      { text: one, x: 60, y: 140 },
    ]),
  );
  expect(body.split(kept)).toHaveLength(texts.length + 1);
});

test('importDocument() takes no row with an amount for a running head', async () => {
  const holders = ['A fund holds these.', 'A trust holds these.', 'A bank holds these.', 'A club holds these.'];
  const pages = holders.map((one): Mark[] => [
    ...row(['Total options', '4,500,000'], [60, 300], 50),
    { text: one, x: 60, y: 140 },
  ]);
  expect((await bodyOf(...pages)).split('4,500,000')).toHaveLength(holders.length + 1);
});

test('importDocument() takes the company’s name off each page, though a page has no larger type', async () => {
  const texts = ['The mill ran on all days of May.', 'Costs fell by a tenth.', 'The road was mended.'];
  const pages = texts.map((one, at): Mark[] => [
    { text: 'Example Minerals Limited', x: 60, y: 40, size: 14 },
    ...(at === 0 ? [{ text: 'Report on the mill', x: 60, y: 90, size: 20 }] : []),
    { text: one, x: 60, y: 140 },
  ]);
  expect(await bodyOf(...pages)).not.toContain('Example Minerals');
});

test.each([
  'Example Minerals Limited | Level 1, 1 Example Street, Exampleton',
  'Example Minerals Limited ABN 12 345 678 901',
])('importDocument() takes %j in small type at a page’s end for a foot', async (foot) => {
  const more = lines(['The telephone numbers stay, and so does the registry.'], { x: 60, y: 170 });
  const body = await bodyOf([...text, ...more, { text: foot, x: 60, y: 800, size: 7 }]);
  expect(body).not.toContain('Example Minerals');
});

test('importDocument() takes the letterhead with a date beside it for no heading, and keeps the date', async () => {
  const head = row(['ASX ANNOUNCEMENT', '20 November 2026'], [60, 440], 50, true);
  expect(await bodyOf([...head, ...text])).toBe(
    '20 November 2026\n\nThe company has moved its office to the address above.',
  );
});

test('importDocument() takes an address in bold type for no heading', async () => {
  const address = lines(['MR SAM SAMPLE', '123 SAMPLE STREET', 'SAMPLETOWN NSW 9999'], { x: 60, y: 60, bold: true });
  expect(await bodyOf([...address, ...text])).toMatch(/^MR SAM SAMPLE\\\n123 SAMPLE STREET\\\nSAMPLETOWN NSW 9999\n/);
});

const heads = (pages: number, on: number): Promise<string> =>
  bodyOf(
    ...Array.from({ length: pages }, (_, at): Mark[] => [
      ...(at < on ? [{ text: 'Chapter on copper', x: 60, y: 40 }] : []),
      { text: `The mill of shaft ${'abcdefghijklmno'[at] ?? ''} ran on all days.`, x: 60, y: 140 },
    ]),
  );

test('importDocument() takes for a running head what stands on four pages of ten, and on four of more', async () => {
  expect(await heads(6, 2)).toContain('Chapter on copper');
  expect(await heads(6, 3)).not.toContain('Chapter on copper');
  expect(await heads(12, 4)).not.toContain('Chapter on copper');
});

test('importDocument() keeps a column’s name whole that the heads of two tables at the tops of pages have in common', async () => {
  const page = (names: readonly string[], hole: string) => [
    ...row(names, [60, 200, 300, 400], 60, true),
    ...row([hole, '46', '51', '3.29'], [60, 212, 312, 412], 73),
    ...row([hole, '61', '66', '1.04'], [60, 212, 312, 412], 86),
    { text: `Note: ${hole} was drilled to its end.`, x: 60, y: 130 },
  ];
  const first = page(['Hole ID', 'East (m)', 'North (m)', 'Dip'], 'A1');
  const body = await bodyOf(first, page(['Hole ID', 'From (m)', 'To (m)', 'Au (g/t)'], 'B2'));
  expect(body).toContain('| Hole ID | East (m) | North (m) | Dip |');
  expect(body).toContain('| Hole ID | From (m) | To (m) | Au (g/t) |');
});
