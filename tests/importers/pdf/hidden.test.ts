import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makePdf, type Mark, type PdfPlan } from '../make-pdf.ts';

const line: Mark = { text: 'The plant poured its first metal on Thursday.', x: 60, y: 60 };
const importOf = async (marks: readonly Mark[], plan: Omit<PdfPlan, 'pages'> = {}) => {
  const bytes = makePdf({ ...plan, pages: [[line, ...marks]] });
  const { draft, notes } = await importDocument(
    'a.pdf',
    bytes,
    { code: ['XMX'], title: 'Metal' },
    { today: '2026-11-23' },
  );
  return { body: draft.body, hidden: notes.filter((note) => note.startsWith('HIDDEN TEXT')) };
};
const at = (y: number) => `1 0 0 1 60 ${y} Tm`;
const secret = (operators: string, y = 700) => ({ raw: `q BT /F1 10 Tf ${operators} ${at(y)} (Former draft) Tj ET Q` });
const found = (why: string) => [`HIDDEN TEXT on page 1, ${why}, left out: "Former draft".`];

test.each<[string, string, readonly Mark[], Omit<PdfPlan, 'pages'>?]>([
  ['in render mode 3', 'drawn invisibly', [secret('3 Tr')]],
  ['in white on white', 'in the colour of its background', [secret('1 1 1 rg')]],
  ['in black on black', 'in the colour of its background', [{ raw: '0 g 40 690 200 30 re f' }, secret('0.02 g')]],
  ['under a black box', 'covered', [secret('0 g'), { raw: '0 g 40 690 200 30 re f' }]],
  ['under a white box', 'covered', [secret('0 g'), { raw: '1 g 40 690 200 30 re f' }]],
  ['under a picture', 'covered', [secret('0 g'), { raw: 'q 200 0 0 30 40 690 cm /I1 Do Q' }]],
  [
    'under a picture within the text of the page',
    'covered',
    [secret('0 g'), { raw: 'q 200 0 0 30 40 690 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q' }],
  ],
  ['outside the clip', 'cut off', [{ raw: `q 0 0 50 50 re W n BT /F1 10 Tf ${at(700)} (Former draft) Tj ET Q` }]],
  [
    'in a layer that is switched off',
    'in a layer that is switched off',
    [{ raw: `/OC /Off BDC BT /F1 10 Tf ${at(700)} (Former draft) Tj ET EMC` }],
    { layer: true },
  ],
  [
    'in a marked part of a layer that is switched off',
    'in a layer that is switched off',
    [{ raw: `/OC /Off BDC /Span BMC BT /F1 10 Tf ${at(700)} (Former draft) Tj ET EMC EMC` }],
    { layer: true },
  ],
  ['outside the crop', 'outside the page', [secret('0 g', 20)], { entries: '/CropBox [0 40 595 842]' }],
])('importDocument() leaves out text %s, and names it', async (_, why, marks, plan = {}) => {
  expect(await importOf(marks, plan)).toEqual({
    body: 'The plant poured its first metal on Thursday.',
    hidden: found(why),
  });
});

test.each<[string, readonly Mark[]]>([
  ['white on a dark box', [{ raw: '0 0 0.4 rg 40 690 200 30 re f' }, secret('1 1 1 rg')]],
  ['black on a white box', [{ raw: '1 g 40 690 200 30 re f' }, secret('0 g')]],
  ['on a picture', [{ raw: 'q 200 0 0 30 40 690 cm /I1 Do Q' }, secret('1 g')]],
  [
    'in a part of the page that is marked and no layer',
    [{ raw: `/Span << /ActualText (x) >> BDC BT /F1 10 Tf ${at(700)} (Former draft) Tj ET EMC` }],
  ],
  ['in a form that the page draws', [{ raw: '/X1 Do' }]],
])('importDocument() keeps text %s', async (_, marks) => {
  const form = `BT /F1 10 Tf ${at(700)} (Former draft) Tj ET`;
  const { body, hidden } = await importOf(marks, { form });
  expect({ isThere: body.includes('Former draft'), hidden }).toEqual({ isThere: true, hidden: [] });
});

test('importDocument() says that hidden text is still in the PDF', async () => {
  const bytes = makePdf({ pages: [[line, secret('3 Tr')]] });
  const { notes } = await importDocument('a.pdf', bytes, { code: ['XMX'] }, { today: '2026-11-23' });
  expect(notes).toContain(
    'Hidden text may be a former draft or private. It is still in the PDF, which is published with the release: print the PDF to a new one, or leave it out.',
  );
});

test('importDocument() does not call text hidden that is drawn once more where it is seen', async () => {
  const again: Mark = { text: 'Former draft', x: 60, y: 142 };
  expect((await importOf([secret('3 Tr'), again])).hidden).toEqual([]);
});

test('importDocument() keeps text under a picture that cannot be read', async () => {
  const bytes = makePdf({ pages: [[line, secret('0 g'), { raw: 'q 200 0 0 30 40 690 cm /I1 Do Q' }]] });
  const broken = Buffer.from(
    Buffer.from(bytes).toString('latin1').replace('/BitsPerComponent 8', '/Filter /JPXDecode'),
    'latin1',
  );
  const { draft, notes } = await importDocument('a.pdf', broken, { code: ['XMX'] }, { today: '2026-11-23' });
  expect(draft.body).toContain('Former draft');
  expect(notes.filter((note) => note.startsWith('HIDDEN TEXT'))).toEqual([]);
});

test('importDocument() keeps text under a picture that it shines through', async () => {
  const bytes = makePdf({ pages: [[line, secret('0 g'), { raw: 'q /Pale gs 200 0 0 30 40 690 cm /I1 Do Q' }]] });
  const pale = Buffer.from(bytes)
    .toString('latin1')
    .replace('/XObject << /X1', '/ExtGState << /Pale << /ca 0.3 >> >> /XObject << /X1');
  const { draft } = await importDocument(
    'a.pdf',
    Buffer.from(pale, 'latin1'),
    { code: ['XMX'] },
    { today: '2026-11-23' },
  );
  expect(draft.body).toContain('Former draft');
});

test('importDocument() leaves out text under a picture that many pages share', async () => {
  const page = [line, secret('0 g'), { raw: 'q 200 0 0 30 40 690 cm /I1 Do Q' }];
  const bytes = makePdf({ pages: [page, page, page, page] });
  const { notes } = await importDocument('a.pdf', bytes, { code: ['XMX'], title: 'Metal' }, { today: '2026-11-23' });
  expect(notes.filter((note) => note.startsWith('HIDDEN TEXT'))).toHaveLength(4);
});
