import { expect, test } from 'vitest';
import { checkArchive, checkText } from '../../../src/archive/check/check-archive.ts';
import { createCheckContext } from '../../../src/archive/check/context.ts';
import { readReleases } from '../../../src/archive/read/read-releases.ts';
import { config } from '../../../src/config.ts';
import { folderWith, NOW, release } from '../../support/releases-folder.ts';

/** What check says of these files: place, rule, message. */
function told(files: Readonly<Record<string, string>>): string[] {
  const problems = checkArchive(readReleases(folderWith(files), ''), NOW, config.advice);
  return problems.map(({ file, line, rule, message, hint }) => `${file}:${line} ${rule}: ${message} ${hint}`);
}

const PDF = '%PDF-1.4\n%%EOF\n';

test.each([
  ['a.pdf', '', '"a.pdf" is empty.'],
  ['a.pdf', '\n\n', '"a.pdf" holds nothing but blanks.'],
  ['a.pdf', '<html><title>Sign in</title>', '"a.pdf" is a web page, not a PDF.'],
  ['a.pdf', '\ufeff<!DOCTYPE html>\n<html>', '"a.pdf" is a web page, not a PDF.'],
  ['a.pdf', 'Not found\n', '"a.pdf" is a text ("Not found"), not a PDF.'],
  ['a.pdf', 'PK\u0003\u0004 word/document.xml', '"a.pdf" is an office file or a zip file, not a PDF.'],
  ['a.pdf', '[InternetShortcut]\nURL=https://example.com/', '"a.pdf" is a shortcut to a file or a page, not a PDF.'],
  ['a.pdf', 'From: jo@example.com\nSubject: Report\n\nAttached.', '"a.pdf" is an e-mail, not a PDF.'],
  ['a.docx', PDF, '"a.docx" is a PDF, not a Word document.'],
  ['a.xlsx', 'Hole,From\nSC1,10\n', '"a.xlsx" is a text ("Hole,From"), not an Excel workbook.'],
  ['a.csv', '<table><tr><td>1</td></tr></table>', '"a.csv" is a web page, not a table of comma-separated values.'],
])('checkArchive() says of the attachment %s with %j what it is', (name, content, message) => {
  const [first = ''] = told({ 'r.md': release({ attachments: name }), [name]: content });
  expect(first.slice(0, 'r.md:5 '.length + 1)).toBe('r.md:5 a');
  expect(first).toContain(`: ${message} `);
});

test.each([
  ['a.pdf', PDF],
  ['a.pdf', `A line of a mail program\n${PDF}`],
  ['a.txt', 'Plain.'],
  ['a.doc', '{\\rtf1 as Word writes it}'],
])('checkArchive() takes the attachment %s with %j', (name, content) => {
  expect(told({ 'r.md': release({ attachments: name }), [name]: content })).toEqual([]);
});

test('checkArchive() warns of a PDF that was not downloaded whole', () => {
  const linear = '%PDF-1.4\n1 0 obj <</Linearized 1/L 90210/H[1 2]>> endobj startxref 0 %%EOF 2 0 obj <<';
  const cut = ': The end of "a.pdf" is missing: the file was not copied or downloaded whole.';
  expect(told({ 'r.md': release({ attachments: 'a.pdf' }), 'a.pdf': linear })[0]).toContain(`attachment-cut-off${cut}`);
  expect(told({ 'r.md': release({ attachments: 'a.pdf' }), 'a.pdf': '%PDF-1.4\n1 0 obj' })[0]).toContain(cut);
});

test.each([
  'b.md.txt',
  'b.txt',
  'b',
  'b.markdown',
  'b.mdx',
  'b.md~',
  'b.md.bak',
  'b.md (1)',
  'b.md.rtf',
  'b.mkd',
  'b.md.docx',
])('checkArchive() names %s, which looks like a release and is not read', (name) => {
  const [first = ''] = told({ 'a.md': release(), [name]: release({ title: 'Second' }) });
  expect(first).toContain(
    `${name}:1 file-not-read: "${name}" looks like a release, but only files that end in .md are read; the site leaves it out. `,
  );
  expect(first).toContain('b.md.');
});

