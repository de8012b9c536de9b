import { expect, test } from 'vitest';
import { planArchive } from '../../src/importers/csv/archive-plan.ts';
import { readCsv } from '../../src/importers/csv/read-csv.ts';
import { importDocument } from '../../src/importers/import-document.ts';
import { ImportRefusal } from '../../src/importers/model/refusal.ts';
import { makePdf, type Mark } from './make-pdf.ts';
import { importPathologies, tablePathologies } from './pathologies.ts';

const importOf = (name: string, content: string | Uint8Array) =>
  importDocument(name, Buffer.from(content), { code: ['XMX'] }, { today: '2026-11-23' });
const html = (body: string) => `<!doctype html><body><article><h1>First metal poured</h1>${body}</article></body>`;

// So long that a reader whose time grows with the square of the length would not come to its end.
const LENGTH = { 'a.txt': 30_000, 'a.eml': 30_000, 'a.html': 2000 };

test.each(importPathologies)(
  'importDocument() reads $name in the end, or refuses it in words',
  async ({ file, write }) => {
    const outcome = await importOf(file, write(LENGTH[file as keyof typeof LENGTH])).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ImportRefusal);
    else expect(outcome).toMatchObject({ draft: { draft: true } });
  },
);

test.each(Object.entries(tablePathologies))('planArchive() reads a table of %s in the end', (_, write) => {
  const { releases, findings } = planArchive(write(30_000), undefined, '2026-11-23');
  expect(releases.length + findings.length).toBeGreaterThan(0);
});

test('importDocument() reads a text of 400,000 blank lines', async () => {
  const { draft } = await importOf('a.txt', `Metal was poured.\n${'\n'.repeat(400_000)}The plant poured metal.`);
  expect(draft.body).toBe('Metal was poured.\n\nThe plant poured metal.');
});

test('importDocument() keeps every paragraph of a text of 130,000, more than a call takes arguments', async () => {
  const { draft } = await importOf('a.txt', 'Metal.\n\n'.repeat(130_000));
  expect(draft.body.split('\n\n')).toHaveLength(130_000);
});

test('readCsv() keeps stray quotation marks, however many', () => {
  const marks = '"'.repeat(1_000_000);
  expect(readCsv(`headline,date\na${marks},b\n  "${marks}" ,c`)).toEqual([
    { line: 1, cells: ['headline', 'date'] },
    { line: 2, cells: [`a${marks}`, 'b'] },
    { line: 3, cells: ['"'.repeat(500_000), 'c'] },
  ]);
});

test('planArchive() numbers 20,000 releases of one headline and day in their order', () => {
  const row = 'First metal,30/07/2020,XMX\n';
  const { releases } = planArchive(
    `headline,date,code\n${row}"First metal 3",30/07/2020,XMX\n${row.repeat(20_000)}`,
    undefined,
    '2026-11-23',
  );
  const ids = releases.map((release) => release.id.slice('2020/2020-07-30-first-metal'.length));
  expect(ids.slice(0, 5)).toEqual(['', '-3', '-2', '-4', '-5']);
  expect([ids.length, new Set(ids).size]).toEqual([20_002, 20_002]);
});

test.each(['b', 'div', 'blockquote', 'font', 'li', 'td', 'custom-x'])(
  'importDocument() refuses a page of <%s> nested deeper than any browser shows, and says what to do',
  async (tag) => {
    const nested = (depth: number) =>
      html((/^t|^li/.test(tag) ? (tag === 'li' ? '<ul><li>' : '<table><tr><td>') : `<${tag}>`).repeat(depth));
    await expect(importOf('a.html', nested(5000))).rejects.toThrow(
      new ImportRefusal(
        'The page has elements nested deeper than 500. Copy its text into a new .txt file and import that.',
      ),
    );
  },
);

