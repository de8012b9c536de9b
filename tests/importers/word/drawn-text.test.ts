import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { makeDocx, p, t } from './make-docx.ts';

const importOf = (bytes: Uint8Array) => importDocument('a.docx', bytes, {}, { today: '2026-11-23' });
const first = p(t('ASX release of the company Example Minerals, to be read first.'));
const bodyOf = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
  (await importOf(makeDocx(first + body, parts))).draft.body.replace(/^ASX release of[^\n]*\n\n/, '');
const newBox = (text: string) => `<wps:wsp><wps:txbx><w:txbxContent>${p(t(text))}</w:txbxContent></wps:txbx></wps:wsp>`;
const drawing = (inner: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const oldBox = (text: string, shape = 'v:shape') =>
  `<${shape}><v:textbox><w:txbxContent>${p(t(text))}</w:txbxContent></v:textbox></${shape}>`;
const either = (choice: string, fallback: string) =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice>${fallback}</mc:AlternateContent>`;
const run = (inner: string) => `<w:r>${inner}</w:r>`;

test.each([
  ['a text box of the newer form alone', run(drawing(newBox('In a box.'))), 'Before.\n\nIn a box.\n\nAfter.'],
  [
    'a text box without its older form',
    run(either(drawing(newBox('In a box.')), '')),
    'Before.\n\nIn a box.\n\nAfter.',
  ],
  [
    'a text box in both forms',
    run(either(drawing(newBox('In a box.')), `<mc:Fallback><w:pict>${oldBox('In a box.')}</w:pict></mc:Fallback>`)),
    'Before.\n\nIn a box.\n\nAfter.',
  ],
  [
    'boxes in a group',
    run(
      either(
        drawing(`<wpg:wgp>${newBox('One.')}${newBox('Two.')}</wpg:wgp>`),
        `<mc:Fallback><w:pict><v:group>${oldBox('One.')}${oldBox('Two.', 'v:oval')}</v:group></w:pict></mc:Fallback>`,
      ),
    ),
    'Before.\n\nOne.\n\nTwo.\n\nAfter.',
  ],
  [
    'letters that are drawn',
    run('<w:pict><v:shape><v:textpath string="FOR IMMEDIATE RELEASE"/></v:shape></w:pict>'),
    'Before.\n\nFOR IMMEDIATE RELEASE\n\nAfter.',
  ],
  [
    'words above other signs',
    run('<w:ruby><w:rt><w:r><w:t>kin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>金</w:t></w:r></w:rubyBase></w:ruby>'),
    'Before. 金(kin)\n\nAfter.',
  ],
  [
    'text of a direction of its own',
    `<w:dir w:val="ltr">${t('In a direction.')}</w:dir>`,
    'Before. In a direction.\n\nAfter.',
  ],
  [
    'a tab to a place of the page',
    t('Gold') + run('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>') + t('12'),
    'Before. Gold 12\n\nAfter.',
  ],
])('a Word file with %s arrives as a reader sees it', async (_, inner, expected) => {
  expect(await bodyOf(p(t('Before. ') + inner) + p(t('After.')))).toBe(expected);
});

test('importDocument() keeps the large first letter of a Word file with its word', async () => {
  expect(await bodyOf(p(t('T'), '<w:framePr w:dropCap="drop" w:lines="3"/>') + p(t('he company poured metal.')))).toBe(
    'The company poured metal.',
  );
});

test('importDocument() keeps the words of a formula of a Word file with its signs', async () => {
  const m = (name: string, inner: string) => `<m:${name}>${inner}</m:${name}>`;
  const text = (words: string) => m('r', m('t', words));
  const formula = m(
    'oMath',
    m(
      'nary',
      `<m:naryPr><m:chr m:val="∑"/></m:naryPr>${m('sub', text('i=1'))}${m('sup', text('n'))}${m('e', text('x'))}`,
    ) +
      text('=') +
      m('d', `<m:dPr><m:begChr m:val="{"/><m:endChr m:val="}"/></m:dPr>${m('e', text('a'))}${m('e', text('b'))}`) +
      m('rad', `${m('deg', text('3'))}${m('e', text('8'))}`),
  );
  expect(await bodyOf(p(formula))).toBe('∑\\_(i=1)^n x={a|b}\\[3\\]√(8)');
});

test('importDocument() names the words of a diagram and of a chart in a Word file, and documents that it only links to', async () => {
  const { notes } = await importOf(
    makeDocx(
      first + p(run(drawing('<c:chart r:id="x"/>') + drawing('<dgm:relIds r:dm="x"/>'))) + '<w:subDoc r:id="link"/>',
      {
        'charts/chart1': '<a:p><a:t>Gold poured</a:t></a:p><c:v>1200</c:v>',
        'diagrams/data1': '<a:t>Board</a:t><a:t>Audit committee</a:t>',
      },
    ),
  );
  expect(notes).toEqual([
    'Left out 1 chart; save the document as PDF to have it beside the release: “Gold poured 1200”.',
    'Left out 1 diagram (SmartArt): “Board Audit committee”.',
    'Left out 1 other document that Word shows in the place of a link; import it too.',
  ]);
});

test('importDocument() names the fields of a Word file that only Word works out, and no entry of an index', async () => {
  const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const field = (instruction: string) => mark('begin') + run(`<w:instrText>${instruction}</w:instrText>`) + mark('end');
  const { notes } = await importOf(
    makeDocx(
      first + p(t('Half: ') + field(' EQ \\f(1,2) ') + field(' XE "gold" ') + '<w:fldSimple w:instr=" PAGE "/>'),
    ),
  );
  expect(notes).toEqual([
    'Left out 2 fields of which the file does not hold what Word shows: “PAGE … EQ \\f(1,2)”. Compare with the document.',
  ]);
});

test('importDocument() shows nothing of the instruction of a field in a Word file', async () => {
  const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const told = (instruction: string) => run(`<w:instrText>${instruction}</w:instrText>`);
  const count = mark('begin') + told(' MERGEFIELD n ') + mark('separate') + t('5') + mark('end');
  const choice =
    mark('begin') + told(' IF ') + count + told(' = 5 "five" "few" ') + mark('separate') + t('five') + mark('end');
  expect(await bodyOf(p(t('There are ') + choice + t(' and ') + count + t('.')))).toBe('There are five and 5.');
  expect(await bodyOf(p(t('There are ') + mark('begin') + told(' IF ') + t('five.')))).toBe('There are five.');
});

test('importDocument() names words of a Word file that the converter drops', async () => {
  const { notes } = await importOf(makeDocx(first + p(`<w:unheardOf>${t('Lost words')}</w:unheardOf>`)));
  expect(notes).toEqual([
    'Words of the document did not arrive: “lost words”. Compare with it, or save it as PDF and import that.',
  ]);
});

test('importDocument() refuses a Word file whose text is another file in it, with the way out', async () => {
  await expect(importOf(makeDocx(`${first}<w:altChunk r:id="link"/>`))).rejects.toThrow(
    'A part of the text is another file inside of the Word file, which only Word puts in. Open it in Word, save it, and import that.',
  );
});

test('importDocument() takes the code and the day out of the header of the pages of a Word file', async () => {
  const title = '<w:pStyle w:val="Title"/>';
  const { draft, notes } = await importOf(
    makeDocx(p(t('First gold poured'), title) + p(t('The company poured gold.')), {
      styles: '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
      header1: p(t('Example Minerals Limited  ASX: XMX') + run('<w:tab/>') + t('14 October 2026')),
    }),
  );
  expect({ title: draft.title, code: draft.code, day: draft.date?.day, body: draft.body }).toEqual({
    title: 'First gold poured',
    code: ['XMX'],
    day: '2026-10-14',
    body: 'The company poured gold.',
  });
  expect(notes).toContain('Left out the header of the pages: “Example Minerals Limited  ASX: XMX 14 October 2026”');
});

test('importDocument() names pictures that a Word file only links to', async () => {
  const { notes } = await importOf(makeDocx(first + p(run(drawing('<pic:pic><a:blip r:link="link"/></pic:pic>')))));
  expect(notes).toEqual(['Left out 1 picture that lies outside of the Word file.']);
});

test('importDocument() takes a headline in two headings of a Word file for one where the second begins in small letters', async () => {
  const title = '<w:pStyle w:val="Title"/>';
  const styles = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>';
  const titles = (...lines: string[]) => lines.map((line) => p(t(line), title)).join('');
  const { draft } = await importOf(
    makeDocx(titles('Drilling extends the Barlow lode', 'to 400 metres') + p(t('Metal was found.')), { styles }),
  );
  expect([draft.title, draft.body]).toEqual(['Drilling extends the Barlow lode to 400 metres', 'Metal was found.']);
  const other = await importOf(makeDocx(titles('Drilling ends', 'Next steps') + p(t('Metal was found.')), { styles }));
  expect(other.draft.title).toBe('Drilling ends');
});