test.each(['archive.yaml', 'Archive.yml', 'archive.yml.txt', '2020/archive.yml'])(
  'checkArchive() names %s, which is not the archive’s own',
  (name) => {
    expect(told({ 'a.md': release(), [name]: 'title: A\n' })[0]).toContain(
      "is not read: the archive's own facts are in archive.yml in the releases folder itself.",
    );
  },
);

test('checkArchive() names documents that no release names, and says what may become of them', () => {
  expect(
    told({
      'a.md': release(),
      'a.pdf': PDF,
      'b.pdf': PDF,
      'c.msg': 'x',
      'd.pages': 'x',
      'e.rtf': 'x',
      'f.png': 'x',
      'Thumbs.db': 'x',
      '~$a.docx': 'x',
    }),
  ).toEqual([
    'a.pdf:1 file-unused: No release names "a.pdf", so it is not published. Write attachments: a.pdf into a.md, or move it out of the releases folder.',
    'b.pdf:1 file-unused: No release names "b.pdf", so it is not published. Write its name under attachments: of its release, make a release of it with npm run import, or move it out of the folder.',
    'c.msg:1 file-unused: No release names "c.msg", so it is not published. Make a release of it with npm run import, or move it out of the releases folder.',
    'd.pages:1 file-unused: No release names "d.pages", so it is not published. Move it out of the releases folder, or save it as a PDF and attach that.',
    'e.rtf:1 file-unused: No release names "e.rtf", so it is not published. Write its name under attachments: of its release, or move it out of the folder.',
    'f.png:1 file-unused: No release names "f.png", so it is not published. Write its name under attachments: of its release, show it in its text, or move it out of the folder.',
  ]);
});

test('checkArchive() takes files for named that drafts, texts and broken releases name', () => {
  const rules = told({
    'a.md': release({ draft: 'true', attachments: 'a.pdf' }, 'See [the data](b%201.csv).'),
    'd.md': release({ title: 'Third' }, 'See [page 3](c.csv#page=3).'),
    'c.csv': 'Hole,From\nSC1,10\n',
    'c.md': release({ code: 'xmx', attachments: 'c.pdf' }),
    'a.pdf': PDF,
    'b 1.csv': 'x',
    'c.pdf': PDF,
  }).map((line) => line.split(' ')[1]);
  expect(rules).toEqual(['code-malformed:']);
});

const at = (date: string, more: Readonly<Record<string, string>> = {}, body = 'The text.'): string =>
  release({ date, ...more }, body);

test('checkArchive() names a release that is there twice', () => {
  const hint = 'Delete one of the two files; if both were announced, name the other under related:.';
  expect(told({ 'a.md': at('2020-07-30 09:15'), 'b.md': at('2020-07-30 09:15', {}, 'Other text.') })).toEqual([
    `b.md:2 release-twice: The headline, the code and the time are those of "a.md". ${hint}`,
  ]);
  expect(
    told({ 'a.md': at('2020-07-30'), 'b.md': at('2020-07-30 09:15', { title: '“First metal produced”' }) })[1],
  ).toBe(`b.md:2 release-twice: The headline, the code and the day are those of "a.md", and so is the text. ${hint}`);
});

test.each([
  ['another time', at('2020-07-30 09:16', {}, 'Other.')],
  ['the same text at another minute', at('2020-07-30 09:16')],
  ['another text without a time', at('2020-07-30', {}, 'Other.')],
  ['another company', at('2020-07-30 09:15', { code: 'QQX' })],
  ['another document of the exchange', at('2020-07-30 09:15', { source: '\n  exchangeId: "02257544"' })],
  ['a relation to the first', at('2020-07-30 09:15', { related: 'a' })],
  ['a draft of the same', at('2020-07-30 09:15', { draft: 'true' })],
])('checkArchive() takes %s for another release', (_, second) => {
  expect(told({ 'a.md': at('2020-07-30 09:15', { source: '\n  exchangeId: "02257543"' }), 'b.md': second })).toEqual(
    [],
  );
});

