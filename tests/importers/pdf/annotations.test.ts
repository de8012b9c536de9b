import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { lines, makePdf, type Mark } from '../make-pdf.ts';

const importOf = async (annotations: readonly string[], marks: readonly Mark[] = []) => {
  const text = lines(['The first line of the page.'], { x: 60, y: 60 });
  const last = lines(['The last line of the page.'], { x: 60, y: 200 });
  const bytes = makePdf({ pages: [[...text, ...marks, ...last]], annotations });
  const { draft, notes } = await importDocument(
    'a.pdf',
    bytes,
    { code: ['XMX'], title: 'Form' },
    { today: '2026-11-23' },
  );
  return { body: draft.body, hidden: notes.filter((note) => note.startsWith('HIDDEN TEXT')) };
};

test('importDocument() shows what was typed onto a page at its place', async () => {
  const typed =
    '<< /Type /Annot /Subtype /FreeText /Rect [60 700 300 716] /Contents (Corrected: 4.2 million) /DA (/F1 10 Tf) >>';
  expect((await importOf([typed])).body).toBe(
    'The first line of the page.\n\nCorrected: 4.2 million\n\nThe last line of the page.',
  );
});

const typedWith = (flag: number) =>
  `<< /Type /Annot /Subtype /FreeText /F ${flag} /Rect [60 700 300 716] /Contents (Former draft) /DA (/F1 10 Tf) >>`;

test('importDocument() leaves out what was typed onto a page and is hidden, and names it', async () => {
  expect(await importOf([typedWith(2)])).toEqual({
    body: 'The first line of the page.\n\nThe last line of the page.',
    hidden: ['HIDDEN TEXT on page 1, in an annotation that is hidden, left out: "Former draft".'],
  });
});

test('importDocument() leaves out what was typed onto a page for print alone', async () => {
  expect((await importOf([typedWith(32)])).body).not.toContain('Former draft');
});

test('importDocument() leaves out notes that only open on a click', async () => {
  const note = '<< /Type /Annot /Subtype /Text /Rect [60 700 80 720] /Contents (For the lawyers) >>';
  expect((await importOf([note])).body).toBe('The first line of the page.\n\nThe last line of the page.');
});
