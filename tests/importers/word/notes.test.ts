import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makeDocx, p, t } from './make-docx.ts';

const importOf = (bytes: Uint8Array) => importDocument('a.docx', bytes, {}, { today: '2026-11-23' });
const first = p(t('ASX release of the company Example Minerals, to be read first.'));
const marked = p(t('Metal') + '<w:r><w:footnoteReference w:id="2"/></w:r>');
const note = (content: string) => ({ footnotes: `<w:footnote w:id="2">${p(content)}</w:footnote>` });

test('importDocument() leaves hidden and deleted words of a note of a Word file out, and names them', async () => {
  const { draft, notes } = await importOf(
    makeDocx(
      first + marked,
      note(
        t('Pure') +
          t(' for the Board only', '<w:vanish/>') +
          '<w:del><w:r><w:delText> at 99 %</w:delText></w:r></w:del>' +
          `<w:ins>${t(' at 95 %')}</w:ins>` +
          t('.'),
      ),
    ),
  );
  expect(draft.body).toContain('[^1]: Pure at 95 %.');
  expect(notes).toEqual([
    'The document has 2 tracked changes; the text is as if all were accepted. Somebody must confirm it before it is published.',
    'Left out the text that tracked changes delete: “at 99 %”',
    'Left out hidden text: “for the Board only”',
  ]);
});

test('importDocument() takes formulas, fields, controls and signs in a note of a Word file as it takes those of the text', async () => {
  const { draft } = await importOf(
    makeDocx(
      first + marked,
      note(
        '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>' +
          t(' ') +
          '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' +
          `<w:fldSimple w:instr="REF x">${t(' Table 3')}</w:fldSimple>` +
          `<w:sdt><w:sdtContent>${t(' in full')}</w:sdtContent></w:sdt>`,
      ),
    ),
  );
  expect(draft.body).toContain('[^1]: (a)/(b) ≥ Table 3 in full');
});

test('importDocument() names a row of a Word file’s table that a tracked change deletes', async () => {
  const cell = (text: string) => `<w:tc>${p(t(text))}</w:tc>`;
  const { draft, notes } = await importOf(
    makeDocx(
      `${first}<w:tbl><w:tr>${cell('Gold')}${cell('40')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell('Tin')}${cell('2')}</w:tr></w:tbl>`,
    ),
  );
  expect(draft.body).not.toContain('Tin');
  expect(notes).toContain('Left out the text that tracked changes delete: “Tin 2”');
});

test('importDocument() names a text box of a Word file that a tracked change deletes', async () => {
  const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(t('In a box'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const { draft, notes } = await importOf(makeDocx(first + p(t('Metal.') + `<w:del>${box}</w:del>`)));
  expect(draft.body).not.toContain('box');
  expect(notes).toContain('Left out the text that tracked changes delete: “In a box”');
});

test('importDocument() numbers a note of a Word file that has a mark of its own, and says so', async () => {
  const own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>';
  const { draft, notes } = await importOf(
    makeDocx(first + p(t('Metal') + own + t(' and ore.')), note(t('*') + t(' Pure.'))),
  );
  expect(draft.body).toContain('Metal[^1] and ore.\n\n[^1]: Pure.');
  expect(notes).toEqual([
    'Notes that have a mark of their own in Word (*) are numbered with the others; compare where the text names a note.',
  ]);
});