test.each(['2020-07-29-metal', '20200729-metal', '29-07-2020-metal', '2020_07_29'])(
  'checkArchive() compares the day in the name %s with the date',
  (name) => {
    expect(told({ [`${name}.md`]: release() })[0]).toContain(
      `date-not-of-name: The release is dated 30 July 2020, but the name of its file begins with "${name.slice(0, 10)}". Correct whichever is wrong`,
    );
  },
);

test.each(['2020-07-30-metal', '20200730-metal', '2020-07-metal', 'metal-2019-01-01', '1234-5678-metal'])(
  'checkArchive() takes the name %s',
  (name) => {
    expect(told({ [`${name}.md`]: release() })).toEqual([]);
  },
);

test('checkArchive() warns of characters that turn the direction of a text, a summary or an authoriser', () => {
  const fields = { summary: '"Up \\u202e5%"', authorisedBy: '"the \\u2066Board"' };
  const found = told({ 'a.md': release(fields, 'One.\n\nTwo \u202ethree.') });
  const says = (of: string, sign: string): string =>
    `title-invisible-character: The ${of} holds an invisible character ("${sign}") that changes the direction of what follows it. Delete it, or type the words again.`;
  expect(found).toEqual([
    `a.md:5 ${says('value', '\\u202e')}`,
    `a.md:6 ${says('value', '\\u2066')}`,
    `a.md:11 ${says('text', '\\u202e')}`,
  ]);
});

test('checkArchive() asks for a text where there is no document either', () => {
  const sentence = 'text-empty: The release has no text and no document, so its page says nothing.';
  for (const body of ['', '\u00a0', '&nbsp;', '&ensp;', '&#8203;', '<br>', '---', '\u200b']) {
    expect(told({ 'a.md': release({}, body) })[0]).toContain(sentence);
  }
  expect(told({ 'a.md': release({ attachments: 'a.pdf' }, ''), 'a.pdf': PDF })).toEqual([]);
  expect(told({ 'a.md': release({ source: '\n  exchangeUrl: https://example.com/a' }, '') })).toEqual([]);
});

test.each([
  'See attached.',
  'Please see attached PDF',
  'Refer to the attached document.',
  'TBC',
  '**TBA**',
  'TODO',
  'To be completed.',
  'To be advised',
  'Text to follow',
  '# Quarterly report',
])('checkArchive() warns of a text that says nothing where there is no document: %s', (body) => {
  expect(told({ 'a.md': release({}, body) })[0]).toContain(
    `text-empty: All that the release says is "${body}", and it has no document.`,
  );
  expect(told({ 'a.md': release({ attachments: 'a.pdf' }, body), 'a.pdf': PDF })).toEqual([]);
});

test.each([
  'The results are to be completed.',
  'See [attached](https://example.com/a.pdf).',
  'See attached.\n\nThe offer closes on 3 May.',
  '# Quarterly report\n\nRevenue rose.',
  '# [Quarterly report](https://example.com/a.pdf)',
  'TBC Minerals was renamed.',
])('checkArchive() takes the text %j', (body) => {
  expect(told({ 'a.md': release({}, body) })).toEqual([]);
});

test.each([
  ['title', '“Quarterly report”'],
  ['title', '“Quarterly report'],
  ['title', '‘Quarterly report’'],
  ['title', '„Quarterly report“'],
  ['authorisedBy', '‘the Board’s chair’'],
  ['summary', '”Quarterly report”'],
])('checkArchive() warns of the marks in %s: %s', (field, value) => {
  expect(told({ 'a.md': release({ [field]: value }) })[0]).toContain(
    `curly-quotes: The quotation marks around "${value}" are part of the value, and pages show them.`,
  );
});

