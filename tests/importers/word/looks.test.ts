import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makeDocx, p, t } from './make-docx.ts';

const styles =
  '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:caps/></w:rPr></w:style>';

test.each([
  ['struck out', p(t('42 cents', '<w:rStyle w:val="Old"/>') + t(' 40 cents')), '~~42 cents~~ 40 cents'],
  ['struck out as a whole', p(t('The offer is open.'), '<w:pStyle w:val="Gone"/>'), '~~The offer is open.~~'],
  [
    'struck out by two styles, which take each other back',
    p(t('The offer is open.', '<w:rStyle w:val="Old"/>'), '<w:pStyle w:val="Gone"/>'),
    'The offer is open.',
  ],
  [
    'struck out by its style and not by itself',
    p(t('The offer is open.', '<w:strike w:val="0"/>'), '<w:pStyle w:val="Gone"/>'),
    'The offer is open.',
  ],
  ['raised', p(t('10') + t('6', '<w:rStyle w:val="Up"/>') + t(' t')), '10<sup>6</sup> t'],
  ['in capitals', p(t('Terms of the offer apply.'), '<w:pStyle w:val="Loud"/>'), 'TERMS OF THE OFFER APPLY.'],
  [
    'no longer in capitals since a tracked change',
    p(t('Terms apply.', '<w:rPrChange><w:rPr><w:caps/></w:rPr></w:rPrChange>')),
    'Terms apply.',
  ],
])('text of a Word file that is %s by a style arrives as a reader sees it', async (_, body, expected) => {
  const { draft } = await importDocument(
    'a.docx',
    makeDocx(p(t('ASX release of the company Example Minerals, to be read first.')) + body, { styles }),
    {},
    { today: '2026-11-23' },
  );
  expect(draft.body.replace(/^ASX release of[^\n]*\n\n/, '')).toBe(expected);
});
