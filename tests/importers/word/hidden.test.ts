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
