import { expect, test } from 'vitest';
import { fieldExamples } from '../../src/release/field-examples.ts';
import { parseRelease } from '../../src/release/parse.ts';

/** The problems of a release that has a title, a code and a date beside these fields. */
function problemsOf(fields: string) {
  const required = { title: 'x', code: 'XMX', date: '2020-07-30' };
  const missing = Object.entries(required).filter(([name]) => !new RegExp(`^${name}:`, 'm').test(fields));
  const lines = missing.map(([name, value]) => `${name}: ${value}\n`).join('');
  return parseRelease('x.md', `---\n${lines}${fields}\n---\n\nText.\n`).problems;
}

// What is written, and what the hint says to write in its place.
test.each([
  ['date: 2024-1-5', 'date: 2024-01-05'],
  ['date: 2024/01/05', 'date: 2024-01-05'],
  ['date: 2024.1.5', 'date: 2024-01-05'],
  ['date: 20240105', 'date: 2024-01-05'],
  ['date: 5/1/2024', 'date: 2024-01-05'],
  ['date: 5 January 2024', 'date: 2024-01-05'],
  ['date: 5th Jan. 2024', 'date: 2024-01-05'],
  ['date: Friday, 5 January 2024', 'date: 2024-01-05'],
  ['date: January 5, 2024', 'date: 2024-01-05'],
  ['date: 5-Sept-2024', 'date: 2024-09-05'],
  ['date: 2024-01-05 9:15', 'date: 2024-01-05 09:15'],
  ['date: 2024-01-05 9.15am', 'date: 2024-01-05 09:15'],
  ['date: 2024-01-05 12:05 a.m.', 'date: 2024-01-05 00:05'],
  ['date: 2024-01-05 4pm', 'date: 2024-01-05 16:00'],
  ['date: 5/1/2024 09:15', 'date: 2024-01-05 09:15'],
  ['date: "Friday, 5 January 2024 at 9:15 PM"', 'date: 2024-01-05 21:15'],
  ['date: 2024-01-05 09:15 AEDT', 'date: 2024-01-05 09:15'],
  ['date: 2024-07-05 09:15 AEST', 'date: 2024-07-05 09:15'],
  ['date: 2024‑01–05', 'date: 2024-01-05'],
  ['date: “2024-01-05”', 'date: 2024-01-05'],
  ['date: 2024-01-05 0915', 'date: 2024-01-05 09:15'],
  ['code: XMX, QQX', 'code: [XMX, QQX]'],
  ['code: xmx / qqx', 'code: [XMX, QQX]'],
  ['types: Trading Halt', 'types: trading-halt'],
  ['types: Appendix 3Y', 'types: change-of-directors-interest-notice'],
  ['types: Form 604', 'types: change-in-substantial-holding'],
  ['types: Half-Year Accounts', 'types: half-year-accounts'],
  ['types: progress_report', 'types: progress-report'],
  ['types: trading-halt, placement', 'types: [trading-halt, placement]'],
  ['types: Trading Halt; Placement', 'types: [trading-halt, placement]'],
  ['related: releases/2024/a.md', 'related: 2024/a'],
  ['related: /releases/2024/a/', 'related: 2024/a'],
  ['related: 2024/a, 2024/b', 'related: [2024/a, 2024/b]'],
  ['related: 2024\\a.md', 'related: 2024/a'],
  ['attachments: https://example.com/a.pdf', 'attachments: [{ url: "https://example.com/a.pdf" }]'],
  ['attachments: “a.pdf”', 'attachments: a.pdf'],
  ['attachments: C:\\Users\\jo\\report.pdf', 'attachments: report.pdf'],
  ['language: German', 'language: de'],
  ['aliases: /news/old gold.html', 'aliases: /news/old%20gold.html'],
  ['aliases: news/gold', 'aliases: /news/gold'],
  ['aliases: https://www.example.com/news/gold/', 'aliases: /news/gold/'],
  ['aliases: news\\gold\\', 'aliases: /news/gold/'],
  ['aliases: " /news/gold/ "', 'aliases: /news/gold/'],
  ['aliases: “/news/gold/”', 'aliases: /news/gold/'],
])('%s: the hint says %s, and that passes', (written, cure) => {
  const hints = problemsOf(written).map(({ hint }) => hint);
  expect(hints).toHaveLength(1);
  const value = cure.slice(cure.indexOf(' ') + 1);
  expect(hints[0]).toContain(value);
  expect(problemsOf(cure)).toEqual([]);
});

