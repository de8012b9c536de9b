import { expect, test } from 'vitest';
import { parseRelease } from '../../src/release/parse.ts';

/** Field, rule, message and hint of each problem of a release that has a title, a code and a date beside these fields. */
function findings(fields: string): string[][] {
  const required = { title: 'x', code: 'XMX', date: '2020-07-30' };
  const missing = Object.entries(required).filter(([name]) => !new RegExp(`^${name}:`, 'm').test(fields));
  const lines = missing.map(([name, value]) => `${name}: ${value}\n`).join('');
  const { problems } = parseRelease('x.md', `---\n${lines}${fields}\n---\n`);
  return problems.map((problem) => [problem.field ?? '', problem.rule, problem.message, problem.hint]);
}

test('no field takes a control character or half a character that YAML wrote by number', () => {
  const hint = 'Type the value again instead of pasting it.';
  const message = (shown: string) => `${shown} holds a control character, which no reader can see.`;
  expect(findings('title: "Metal\\x07"')).toEqual([['title', 'control-character', message('"Metal\\u0007"'), hint]]);
  expect(findings('title: "Metal\\ud835"')).toEqual([['title', 'control-character', message('"Metal\\ud835"'), hint]]);
  for (const field of [
    'source:\n  url: "https://example.com/\\x01"',
    'contacts:\n  - email: "a\\x01@example.com"',
    'related: "2020/a\\x01"',
    'attachments: "a\\x01.pdf"',
    'code: "XM\\x01"',
    'language: "de\\x01"',
  ])
    expect(findings(field).map(([, rule]) => rule)).toEqual(['control-character']);
});

