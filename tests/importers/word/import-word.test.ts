import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { readZip, writeZip } from '../../../src/importers/zip.ts';
import { makeDocx, p, t } from './make-docx.ts';

const importOf = (bytes: Uint8Array) => importDocument('a.docx', bytes, { code: ['XMX'] }, { today: '2026-11-23' });
const words = p(t('Example Minerals Limited (ASX: XMX) poured metal.'));
const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const lists = (...levels: string[]) => ({
  numbering: `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
});
const item = (text: string, at = 0) => p(t(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);
const row = (...cells: string[]) => p(cells.map((one) => (one === '' ? '' : t(one))).join('<w:r><w:tab/></w:r>'));
const box = (data: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>${data.includes('ddList') ? ' FORMDROPDOWN ' : ' FORMCHECKBOX '}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(t(text))}</w:tc>`;

test.each<[string, string, Record<string, string>, string]>([
  [
    'headings',
    p(t('Results'), '<w:pStyle w:val="H2"/>') + words,
    { styles: '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>' },
    '## Results\n\nExample Minerals Limited (ASX: XMX) poured metal.',
  ],
  [
    'bullets in bullets',
    item('one') + item('two', 1) + item('three'),
    lists(level(0, 'bullet', '•'), level(1, 'bullet', 'o')),
    '- one\n  - two\n- three',
  ],
  ['plain numbers', item('one') + item('two'), lists(level(0, 'decimal', '%1.')), '1. one\n2. two'],
  [
    'numbers in numbers',
    item('General') + item('Scope', 1) + item('Terms', 1) + item('Other'),
    lists(level(0, 'decimal', '%1'), level(1, 'decimal', '%1.%2')),
    '1 General\n\n1.1 Scope\n\n1.2 Terms\n\n2 Other',
  ],
  [
    'plain numbers that go on behind a paragraph',
    item('one') + item('two') + p(t('Between.')) + item('three') + item('four'),
    lists(level(0, 'decimal', '%1.')),
    '1. one\n2. two\n\nBetween.\n\n3. three\n4. four',
  ],
  [
    'plain numbers that go on behind letters',
    item('one') + item('inner', 1) + item('two'),
    lists(level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '(%2)')),
    '1. one\n\n(a) inner\n\n2. two',
  ],
  [
    'plain numbers with bullets in them',
    item('one') + item('inner', 1) + item('two'),
    lists(level(0, 'decimal', '%1.'), level(1, 'bullet', 'o')),
    '1. one\n   - inner\n2. two',
  ],
  [
    'numbered headings',
    p(t('Results'), '<w:pStyle w:val="H2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + words,
    {
      ...lists(level(0, 'decimal', '%1.')),
      styles: '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>',
    },
    '## 1. Results\n\nExample Minerals Limited (ASX: XMX) poured metal.',
  ],
  ['capitals', p(t('Total ') + t('metal', '<w:caps/>') + t(' here', '<w:caps w:val="0"/>')), {}, 'Total METAL here'],
  [
    'letters and Roman numbers',
    item('first') + item('inner', 1) + item('second'),
    lists(level(0, 'lowerLetter', '(%1)'), level(1, 'lowerRoman', '(%2)')),
    '(a) first\n\n(i) inner\n\n(b) second',
  ],
  [
    'a table with merged cells',
    `<w:tbl><w:tr>${cell('A')}${cell('B')}${cell('C')}</w:tr><w:tr>${cell('1', '<w:vMerge w:val="restart"/>')}${cell('2')}${cell('3')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('4', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
    {},
    '|  |  |  |\n| --- | --- | --- |\n| A | B | C |\n| 1 | 2 | 3 |\n|  | 4 |  |',
  ],
  [
    'rows that begin or end at another column',
    `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('2026')}${cell('2025')}</w:tr><w:tr>${cell('Costs')}${cell('8.0')}${cell('7.5')}</w:tr><w:tr><w:trPr><w:gridAfter w:val="2"/></w:trPr>${cell('Tax')}</w:tr></w:tbl>`,
    {},
    '|  |  |  |\n| --- | --- | --- |\n|  | 2026 | 2025 |\n| Costs | 8.0 | 7.5 |\n| Tax |  |  |',
  ],
  [
    'a footnote',
    p(t('Metal') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + t(' was poured.')),
    { footnotes: `<w:footnote w:id="2">${p(t('Pure.'))}</w:footnote>` },
    'Metal[^1] was poured.\n\n[^1]: Pure.',
  ],
  [
    'a link and raised, lowered and struck-out text',
    p(
      t('CO') +
        t('2', '<w:vertAlign w:val="subscript"/>') +
        t(' at ') +
        t('42', '<w:strike/>') +
        t(' 40 cents, see ') +
        `<w:hyperlink r:id="link">${t('the page')}</w:hyperlink>`,
    ),
    {},
    'CO<sub>2</sub> at ~~42~~ 40 cents, see [the page](https://example.com/x)',
  ],
  [
    'signs that are set higher or lower',
    p(t('Notice') + t('1', '<w:position w:val="8"/>') + t(' of H') + t('2', '<w:position w:val="-6"/>') + t('O')),
    {},
    'Notice<sup>1</sup> of H<sub>2</sub>O',
  ],
  ['text that is struck out twice', p(t('42', '<w:dstrike/>') + t(' 40 cents')), {}, '~~42~~ 40 cents'],
  [
    'breaks of other kinds',
    p(t('A') + '<w:r><w:cr/></w:r>' + t('B') + '<w:r><w:br w:type="page"/></w:r>' + t('C')),
    {},
    'A\\\nB\\\nC',
  ],
  [
    'rows of tabs',
    row('', '2025', '2024') + row('Gold (oz)', '1,200', '1,100') + row('Copper (t)', '40', '35'),
    {},
    '|  | 2025 | 2024 |\n| --- | --- | --- |\n| Gold (oz) | 1,200 | 1,100 |\n| Copper (t) | 40 | 35 |',
  ],
  [
    'rows of tabs above an indented line',
    row('Record date', '13 May 2025') + row('Payment', '30 May 2025') + row('', 'The Board may change these.'),
    {},
    '|  |  |\n| --- | --- |\n| Record date | 13 May 2025 |\n| Payment | 30 May 2025 |\n\nThe Board may change these.',
  ],
  [
    'tabs behind labels',
    row('1.', 'First') + row('2.', 'Second') + words + row('Tel:', '08 5550 0100') + row('Email:', 'jo@example.com'),
    {},
    '1\\. First\n\n2\\. Second\n\nExample Minerals Limited (ASX: XMX) poured metal.\n\nTel: 08 5550 0100\n\nEmail: jo@example.com',
  ],
  [
    'the boxes and lists of an older form',
    p(
      box('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') +
        t(' Yes ') +
        box('<w:checkBox><w:default w:val="0"/></w:checkBox>') +
        t(' No: ') +
        box('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Cash"/><w:listEntry w:val="Shares"/></w:ddList>'),
    ),
    {},
    '☒ Yes ☐ No: Shares',
  ],
  [
    'a formula',
    p(
      t('Grade is ') +
        '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>' +
        t('.'),
    ),
    {},
    'Grade is (a)/(b).',
  ],
  [
    'content controls and fields',
    `<w:sdt><w:sdtPr/><w:sdtContent>${p(t('☒ Yes'))}</w:sdtContent></w:sdt>${p('<w:fldSimple w:instr="SEQ Table">' + t('Table 1') + '</w:fldSimple>' + t(': Assays'))}`,
    {},
    '☒ Yes\n\nTable 1: Assays',
  ],
])('a Word file with %s arrives as a reader sees it', async (_, body, parts, expected) => {
  const { draft } = await importOf(
    makeDocx(p(t('ASX release of the company Example Minerals, to be read first.')) + body, parts),
  );
  expect(draft.body.replace(/^ASX release of[^\n]*\n\n/, '')).toBe(expected);
});

test('importDocument() takes tracked changes of a Word file as accepted, and has a person confirm them', async () => {
  const { draft, notes } = await importOf(
    makeDocx(
      p(
        t('The offer closes on ') +
          `<w:del>${'<w:r><w:delText>1</w:delText></w:r>'}</w:del><w:ins>${t('8')}</w:ins>` +
          t(' November.') +
          `<w:moveFrom>${t(' Gone.')}</w:moveFrom>`,
      ) + p(`<w:moveTo>${t('Moved here.')}</w:moveTo>`),
    ),
  );
  expect(draft.body).toBe('The offer closes on 8 November.\n\nMoved here.');
  expect(draft.review?.at(-1)).toEqual({
    field: 'body',
    value: 'the text with 4 tracked changes accepted',
    evidence: 'the document has changes that nobody has accepted or refused yet',
    confidence: 'likely',
  });
  expect(notes[0]).toBe(
    'The document has 4 tracked changes; the text is as if all were accepted. Somebody must confirm it before it is published.',
  );
  expect(notes).toContain('Left out the text that tracked changes delete: “1”');
});

test('importDocument() names the table of contents of a Word file, and leaves it out', async () => {
  const entry = p(t('Highlights') + '<w:r><w:tab/></w:r>' + t('2'), '<w:pStyle w:val="T1"/>');
  const inBlock = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(t('Contents'))}</w:sdtContent></w:sdt>`;
  const { draft, notes } = await importOf(
    makeDocx(inBlock + entry + p(t('Metal was poured.')), {
      styles: '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>',
    }),
  );
  expect(draft.body).toBe('Metal was poured.');
  expect(notes).toContain('Left out the table of contents: “Contents Highlights 2”');
});

test('importDocument() counts a raised figure of a Word file as a word of its own on both sides', async () => {
  const { measure } = await importOf(
    makeDocx(
      p(t('Results for the quarter')) + p(t('It has 10') + t('6', '<w:vertAlign w:val="superscript"/>') + t(' t')),
    ),
  );
  expect(measure).toMatchObject({ seen: 9, shown: 9, added: [], lost: [] });
});

test('importDocument() names what of a Word file is not part of its text', async () => {
  const { draft, notes } = await importOf(
    makeDocx(words + p(t('Secret draft', '<w:vanish/>')) + p('<w:r><w:commentReference w:id="0"/><c:chart/></w:r>'), {
      comments: `<w:comment w:id="0">${p(t('Check this.'))}</w:comment>`,
      header1: p(t('Example Minerals Limited')),
      footer1: p(t('Page 1')),
    }),
  );
  expect(draft.body).toBe('Example Minerals Limited (ASX: XMX) poured metal.');
  expect(notes).toEqual([
    'Left out 1 comment: “Check this.”',
    'Left out the header of the pages: “Example Minerals Limited”',
    'Left out the footer of the pages: “Page 1”',
    'Left out hidden text: “Secret draft”',
    'Left out 1 chart; save the document as PDF to have it beside the release.',
  ]);
});

test('readZip() gives back what writeZip() has written', () => {
  const files = new Map([
    ['a/b.txt', new TextEncoder().encode('metal')],
    ['ä', new Uint8Array()],
  ]);
  expect(readZip(writeZip(files))).toEqual(files);
});

test('importDocument() refuses a zip bomb, whatever it says of its size', async () => {
  const bomb = deflateRawSync(new Uint8Array(300 * 1024 * 1024));
  for (const said of [300 * 1024 * 1024, 10]) {
    const zip = writeZip(new Map([['word/document.xml', bomb]]));
    const view = new DataView(zip.buffer);
    const list = view.getUint32(zip.length - 6, true);
    view.setUint16(8, 8, true);
    view.setUint16(list + 10, 8, true);
    view.setUint32(list + 24, said, true);
    await expect(importOf(zip)).rejects.toThrow(
      'The file would unpack to more than 200 MB, more than any document; it was left.',
    );
  }
});

test('importDocument() refuses a Word file nested deeper than Word does, and one without a text, in words', async () => {
  const [open, close] = ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'];
  const deep = makeDocx(open.repeat(20_000) + p(t('x')) + close.repeat(20_000));
  await expect(importOf(deep)).rejects.toThrow('The Word file has elements nested deeper than 500.');
  const empty = writeZip(new Map([['word/document.xml', new TextEncoder().encode('<w:document></w:document>')]]));
  await expect(importOf(empty)).rejects.toThrow('The Word file is damaged and cannot be read.');
});

test('importDocument() refuses a broken Word file in words', async () => {
  await expect(importOf(Buffer.from('PK\u0003\u0004 nothing'))).rejects.toThrow(
    'The file is broken and cannot be read.',
  );
});

test('importDocument() shows no text that a field of a Word file only keeps for other fields', async () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (instruction: string, shown: string) =>
    `${mark('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${mark('separate')}${t(shown)}${mark('end')}`;
  const simple = `<w:fldSimple w:instr=" SET b &quot;gone&quot; ">${t('gone')}</w:fldSimple>`;
  const { draft } = await importOf(
    makeDocx(
      words + p(field(' SET a "kept" ', 'kept') + simple + t('The text is ') + field(' REF a ', 'kept') + t('.')),
    ),
  );
  expect(draft.body).toBe('Example Minerals Limited (ASX: XMX) poured metal.\n\nThe text is kept.');
});

test('importDocument() reads a Word file whose list names a level that Word does not have', async () => {
  const { draft } = await importOf(
    makeDocx(words + item('deep', 99_999_999), lists(level(99_999_999, 'decimal', '%1.'))),
  );
  expect(draft.body).toContain('deep');
});

test('importDocument() takes no heading of every document, caption or entry of contents for a headline', async () => {
  for (const line of ['Quarterly highlights:', 'Figure 1: Location of the holes', 'Introduction ........ 3']) {
    const { draft } = await importOf(makeDocx(p(t(line)) + p(t('First metal poured')) + words));
    expect(draft.title, line).toBe('First metal poured');
  }
});

test('importDocument() takes a headline of a Word file whole that goes on in a second bold paragraph, and no other', async () => {
  const bold = (text: string) => p(t(text, '<w:b/>'));
  const of = (...heads: string[]) =>
    importDocument(
      'a.docx',
      makeDocx(heads.map(bold).join('') + p(t('Example Minerals Limited (ASX: XMX) poured metal.'))),
      {},
      { today: '2026-11-23' },
    );
  const whole = await of('First metal poured at the', 'Prieska plant in Perth');
  expect(whole.draft.title).toBe('First metal poured at the Prieska plant in Perth');
  expect(whole.draft.body).toBe('Example Minerals Limited (ASX: XMX) poured metal.');
  expect((await of('First metal poured', 'Months ahead of plan')).draft.title).toBe('First metal poured');
});