test('a date that nobody can be sure of is not guessed', () => {
  const hint = 'Write year, month and day with hyphens: 2020-07-30, or with the Sydney time 2020-07-30 09:15.';
  // An American order, a year of two digits, no day, no date at all.
  for (const date of ['7/30/2020', '14-10-24', '2024-10', 'soon'])
    expect(problemsOf(`date: ${date}`)).toMatchObject([{ rule: 'date-malformed', hint }]);
});

test.each([
  ['2024-10-14 09:15 AEST', '2024-10-14 09:15', '2024-10-14 10:15'],
  ['14 July 2024, 9.15 am AEDT', '2024-07-14 09:15', '2024-07-14 08:15'],
  ['14/10/2024 9:15 am AWST', '2024-10-14 09:15', '2024-10-14 12:15'],
])('of %s, a zone that Sydney was not in, the hint has both times that may be meant', (date, own, other) =>
  expect(problemsOf(`date: ${date}`)).toMatchObject([
    {
      rule: 'date-malformed',
      hint: `Write the time in Sydney, without a zone: ${own} if that is what its clocks showed, ${other} if the zone is right.`,
    },
  ]),
);

test('of a day that takes no time the hint shows none', () => {
  expect(problemsOf('source:\n  retrieved: yesterday')).toMatchObject([
    { hint: 'Write year, month and day with hyphens: 2020-07-30.' },
  ]);
});

test('of a type with several names the hint lists them, and of a word that is none it says where they are', () => {
  expect(problemsOf('types: Appendix 4E')).toMatchObject([
    { rule: 'type-malformed', hint: 'Write preliminary-final-report or full-year-accounts.' },
  ]);
  expect(problemsOf('types: Something New')).toMatchObject([
    {
      hint: 'Choose one of the list at the end of docs/release-format.md, which comes with the program, and write its short name, for example trading-halt.',
    },
  ]);
});

test('the number of a form is no slip for that of another', () => {
  expect(problemsOf('types: Appendix 4C')).toMatchObject([
    { hint: 'Write quarterly-cash-flow-report or commitments-test-entity-quarterly-reports.' },
  ]);
});

test.each(['code', 'types', 'contacts', 'source', 'corrects', 'related', 'aliases'])(
  'where %s is of another form, the hint shows one that passes',
  (field) => {
    const example = fieldExamples[field] ?? '';
    const [problem] = problemsOf(`${field}: ${/: \[(?!\{)/.test(example) ? '[]' : 'x y'}`);
    expect(problem).toMatchObject({ hint: `Write it in this form: ${example}` });
    expect(problemsOf(example)).toEqual([]);
  },
);

test('of an attachment that is of another form, the hint shows one that passes', () => {
  expect(problemsOf('attachments: []')).toMatchObject([
    { hint: 'Write it in this form: attachments: [{ file: report.pdf, title: "Annual report" }]' },
  ]);
  expect(problemsOf(fieldExamples['attachments'] ?? '')).toEqual([]);
});

test('of what goes with another variant of an attachment the message says so', () => {
  expect(problemsOf('attachments:\n  - file: a.pdf\n    url: https://example.com/a.pdf')).toMatchObject([
    {
      field: 'attachments.0.url',
      line: 7,
      rule: 'field-form',
      severity: 'error',
      message: 'An entry that has "file" has no "url".',
      hint: 'Take one of the two lines out, or make two entries of it.',
    },
  ]);
  expect(problemsOf('attachments:\n  - file: a.pdf\n    bytes: 12')).toMatchObject([
    { message: 'An entry that has "file" has no "bytes".' },
  ]);
  expect(problemsOf('attachments:\n  - file: a.pdf\n    Bytes: 12')).toMatchObject([{ rule: 'field-spelling' }]);
});

