import { expect, test } from 'vitest';
import type { ScanLine } from '../../../src/importers/scan/recognise.ts';
import { recognisedOf } from '../../../src/importers/scan/recognised.ts';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makePdf, type Mark } from '../make-pdf.ts';

const picture: Mark = { raw: 'q 595 0 0 842 0 0 cm /I1 Do Q' };
const behind: Mark = { raw: 'q BT /F1 10 Tf 3 Tr 1 0 0 1 60 700 Tm (The plant poured its first metal.) Tj ET Q' };
const importOf = (pages: readonly (readonly Mark[])[]) =>
  importDocument('a.pdf', makePdf({ pages }), { code: ['XMX'], title: 'Metal' }, { today: '2026-11-23' });

test('importDocument() takes the text behind a scan, and marks it as recognised by machine', async () => {
  const { draft, notes } = await importOf([[picture, behind]]);
  expect(draft).toMatchObject({ body: 'The plant poured its first metal.', textFrom: 'scan' });
  expect(notes).toEqual([
    'Page 1: the text was recognised by machine from a scan. Compare it with the document, which counts.',
  ]);
});

test('importDocument() names the pages that are pictures without text', async () => {
  const { draft, notes } = await importOf([[{ text: 'The plant poured its first metal.', x: 60, y: 60 }], [picture]]);
  expect(draft.textFrom).toBeUndefined();
  expect(notes[0]).toMatch(/^Page 2: a scan without text; nothing of it is in the draft\./);
});

test('importDocument() takes a scan with the stamp and a line at its head for one', async () => {
  const stamp: Mark = { text: 'For personal use only', x: 20, y: 400 };
  const { unreadScans, notes } = await importOf([[picture, stamp, { text: 'ASX release, page 1 of 3', x: 60, y: 30 }]]);
  expect(unreadScans).toBe(1);
  expect(notes.join('\n')).toMatch(/Page 1: a scan without text; .* --scans/);
});

test('importDocument() takes a page of several strips of one picture for a scan', async () => {
  const strips = [0, 140, 280].map((y): Mark => ({ raw: `q 595 0 0 140 0 ${y} cm /I1 Do Q` }));
  expect((await importOf([strips])).unreadScans).toBe(1);
});

test('importDocument() takes a page with a picture behind its text for no scan', async () => {
  const { unreadScans } = await importOf([[picture, { text: 'The plant poured its first metal.', x: 60, y: 300 }]]);
  expect(unreadScans).toBeUndefined();
});

const line = (text: string, more: Partial<ScanLine> = {}): ScanLine => {
  const words = text.split(' ').map((word, at) => {
    const [, own = '', sure = '95'] = /^(.+?)(?:=(\d+))?$/.exec(word) ?? [];
    return { text: own, confidence: Number(sure), x0: 100 + at * 100, x1: 180 + at * 100 };
  });
  return { slope: 0, x: 100, y: 500, height: 40, words, ...more };
};

test('recognisedOf() places words on the page in points, and names those of which the machine is not sure', () => {
  const { pieces, unsure } = recognisedOf([line('First meta1=40 poured')], 2);
  expect(pieces.map(({ text, x, y, width, size }) => ({ text, x, y, width, size }))).toEqual([
    { text: 'First', x: 50, y: 250, width: 40, size: 22 },
    { text: 'meta1', x: 100, y: 250, width: 40, size: 22 },
    { text: 'poured', x: 150, y: 250, width: 40, size: 22 },
  ]);
  expect(unsure).toEqual(['meta1']);
});

test('recognisedOf() sets the lines of a sheet straight that lay askew', () => {
  const askew = { slope: 0.01, height: 41 };
  const { pieces } = recognisedOf(
    [line('The plant poured metal', { ...askew, y: 501 }), line('and will go on so', { ...askew, x: 300, y: 503 })],
    1,
  );
  expect(new Set(pieces.map(({ y }) => y))).toEqual(new Set([500]));
});

test('recognisedOf() gives lines of nearly one height one size, and a heading its own', () => {
  const { pieces } = recognisedOf([line('a b c d e'), line('f g', { height: 43 }), line('Head', { height: 60 })], 4);
  expect(pieces.map(({ size }) => size)).toEqual([11, 11, 11, 11, 11, 11, 11, 16.5]);
});

test('recognisedOf() takes stains and lines for no text, keeps every word of a line that it can read, and names what went', () => {
  const { pieces, unsure, dropped } = recognisedOf(
    [line('right=0 to=0 ~~=51 the | securities'), line('Sfg=12 wx=20', { y: 900 }), line('—=40 ‘=30', { y: 950 })],
    1,
  );
  expect(pieces.map(({ text }) => text)).toEqual(['right', 'to', 'the', '|', 'securities']);
  expect(unsure).toEqual(['right', 'to']);
  expect(dropped).toEqual(['Sfg wx']);
});

test('recognisedOf() takes a part of a large word that was read once more for no word', () => {
  const again = { ...line('lated=90', { y: 503 }), words: [{ text: 'lated', confidence: 90, x0: 120, x1: 170 }] };
  expect(recognisedOf([line('Related'), again], 1).pieces.map(({ text }) => text)).toEqual(['Related']);
});
