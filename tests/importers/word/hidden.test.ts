import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makeDocx, p, t } from './make-docx.ts';

const importOf = (bytes: Uint8Array) => importDocument('a.docx', bytes, { code: ['XMX'] }, { today: '2026-11-23' });
const TEXT = 'Example Minerals Limited (ASX: XMX) poured metal.';
const style = (type: string, id: string, more: string) =>
  `<w:style w:type="${type}" w:styleId="${id}">${more}</w:style>`;
const styles =
  style('character', 'Secret', '<w:rPr><w:vanish/></w:rPr>') +
  style('character', 'Derived', '<w:basedOn w:val="Secret"/>') +
  style('paragraph', 'Draft', '<w:rPr><w:vanish/></w:rPr>') +
  style('paragraph', 'Shown', '<w:basedOn w:val="Draft"/><w:rPr><w:vanish w:val="0"/></w:rPr>');

test('importDocument() names text that a style of a Word file hides, and leaves it out', async () => {
  const { draft, notes } = await importOf(
    makeDocx(
      p(t(TEXT)) +
        p(t('Seen.') + t(' One', '<w:rStyle w:val="Derived"/>')) +
        p(t('Two'), '<w:pStyle w:val="Draft"/>') +
        p(t('Three') + t('Four', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Draft"/>') +
        p(t('Five'), '<w:pStyle w:val="Shown"/>'),
      { styles },
    ),
  );
  expect(draft.body).toBe(`${TEXT}\n\nSeen.\n\nFour\n\nFive`);
  expect(notes).toContain('Left out hidden text: “One … Two … Three”');
});

test('importDocument() counts no hidden paragraph of a list', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const item = (run: string, mark = '') =>
    p(run, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${mark}</w:rPr>`);
  const { draft } = await importOf(
    makeDocx(p(t(TEXT)) + item(t('one')) + item(t('two', '<w:vanish/>'), '<w:vanish/>') + item(t('three')), {
      numbering,
    }),
  );
  expect(draft.body).toBe(`${TEXT}\n\n(a) one\n\n(b) three`);
});

const WHITE = '<w:color w:val="FFFFFF"/>';

test('importDocument() names white type on white of a Word file as hidden text, and leaves it out', async () => {
  const { draft, notes } = await importOf(
    makeDocx(
      p(t(TEXT)) + p(t('Seen.') + t(' One', WHITE)) + p(t('Two', '<w:rStyle w:val="Pale"/>')) + p(t('Three', WHITE)),
      { styles: style('character', 'Pale', `<w:rPr>${WHITE}</w:rPr>`) },
    ),
  );
  expect(draft.body).toBe(`${TEXT}\n\nSeen.`);
  expect(notes).toEqual(['Left out hidden text: “One … Two … Three”']);
});

test.each([
  ['a shaded run', p(t('White', `${WHITE}<w:shd w:val="clear" w:fill="003366"/>`))],
  ['a highlight', p(t('White', `${WHITE}<w:highlight w:val="black"/>`))],
  ['a shaded paragraph', p(t('White', WHITE), '<w:shd w:val="clear" w:fill="003366"/>')],
  ['a paragraph that its style shades', p(t('White', WHITE), '<w:pStyle w:val="Bar"/>')],
  [
    'a shape',
    `<w:p><w:r><w:pict><v:rect><v:textbox><w:txbxContent>${p(t('White', WHITE))}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>`,
  ],
  [
    'a shaded cell',
    `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="003366"/></w:tcPr>${p(t('White', WHITE))}</w:tc></w:tr></w:tbl>`,
  ],
  [
    'a table whose style may shade it',
    `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tr><w:tc>${p(t('White', WHITE))}</w:tc></w:tr></w:tbl>`,
  ],
  ['a picture', p('<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>') + p(t('White', WHITE))],
])('importDocument() takes white type of a Word file on %s', async (_, body) => {
  const bar = style('paragraph', 'Bar', '<w:pPr><w:shd w:val="clear" w:fill="003366"/></w:pPr>');
  const { draft } = await importOf(makeDocx(p(t(TEXT)) + body, { styles: bar }));
  expect(draft.body).toContain('White');
});
