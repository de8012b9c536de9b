import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';

const importOf = (html: string) =>
  importDocument(
    'a.html',
    Buffer.from(`<h1>First metal poured</h1>${html}`),
    { code: ['XMX'] },
    { today: '2026-11-23' },
  );
const inFont = (font: string, text: string) => `<span style='font-family:${font}'>${text}</span>`;

test.each([
  ['letters in Symbol', `<p>${inFont('Symbol', 'm')}g ${inFont('"Symbol",serif', '&sup3;')} 5</p>`, 'µg ≥ 5'],
  [
    'letters in Wingdings',
    `<p>${inFont('Wingdings', '&thorn;')} Yes <font face="Wingdings">o</font> No</p>`,
    '☑ Yes ☐ No',
  ],
  ['the signs of Wingdings 2', `<p>${inFont('"Wingdings 2"', 'R')} Yes</p>`, '☑ Yes'],
  ['a gap in another font', `<p>${inFont('Symbol', `D<span style='font:7.0pt "Times New Roman"'>T</span>`)}</p>`, 'ΔT'],
  ['letters in another font first', `<p>${inFont('Arial, Symbol', 'm')}g</p>`, 'mg'],
])('importDocument() takes %s of a page for what they show', async (_, html, shown) => {
  const { draft, notes } = await importOf(html);
  expect(draft.body).toBe(shown);
  expect(notes).toEqual([]);
});

test('importDocument() names the signs of a page that it does not know, with the words around', async () => {
  const { draft, notes } = await importOf(`<p>Rise by ${inFont('Symbol', '\uf080')} here at the plant</p>`);
  expect(draft.body).toBe('Rise by \ufffd here at the plant');
  expect(notes).toContain(
    'A sign of the font "symbol" is not known; \ufffd stands for it in “Rise by \ufffd here at the plant”. Compare with the page.',
  );
});
