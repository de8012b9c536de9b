import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { expect, test } from 'vitest';
import { readPage } from '../../../src/importers/pdf/read-page.ts';
import { makePdf } from '../make-pdf.ts';

test('readPage() takes a picture that pdf.js has not read for one that may show the text below it', async () => {
  const text = { text: 'The plant poured its first metal.', x: 60, y: 142 };
  const bytes = makePdf({ pages: [[text, { raw: 'q 400 0 0 30 40 690 cm /I1 Do Q' }]] });
  const { OPS } = await getResolvedPDFJS();
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
  const page = await pdf.getPage(1);
  const covered = await readPage(page, 1, { ops: OPS, isOn: () => true });
  expect(covered.hidden).toHaveLength(1);
  Object.defineProperty(page, 'objs', { value: { has: () => false } });
  expect((await readPage(page, 1, { ops: OPS, isOn: () => true })).hidden).toEqual([]);
});
