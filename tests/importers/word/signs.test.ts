import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makeDocx, p, t } from './make-docx.ts';

const importOf = (body: string, parts = {}) =>
  importDocument('a.docx', makeDocx(body, parts), { code: ['XMX'] }, { today: '2026-11-23' });
const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const sym = (name: string, char: string) => `<w:r><w:sym w:font="${name}" w:char="${char}"/></w:r>`;

test.each([
  [
    'letters in Symbol',
    t('m', font('Symbol')) + t('g, ') + t('³', font('Symbol')) + t(' 5, ') + t('D', font('Symbol')) + t('T'),
    'µg, ≥ 5, ΔT',
  ],
  ['letters in Wingdings', t('þ', font('Wingdings')) + t(' Yes ') + t('o', font('Wingdings')) + t(' No'), '☑ Yes ☐ No'],
  ['signs of the private area', t('\uf06d', font('Symbol')) + t('g ') + t('\uf0fe', font('Wingdings')), 'µg ☑'],
  ['symbols', sym('Wingdings', 'F0FE') + sym('Symbol', 'F0B3') + sym('Arial', '2265') + sym('Symbol', '00B1'), '☑≥≥±'],
  ['letters in a font of their style', t('D', '<w:rStyle w:val="Greek"/>') + t('T'), 'ΔT'],
  ['spaces in Symbol', t('a\u00a0b c – d', font('Symbol')), 'α\u00a0β χ – δ'],
])('importDocument() takes %s of a Word file for what they show', async (_, runs, shown) => {
  const styles = `<w:style w:type="character" w:styleId="Greek"><w:rPr>${font('Symbol')}</w:rPr></w:style>`;
  const { draft, notes } = await importOf(p(t('First metal poured at the plant')) + p(runs), { styles });
  expect(draft.body).toBe(shown);
  expect(notes).toEqual([]);
});

test('importDocument() names the signs of a Word file that it does not know, with the words around', async () => {
  const { draft, notes } = await importOf(
    p(t('First metal poured at the plant')) +
      p(t('Rise ') + sym('Own Signs', 'F041') + t(' here')) +
      p(t('or \uf0b7 there')),
  );
  expect(draft.body).toBe('Rise \ufffd here\n\nor \ufffd there');
  expect(notes).toEqual(
    expect.arrayContaining([
      'A sign of the font "Own Signs" is not known; \ufffd stands for it in “Rise \ufffd here”. Compare with the document.',
      'A sign of the font of the text is not known; \ufffd stands for it in “or \ufffd there”. Compare with the document.',
    ]),
  );
});