test.each(['“Metal” and “Oil”', '"“Best quarter yet”"', "'‘Metal’'", '“Best” quarter', '‘000 ounces', '’Tis done'])(
  'checkArchive() takes the headline %s',
  (title) => {
    expect(told({ 'a.md': release({ title }) })).toEqual([]);
  },
);

test('checkText() says of a text what check says of it once it is a file, and names its lines', () => {
  const first = at('2020-07-30 09:15');
  const second = at(
    '2020-07-30 09:15',
    { types: 'placment', attachments: 'b.pdf', code: 'xmx' },
    'One.\n\n10*20*30\n\n[a](x.md)',
  );
  for (const text of [
    second,
    second.replace('xmx', 'XMX'),
    second.replace('xmx', 'XMX').replace('date:', 'draft: true #'),
    'nothing',
  ]) {
    const saved = checkArchive(readReleases(folderWith({ 'a.md': first, 'b.md': text }), ''), NOW, config.advice);
    const archive = createCheckContext(readReleases(folderWith({ 'a.md': first }), ''));
    expect(checkText(archive, 'b', text, NOW, config.advice)).toEqual(saved);
  }
});

test('a message names the whole path of another file, however long it is', () => {
  const long = `2020/2020-07-30-${'change-of-directors-interest-notice-'.repeat(3)}a`;
  const [first] = told({ [`${long}.md`]: at('2020-07-30 09:15'), [`${long}b.md`]: at('2020-07-30 09:15') });
  expect(first).toContain(`are those of "${long}.md", and so is the text.`);
});

test('check asks of no year of a folder: an archive may lie in folders of any kind', () => {
  expect(told({ '2026/a.md': at('2020-07-30 09:15') })).toEqual([]);
});

test('check names codes that archive.yml does not know, or that were not in use on the day', () => {
  const settings = (former = ''): string => `companies:\n  - code: XMX\n    name: Example Minerals Limited\n${former}`;
  expect(told({ 'archive.yml': settings(), 'a.md': release({ code: 'QQQ' }) })).toEqual([
    'a.md:3 code-unknown: No company in archive.yml has the code "QQQ", so pages show the code in the place of a name. Correct the code, or name the company in archive.yml, under companies.',
  ]);
  expect(told({ 'archive.yml': settings(), 'a.md': release({ code: 'XMY' }) })).toEqual([
    'a.md:3 code-unknown: No company in archive.yml has the code "XMY", so pages show the code in the place of a name. Did you mean XMX? Correct the code, or name the company in archive.yml, under companies.',
  ]);
  const former = '    former:\n      - code: EXM\n        until: 2018-11-30\n';
  expect(told({ 'archive.yml': settings(former), 'a.md': release({ code: 'EXM' }) })).toEqual([
    'a.md:3 code-not-then: "EXM" was in use until 30 November 2018, by archive.yml; the release is dated 30 July 2020. Write XMX, or correct the date.',
  ]);
  expect(told({ 'archive.yml': settings(former), 'a.md': release({ code: 'EXM', date: '2018-07-30' }) })).toEqual([]);
  expect(told({ 'archive.yml': 'title: Ours\n', 'a.md': release({ code: 'QQQ' }) })).toEqual([]);
});

test('check says which type was meant, but takes no form for another one', () => {
  const rest = "is not one of the exchange's announcement types; the release is listed under it as it stands.";
  expect(told({ 'a.md': release({ types: 'tradng-halt' }) })).toEqual([
    `a.md:5 type-unknown: "tradng-halt" ${rest} Did you mean trading-halt, "Trading Halt"?`,
  ]);
  const [form] = told({ 'a.md': release({ types: 'appendix-3' }) });
  expect(form).toContain(`"appendix-3" ${rest}`);
  expect(form).not.toContain('Did you mean');
});