// Each row: the fields, then the field, the rule, the message and the hint of its one problem.
test.each([
  [
    'aliases: /news/?id=7',
    'aliases',
    'alias-malformed',
    '"/news/?id=7" has a query, and files are found by the path before it alone: it would lead every query of that page here.',
    'Take it out, and set up this one redirect at the host; docs/hosting.md has the rule for each under "Old addresses with a query".',
  ],
  [
    'aliases: //example.com/news',
    'aliases',
    'alias-malformed',
    '"//example.com/news" is not an old address on this site.',
    'Write /news.',
  ],
  [
    'attachments:\n  - file: a.pdf\n    pages: 12 pages',
    'attachments.0.pages',
    'number-malformed',
    '"12 pages" is not a whole number above zero.',
    'Write digits only, for example 12.',
  ],
  [
    'source:\n  url: https://example.com/a b',
    'source.url',
    'url-malformed',
    '"https://example.com/a b" is not a web address.',
    'Write it in full, with https:// before it and without spaces, for example https://example.com/investors/.',
  ],
  [
    'source:\n  url: javascript:https://example.com/',
    'source.url',
    'url-malformed',
    '"javascript:https://example.com/" is not a web address.',
    'Write it in full, with https:// before it and without spaces, for example https://example.com/investors/.',
  ],
  [
    'source:\n  exchangeId: ID2257543',
    'source.exchangeId',
    'exchange-id-mangled',
    '"ID2257543" is not a document id of the exchange.',
    'Write its eight digits with leading zeros, for example 02257543, or leave it out.',
  ],
  [
    'contacts:\n  - email: a@example.com b@example.com',
    'contacts.0.email',
    'email-malformed',
    '"a@example.com b@example.com" is not an e-mail address.',
    'Write it with an @ and without spaces, for example investors@example.com.',
  ],
  [
    'date: 30/7/2020 9:15',
    'date',
    'date-malformed',
    '"30/7/2020 9:15" is not a date in the form that the archive reads.',
    'Write year, month and day with hyphens: 2020-07-30 09:15.',
  ],
  ['code: bhp', 'code', 'code-malformed', '"bhp" is not an ASX code.', 'Write the code in capitals: BHP.'],
  [
    'code: BHP.AX',
    'code',
    'code-malformed',
    '"BHP.AX" is not an ASX code.',
    'Write the code in capitals alone, without other signs: BHP.',
  ],
  ...['ХМХ', 'ＸＭＸ', 'хМx', 'ΧΜΧ'].map((code) => [
    `code: ${code}`,
    'code',
    'code-malformed',
    `"${code}" is not an ASX code: it holds characters of another alphabet or width that only look like A to Z or 0 to 9.`,
    'Type it anew: XMX.',
  ]),
  ['code: [XMX, xzx]', 'code.1', 'code-malformed', '"xzx" is not an ASX code.', 'Write the code in capitals: XZX.'],
  [
    'code: "XMX,XZX"',
    'code',
    'code-malformed',
    '"XMX,XZX" is not an ASX code.',
    'Write several as a list: [XMX, XZX].',
  ],
  [
    'date: 30/7/2020',
    'date',
    'date-malformed',
    '"30/7/2020" is not a date in the form that the archive reads.',
    'Write year, month and day with hyphens: 2020-07-30.',
  ],
  [
    'date: 30 July 2020',
    'date',
    'date-malformed',
    '"30 July 2020" is not a date in the form that the archive reads.',
    'Write year, month and day with hyphens: 2020-07-30.',
  ],
  [
    'date: 2020-02-30',
    'date',
    'date-no-such-day',
    '"2020-02-30" is a day that does not exist.',
    'February 2020 has 29 days; write the day on which the release was announced.',
  ],
  [
    'date: 2020-13-01',
    'date',
    'date-no-such-day',
    '"2020-13-01" is a day that does not exist.',
    'Months run from 01 to 12; write year, month and day, for example 2020-07-30.',
  ],
  [
    'date: 2020-07-30 24:00',
    'date',
    'date-no-such-time',
    '"2020-07-30 24:00" holds a time that no clock shows.',
    'Write hours from 00 to 23 and minutes from 00 to 59, for example 2020-07-30 09:15.',
  ],
  [
    'date: 2020-10-04 02:30',
    'date',
    'date-skipped',
    "Sydney's clocks never showed 02:30 on 4 October 2020, because daylight saving began.",
    'Write the time that the clocks did show, or the moment with its offset, for example 2020-10-04 03:30+11:00.',
  ],
  [
    'date: 2020-04-05 02:30',
    'date',
    'date-ambiguous',
    'Sydney showed 02:30 on 5 April 2020 twice, because daylight saving ended.',
    'Add the offset: 2020-04-05 02:30+11:00 for the first, 2020-04-05 02:30+10:00 for the second.',
  ],
  [
    'date: 2020-07-30 09:15 +25:00',
    'date',
    'date-malformed',
    '"2020-07-30 09:15 +25:00" is not a date in the form that the archive reads.',
    'Write year, month and day with hyphens: 2020-07-30, or with the Sydney time 2020-07-30 09:15.',
  ],
  [
    'types: Trading Halt',
    'types',
    'type-malformed',
    '"Trading Halt" is not the short name of an announcement type.',
    'Write trading-halt.',
  ],
  [
    'types: []',
    'types',
    'field-form',
    'The field "types" must be a list with at least one entry, but it is a list.',
    'Write it in this form: types: [trading-halt]',
  ],
  [
    'typedBy: me',
    'typedBy',
    'value-not-allowed',
    '"me" is not one of the values that this field takes.',
    'Write exchange or archive.',
  ],
  [
    'priceSensitive: yes',
    'priceSensitive',
    'value-not-allowed',
    '"yes" is not one of the values that this field takes.',
    'Write true or false.',
  ],
  [
    'draft: "True"',
    'draft',
    'value-not-allowed',
    '"True" is not one of the values that this field takes.',
    'Write true or false.',
  ],
  [
    'contacts:\n  - email: jane at example.com',
    'contacts.0.email',
    'email-malformed',
    '"jane at example.com" is not an e-mail address.',
    'Write it with an @ and without spaces, for example investors@example.com.',
  ],
  [
    'source:\n  url: www.example.com',
    'source.url',
    'url-malformed',
    '"www.example.com" is not a web address.',
    'Write it in full, with https:// before it and without spaces, for example https://example.com/investors/.',
  ],
  [
    'source:\n  exchangeId: 2257543',
    'source.exchangeId',
    'exchange-id-mangled',
    '"2257543" is not a document id of the exchange.',
    'The id has eight digits; a spreadsheet may have dropped its leading zeros: 02257543.',
  ],
  [
    'source:\n  exchangeId: abc',
    'source.exchangeId',
    'exchange-id-mangled',
    '"abc" is not a document id of the exchange.',
    'Write its eight digits with leading zeros, for example 02257543, or leave it out.',
  ],
  [
    'source:\n  retrieved: 2020-07-30 09:15',
    'source.retrieved',
    'day-with-time',
    '"2020-07-30 09:15" holds a time of day.',
    'Write the day alone, for example 2020-07-30.',
  ],
  [
    'source:\n  retrieved: 2020-02-30',
    'source.retrieved',
    'date-no-such-day',
    '"2020-02-30" is a day that does not exist.',
    'February 2020 has 29 days; write the day on which the release was announced.',
  ],
  [
    'attachments: ../a.pdf',
    'attachments',
    'attachment-outside',
    '"../a.pdf" is a path; attachments lie in the folder of their release.',
    'Put the file beside the release and write its name alone: a.pdf.',
  ],
  [
    'attachments: a.html',
    'attachments',
    'attachment-type',
    '"a.html" is of a type that the archive does not publish (.html).',
    'Attach one of: pdf, doc, docx, xls, xlsx, ppt, pptx, odt, ods, odp, rtf, csv, txt, zip, png, jpg, jpeg, gif, webp, avif.',
  ],
  [
    'attachments: report',
    'attachments',
    'attachment-type',
    '"report" is of a type that the archive does not publish.',
    'Attach one of: pdf, doc, docx, xls, xlsx, ppt, pptx, odt, ods, odp, rtf, csv, txt, zip, png, jpg, jpeg, gif, webp, avif.',
  ],
  [
    'attachments: a#1.pdf',
    'attachments',
    'attachment-name',
    'The file name "a#1.pdf" holds a character that some systems or addresses cannot hold (< > : " | ? * \\ # %).',
    'Rename the file with letters, digits, hyphens and dots, for example investor-presentation.pdf.',
  ],
  [
    'attachments:\n  - file: a.pdf\n    pages: twelve',
    'attachments.0.pages',
    'number-malformed',
    '"twelve" is not a whole number above zero.',
    'Write digits only, for example 12.',
  ],
  [
    'attachments:\n  - file: a.pdf\n    pages: 0',
    'attachments.0.pages',
    'number-malformed',
    '"0" is not a whole number above zero.',
    'Write digits only, for example 12.',
  ],
  [
    'attachments:\n  - url: https://example.com/a.pdf\n    sha256: ABC',
    'attachments.0.sha256',
    'sha256-malformed',
    '"ABC" is not a SHA-256 digest.',
    'Write the 64 digits, 0 to 9 and a to f, that sha256sum prints for the file.',
  ],
  [
    'corrects:\n  - release: 2020/a b\n    kind: correction',
    'corrects.0.release',
    'id-malformed',
    '"2020/a b" is not the id of a release.',
    'Write the path of its file below the releases folder, without .md, for example 2020/2020-07-30-first-metal.',
  ],
  [
    'corrects:\n  - release: 2020/a.md\n    kind: correction',
    'corrects.0.release',
    'id-malformed',
    '"2020/a.md" is not the id of a release.',
    'Write 2020/a.',
  ],
  [
    'corrects:\n  - release: 2020/a\n    kind: fix',
    'corrects.0.kind',
    'value-not-allowed',
    '"fix" is not one of the values that this field takes.',
    'Write correction, clarification, replacement, retraction or cancellation.',
  ],
  ['related: /2020/a', 'related', 'id-malformed', '"/2020/a" is not the id of a release.', 'Write 2020/a.'],
  ['aliases: news/x', 'aliases', 'alias-malformed', '"news/x" is not an old address on this site.', 'Write /news/x.'],
  [
    'aliases: /a%0Ab',
    'aliases',
    'alias-malformed',
    '"/a%0Ab" holds a control character, which no host takes in an address.',
    'Take it out, or write the address as a browser shows it.',
  ],
  [
    'aliases: /a/../b',
    'aliases',
    'alias-malformed',
    '"/a/../b" is not an old address on this site.',
    'Write the path alone, with / first and without .. or a question mark, for example /news/first-metal/.',
  ],
  [
    'aliases: /',
    'aliases',
    'alias-malformed',
    '"/" is not an old address on this site.',
    'Write the path alone, with / first and without .. or a question mark, for example /news/first-metal/.',
  ],
  [
    'aliases: https://example.com/a',
    'aliases',
    'alias-malformed',
    '"https://example.com/a" is not an old address on this site.',
    'Write /a.',
  ],
  [
    'language: en_AU',
    'language',
    'language-malformed',
    '"en_AU" is not a language tag.',
    'Write a BCP 47 tag, for example en-AU, de or zh-Hant.',
  ],
  [
    'title: "a\\nb"',
    'title',
    'title-not-one-line',
    'The headline runs over several lines or holds a tab.',
    'Write it on one line, in quotation marks.',
  ],
  [
    'title: "a\\u200bb"',
    'title',
    'title-invisible-character',
    'The headline "a\\u200bb" holds an invisible or direction-changing character.',
    'Delete the character shown as \\u and a number, or type the headline again.',
  ],
  ['summary: "  "', 'summary', 'value-empty', 'The value is empty.', 'Write the value, or take the line out.'],
  [
    'titel: y',
    'titel',
    'field-unknown',
    '"titel" is not a field that the archive knows; it is left out.',
    'Did you mean title?',
  ],
  [
    'url: y',
    'url',
    'field-unknown',
    '"url" is not a field that the archive knows; it is left out.',
    'Take the line out, or look up the field in docs/release-format.md.',
  ],
  [
    'source:\n  adress: x',
    'source.adress',
    'field-unknown',
    '"adress" is not a field that the archive knows; it is left out.',
    'Take the line out, or look up the field in docs/release-format.md.',
  ],
  [
    'date: 7/30/2020',
    'date',
    'date-malformed',
    '"7/30/2020" is not a date in the form that the archive reads.',
    'Write year, month and day with hyphens: 2020-07-30, or with the Sydney time 2020-07-30 09:15.',
  ],
])('%j', (fields, ...finding) => {
  expect(findings(fields)).toEqual([finding]);
});