test('importDocument() reads a page of elements nested 400 deep', async () => {
  const deep = html(`<p>Metal was poured.</p>${'<div>'.repeat(400)}<p>The plant is new.</p>${'</div>'.repeat(400)}`);
  expect((await importOf('a.html', deep)).draft.body).toBe('Metal was poured.\n\nThe plant is new.');
});

test('importDocument() keeps the rows of a table in a cell apart from those of the table', async () => {
  const inner = '<table><tr><td>c</td><td>d</td></tr></table>';
  const page = html(`<p>Metal.</p><table><tbody><tr><td>a ${inner}</td><td>b</td></tr></tbody></table>`);
  expect((await importOf('a.html', page)).draft.body).toBe('Metal.\n\n|  |  |\n| --- | --- |\n| a<br>c d | b |');
});

test('importDocument() refuses an e-mail whose parts are nested deeper than any mail program does', async () => {
  const parts = Array.from(
    { length: 30 },
    (_, depth) => `Content-Type: multipart/mixed; boundary="x${depth}."\n\n--x${depth}.\n`,
  );
  await expect(importOf('a.eml', `Subject: Metal\nFrom: a\n${parts.join('')}\ntext`)).rejects.toThrow(
    new ImportRefusal(
      'The e-mail has parts nested deeper than 20. Copy its text into a new .txt file and import that.',
    ),
  );
});

test('importDocument() reads a PDF whose page draws one line of 300,000 points', async () => {
  const corner = (n: number): Mark => ({ line: [60, 60 + (n % 700), 61, 61 + (n % 700)] });
  const text: Mark = { text: 'The plant poured metal.', x: 60, y: 60 };
  const pdf = Buffer.from(makePdf({ pages: [[text, corner(0)]] })).toString('latin1');
  const path = ' 61 780 l 60 780 l'.repeat(150_000);
  // The file's table of places and the content's length are wrong then, and pdf.js finds both anew.
  const { draft } = await importOf('a.pdf', Buffer.from(pdf.replace(' l S', ` l${path} S`), 'latin1'));
  expect(draft.body).toBe('The plant poured metal.');
});

test('importDocument() refuses a PDF whose page holds more pieces of text than any table', async () => {
  const pieces = Array.from({ length: 20_001 }, (_, n): Mark => ({
    text: `${n} t`,
    x: 20 + (n % 20) * 28,
    y: 20 + ((n * 7.3) % 800),
  }));
  await expect(importOf('a.pdf', makePdf({ pages: [pieces] }))).rejects.toThrow(
    new ImportRefusal(
      'Page 1 holds more than 20,000 pieces of text. Open the file in a PDF reader, print it to a new PDF and import that.',
    ),
  );
});

test('importDocument() reads a PDF whose figures stand kilometres apart', async () => {
  const row = (y: number): Mark[] => [
    { text: `Ore ${y}`, x: 60, y },
    { text: '5,000', x: 300, y },
    { text: '7,000', x: 30_000_000_000, y },
  ];
  const pdf = Buffer.from(makePdf({ pages: [[100, 114, 128, 142].flatMap(row)] })).toString('latin1');
  const wide = Buffer.from(pdf.replace('[0 0 595 842]', '[0 0 90000000000 842]'), 'latin1');
  expect((await importOf('a.pdf', wide)).draft.body).toMatch(/Ore 142 +5,000 +7,000/);
});

test('importDocument() takes squared paper behind the text of a PDF for no table', async () => {
  const squares = Array.from({ length: 180 }, (_, n): Mark[] => [
    { line: [20 + n * 3.1, 20, 20 + n * 3.1, 800] },
    { line: [20, 20 + n * 4, 577, 20 + n * 4] },
  ]);
  const text: Mark[] = [
    { text: 'The plant poured metal,', x: 60, y: 60 },
    { text: 'and it was pure.', x: 300, y: 60 },
  ];
  expect((await importOf('a.pdf', makePdf({ pages: [[...text, ...squares.flat()]] }))).draft.body).toBe(
    'The plant poured metal, and it was pure.',
  );
});
