import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makePdf, type Mark } from '../make-pdf.ts';

const knowledge = { today: '2026-11-23' };
const importOf = (name: string, bytes: Uint8Array, signal?: AbortSignal) =>
  importDocument(name, bytes, { code: ['XMX'] }, knowledge, { signal });
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('importDocument() makes a release with an empty body of a PDF without text, and says so', async () => {
  const { draft, notes, pages, measure } = await importOf(
    'Scan of 1999.pdf',
    makePdf({ pages: [[{ line: [10, 10, 90, 90] }], []] }),
  );
  expect(draft).toMatchObject({ title: 'Scan of 1999', body: '', draft: true });
  expect(notes).toEqual([
    'The PDF holds pictures of pages and no text; the release has an empty body and the PDF beside it.',
  ]);
  expect({ pages, measure }).toEqual({ pages: 2, measure: undefined });
});

test('importDocument() stops between two pages when told to, and names the page', async () => {
  const pages: Mark[][] = [[{ text: 'First page', x: 60, y: 60 }], [{ text: 'Second page', x: 60, y: 60 }]];
  const { notes } = await importOf('a.pdf', makePdf({ pages }), AbortSignal.abort());
  expect(notes).toContain('Reading stopped at the time limit: the text ends after page 0 of 2.');
});

test.each([
  [
    'a broken PDF',
    'a.pdf',
    bytesOf('%PDF-1.7\nnothing'),
    'The PDF is broken and cannot be read. Fetch it again, or print it to a new PDF, and import that.',
  ],
  ['a file that is only named so', 'a.pdf', bytesOf('plain text'), '"a.pdf" is a text ("plain text"), not a PDF.'],
  ['an empty file', 'a.txt', new Uint8Array(), 'The file is empty.'],
  [
    'a program',
    'a.exe',
    bytesOf('MZ'),
    'Only PDF files, Word files (.docx), saved web pages, e-mails and plain text are imported.',
  ],
  ['a text with zeros', 'a.txt', bytesOf('a\0b'), 'The file is not a text.'],
  [
    'a text of many megabytes',
    'a.txt',
    new Uint8Array(6 * 1024 * 1024).fill(97),
    'The file has 6 MB; the limit is 5 MB.',
  ],
])('importDocument() refuses %s in a sentence', async (_, name, bytes, message) => {
  await expect(importOf(name, bytes)).rejects.toThrow(message);
});

test('importDocument() leaves out the code and the date that nothing states', async () => {
  const { draft } = await importDocument(
    'a.txt',
    bytesOf('First metal poured\n\nThe plant poured metal.'),
    {},
    knowledge,
  );
  expect(draft).toMatchObject({ title: 'First metal poured', draft: true });
  expect([draft.code, draft.date]).toEqual([undefined, undefined]);
});

test('importDocument() takes facts that are given before those that the text has', async () => {
  const text = bytesOf('First metal poured\n\nExample (ASX: XZX) poured metal.');
  const { draft } = await importDocument(
    'a.txt',
    text,
    { title: 'Other metal', code: ['XMX'], types: ['trading-halt'] },
    knowledge,
  );
  expect(draft).toMatchObject({ title: 'Other metal', code: ['XMX'], types: ['trading-halt'], typedBy: 'archive' });
  expect(draft.review).toBeUndefined();
});

test('importDocument() runs and fetches nothing of a web page, and keeps only http and https links alive', async () => {
  const html =
    '<!doctype html><body><article><h1>First metal poured</h1><p>The plant <a href="javascript:alert(1)">poured</a> <a href="/x">metal</a> in <a href="https://xmx.example/x">July</a>.</p>' +
    '<script>globalThis.hasRun = true</script><img src="http://127.0.0.1:9/x.png" onerror="globalThis.hasRun = true"><p>It was pure, and the plant was new &amp; clean.</p></article></body>';
  const { draft } = await importOf('a.html', bytesOf(html));
  expect(draft.body).toContain('The plant poured metal in [July](https://xmx.example/x).');
  expect(draft.body).toContain('It was pure, and the plant was new & clean.');
  expect('hasRun' in globalThis).toBe(false);
});

test('importDocument() turns a page upright whose text stands on its side', async () => {
  const sideways = (text: string, x: number): Mark => ({ text, x, y: 700, sideways: true });
  const { draft } = await importOf(
    'a.pdf',
    makePdf({
      pages: [
        [
          sideways('The first line of a wide page, which goes on', 100),
          sideways('in the second line and ends there.', 112),
        ],
      ],
    }),
  );
  expect(draft.body).toBe('The first line of a wide page, which goes on in the second line and ends there.');
});

test('importDocument() names nobody for a line about authorising that never says who', async () => {
  const endless = `announcement authorised ${'for release to be authorised '.repeat(3000)}`;
  expect((await importOf('a.txt', bytesOf(endless))).draft.authorisedBy).toBeUndefined();
});