test.each([
  'code: 360',
  'code: [1E5, BHP, XMXDB1]',
  'date: 2020-07-30T09:15:30Z',
  'date: 2020-07-30 09:15 +1000',
  'types: [progress-report, not-in-the-vocabulary]',
  'priceSensitive: false',
  'title: "שלום 鉱山 𝑥 😀 – “½” < > & # : \\\\"',
  'summary: "two\\nlines"',
  'source:\n  url: HTTPS://example.com/a?b=c&d[]=%20#e\n  exchangeId: 02924-02257543-2A1234567',
  'attachments:\n  - Übersicht (1) & Anhang.PDF\n  - url: https://example.com/a.pdf\n    bytes: 1',
  'related: 2021/2021-03-01-results-v1.2',
  "aliases: [/news/a%20b.html, '/~x/$1/(a)']",
  'language: zh-Hant-HK',
])('%j is accepted', (fields) => {
  expect(findings(fields)).toEqual([]);
});

test('one value and a list of one are the same', () => {
  const release = (fields: string) => parseRelease('x.md', `---\ntitle: x\ndate: 2020-07-30\n${fields}\n---\n`).release;
  expect(release('code: XMX\ntypes: other\nattachments: a.pdf')).toEqual(
    release('code: [XMX]\ntypes:\n  - other\nattachments:\n  - file: a.pdf'),
  );
});

test('numbers and flags are typed, and everything else stays text', () => {
  const { release } = parseRelease(
    'x.md',
    '---\ntitle: 360\ncode: 1E5\ndate: 2020-07-30\ndraft: false\npriceSensitive: true\nattachments:\n  - file: 1.pdf\n    pages: 12\n---\n',
  );
  expect(release).toMatchObject({
    title: '360',
    code: ['1E5'],
    draft: false,
    priceSensitive: true,
    attachments: [{ file: '1.pdf', pages: 12 }],
  });
});