// What is written, the line and the rule, the message and the hint.
test.each([
  [
    'attachments:\n  -a.pdf\n  -b.pdf',
    6,
    'yaml-dash',
    'The line begins with "-" without a space behind it, so it is no entry of a list.',
    'Type a hyphen and a space before each entry of a list.',
  ],
  [
    'attachments:\n  * a.pdf\n  * b.pdf',
    6,
    'yaml-dash',
    'The line begins with "*", which is not the sign for an entry of a list.',
    'Type a hyphen and a space before each entry of a list.',
  ],
  [
    'summary: "C:\\Users\\report"',
    5,
    'yaml-escape',
    'A backslash inside double quotation marks stands before a sign that it cannot change.',
    'Write \\\\ for a backslash.',
  ],
  [
    "summary: 'Director's report",
    5,
    'yaml-quote-inside',
    'A quotation mark inside the value of summary ends it too early.',
    'Write \\" for each mark inside: summary: "Director\'s report"',
  ],
  [
    'summary:Metal',
    5,
    'yaml-colon-missing',
    'The line "summary:Metal" has no space after its colon, so it names no field.',
    'Write a space after the colon: summary: Metal',
  ],
])('%s: what is wrong and what to write', (written, line, rule, message, hint) => {
  expect(problemsOf(written)).toMatchObject([{ line, rule, message, hint }]);
});

test('a value in braces is no missing value', () => {
  expect(problemsOf('summary: {Quarterly}')).toMatchObject([
    {
      field: 'summary',
      rule: 'field-form',
      message: 'The field "summary" must be one text, but it is a group of fields.',
      hint: 'Write it as one text, in quotation marks where it holds brackets or braces.',
    },
  ]);
});

test('a bracket that is never closed is said to be open', () => {
  expect(problemsOf('types: [trading-halt')).toMatchObject([
    {
      line: 5,
      field: 'types',
      rule: 'yaml-malformed',
      message: 'A bracket is opened in the value of types and never closed.',
      hint: 'Write ] after the last entry: types: [trading-halt]',
    },
  ]);
  expect(problemsOf('summary: [Amended')).toMatchObject([
    { rule: 'yaml-needs-quotes', hint: 'Put it in quotation marks: summary: "[Amended"' },
  ]);
});

test('a document under the name of a release is named as what it is', () => {
  expect(parseRelease('x.md', '%PDF-1.7\n%x\n').problems).toMatchObject([
    { message: 'This is a PDF document, not a release.', hint: 'Make a release of it with npm run import.' },
  ]);
});

test('a front matter without a space after any colon is told so', () => {
  const { problems } = parseRelease('x.md', '---\ntitle:Metal\ncode:XMX\ndate:2020-07-30\n---\n\nText.\n');
  expect(problems).toMatchObject([
    { line: 2, rule: 'yaml-colon-missing', hint: 'Write a space after the colon: title: Metal' },
  ]);
});

test.each([
  ['code: XMX\ntitle： "Metal"\ndate: 2020-07-30', 3, 'title： "Metal"', 'title: "Metal"'],
  ['code: XMX\ndate: 2020-07-30\ntitle：Metal', 4, 'title：Metal', 'title: Metal'],
  ['title：Metal\ncode：XMX', 2, 'title：Metal', 'title: Metal'],
  ['code: XMX\ntypes：\n  - agm', 3, 'types：', 'types:'],
  ['title： >\n  Metal\ndate: 2020-07-30', 2, 'title： >', 'title: >'],
  ['title∶ Metal\ndate: 2020-07-30', 2, 'title∶ Metal', 'title: Metal'],
  ['code: XMX\nattachments:\n  - title： A\n    file: a.pdf', 4, '- title： A', '- title: A'],
])('a sign that only looks like a colon is named: %s', (fields, line, written, better) => {
  const { problems } = parseRelease('x.md', `---\n${fields}\n---\n\nText.\n`);
  const sign = /[：∶]/.exec(written)?.[0] ?? '';
  expect(problems).toMatchObject([
    {
      line,
      rule: 'yaml-colon-missing',
      message: `The line ${JSON.stringify(written)} has another sign ("${sign}") in the place of its colon, so it names no field.`,
      hint: `Type a plain colon and a space: ${better}`,
    },
  ]);
});
