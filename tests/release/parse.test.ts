import { expect, test } from 'vitest';
import { parseRelease } from '../../src/release/parse.ts';
import type { Problem } from '../../src/release/problem.ts';

/** The problems of a release that has a title, a code and a date on lines 2 to 4, and these fields from line 5 on. */
function problemsOf(fields: string): readonly Omit<Problem, 'file'>[] {
  const { problems } = parseRelease('x.md', `---\ntitle: x\ncode: XMX\ndate: 2020-07-30\n${fields}\n---\n`);
  return problems.map(({ file: _, ...problem }) => problem);
}

const contactsHint =
  'Write it in this form: contacts: [{ name: "Jo Bloggs", title: "Company Secretary", email: jo@example.com }]';
const changesHint = 'Write it in this form: changes: [{ where: "Table 2", was: "1.4%", now: "1.2%" }]';

test.each<[fields: string, field: string, line: number, rule: string, message: string, hint: string]>([
  [
    'attachments:\n  - title: Presentation',
    'attachments.0.file',
    6,
    'field-missing',
    'The field "file" is missing.',
    'Write a line file: with its value.',
  ],
  [
    'attachments:\n  pages: 12',
    'attachments.file',
    5,
    'field-missing',
    'The field "file" is missing.',
    'Write a line file: with its value.',
  ],
  [
    'corrects:\n  release: 2020/first',
    'corrects.kind',
    5,
    'field-missing',
    'The field "kind" is missing.',
    'Write a line kind: with its value.',
  ],
  [
    'contacts:\n  - Jane Citizen',
    'contacts.0',
    6,
    'field-form',
    'Entry 1 of the list "contacts" must be a group of fields, but it is a text.',
    contactsHint,
  ],
  [
    'corrects:\n  release: 2020/first\n  kind: correction\n  changes: []',
    'corrects.changes',
    8,
    'field-form',
    'The field "changes" must be a list with at least one entry, but it is a list.',
    changesHint,
  ],
  [
    'summary: [Amended]',
    'summary',
    5,
    'field-form',
    'The field "summary" must be one text, but it is a list.',
    'Write it as one text, in quotation marks where it holds brackets or braces.',
  ],
  [
    'contacts:\n  name: Jane',
    'contacts',
    5,
    'field-form',
    'The field "contacts" must be a list, but it is a group of fields.',
    contactsHint,
  ],
  [
    'types: []',
    'types',
    5,
    'field-form',
    'The field "types" must be a list with at least one entry, but it is a list.',
    'Write it in this form: types: [trading-halt]',
  ],
  [
    'corrects:\n  - release: 2020/first\n    kind: correction\n    changes:\n      - was: a\n        now: b\n      - c',
    'corrects.0.changes.1',
    11,
    'field-form',
    'Entry 2 of the list "changes" must be a group of fields, but it is a text.',
    changesHint,
  ],
])(
  'parseRelease() names in %j the field %s that is missing or of another form',
  (fields, field, line, rule, message, hint) => {
    expect(problemsOf(fields)).toEqual([{ line, field, rule, severity: 'error', message, hint }]);
  },
);

test('parseRelease() reports every wrong field of a variant, not that another variant is not meant', () => {
  expect(problemsOf('corrects:\n  release: a b').map(({ field, rule }) => [field, rule])).toEqual([
    ['corrects.kind', 'field-missing'],
    ['corrects.release', 'id-malformed'],
  ]);
});

test('a field without a value counts as absent, also inside a group', () => {
  const { release, problems } = parseRelease(
    'x.md',
    '---\ntitle: x\ncode: XMX\ndate: 2020-07-30\nsummary:\nsource:\n  url:\n  exchangeId: "02257543"\n' +
      'contacts:\n  - name: Jane Citizen\n    phone: ""\nlanguage: ""\n---\n',
  );
  expect(problems).toEqual([]);
  expect(release?.source).toEqual({ exchangeId: '02257543' });
  expect(release?.contacts).toEqual([{ name: 'Jane Citizen' }]);
  expect(release).not.toHaveProperty('summary');
  expect(release).not.toHaveProperty('language');
});

test('a group of fields without a value counts as absent itself, but an entry of a list does not', () => {
  expect(problemsOf('source:\n  url:\n  retrieved:')).toEqual([]);
  expect(problemsOf('source: {}')).toEqual([]);
  const { release } = parseRelease('x.md', '---\ntitle: x\ncode: XMX\ndate: 2020-07-30\nsource:\n  url:\n---\n');
  expect(release).not.toHaveProperty('source');
  expect(problemsOf('contacts:\n  - name:').map(({ field, line, rule }) => [field, line, rule])).toEqual([
    ['contacts.0', 6, 'contact-empty'],
  ]);
  expect(problemsOf('types:\n  -\n  - trading-halt').map(({ field, line, rule }) => [field, line, rule])).toEqual([
    ['types.0', 5, 'value-empty'],
  ]);
});

test.each([
  ['contacts:\n  - name: Jane\n    emial: a@example.com', 'contacts.0.emial', 'Did you mean email?'],
  ['attachments:\n  - file: a.pdf\n    tilte: Report', 'attachments.0.tilte', 'Did you mean title?'],
  ['attachments:\n  file: a.pdf\n  page: 12', 'attachments.page', 'Did you mean pages?'],
  [
    'corrects:\n  release: 2020/a\n  kind: correction\n  changes:\n    - was: a\n      now: b\n      were: c',
    'corrects.changes.0.were',
    'Did you mean where?',
  ],
  ['source:\n  adress: x', 'source.adress', 'Take the line out, or look up the field in docs/release-format.md.'],
])('an unknown field inside a group is a warning with the nearest name of that group: %j', (fields, field, hint) => {
  expect(problemsOf(fields).map((problem) => [problem.severity, problem.rule, problem.field, problem.hint])).toEqual([
    ['warning', 'field-unknown', field, hint],
  ]);
});

test.each([
  ['published: false', 'Write draft: true in its place; if the release is to be published, take the line out.'],
  ['Published: no', 'Write draft: true in its place; if the release is to be published, take the line out.'],
  [
    'publishDate: 2027-01-01T09:00:00+11:00',
    'Write draft: true in its place until it is announced; if it is announced, take the line out.',
  ],
])('parseRelease() refuses a release of which another generator would make no page: %s', (line, hint) => {
  const { release, problems } = parseRelease(
    'x.md',
    `---\ntitle: x\ncode: XMX\ndate: 2020-07-30\n${line}\n---\nText\n`,
  );
  expect(release).toBeUndefined();
  expect(problems).toEqual([
    {
      file: 'x.md',
      line: 5,
      field: line.split(':')[0],
      severity: 'error',
      rule: 'not-published',
      message: `"${line}" is how other programs keep a text off the site; this archive would publish it.`,
      hint,
    },
  ]);
});

test.each([
  ['published: true', 'Take the line out; what is in the folder is published, unless it says draft: true.'],
  ['draft: true\npublished: false', 'Take the line out; draft: true says it already.'],
  ['publishDate: 2020-07-30', 'Take the line out; the field date says when the release was announced.'],
  [
    'expiryDate: 2024-12-01',
    'Take the line out; the archive takes nothing down by itself, and draft: true keeps a release off.',
  ],
  ['author: Jo', 'Take the line out; if it names who authorised the release, write authorisedBy.'],
])('parseRelease() says what to do with the field of another generator: %j', (fields, hint) => {
  expect(problemsOf(fields).map((problem) => [problem.severity, problem.rule, problem.hint])).toEqual([
    ['warning', 'field-unknown', hint],
  ]);
});

test('a release with an unknown field is read without it', () => {
  const { release } = parseRelease('x.md', '---\ntitle: x\ncode: XMX\ndate: 2020-07-30\nheadline: y\n---\nText\n');
  expect(release).toEqual({
    ...{ id: 'x', title: 'x', code: ['XMX'], body: 'Text' },
    date: { instant: Date.UTC(2020, 6, 29, 14), day: '2020-07-30', offset: '+10:00' },
  });
});

test('parseRelease() reports every wrong field of a file at once', () => {
  const { release, problems } = parseRelease('x.md', '---\ncode: bhp\ntitle: ""\n---\n');
  expect(release).toBeUndefined();
  expect(problems.map(({ field, line }) => [field, line])).toEqual([
    ['code', 2],
    ['title', 3],
    ['date', 4],
  ]);
});

test('the id of a release is what the caller says, else its file without .md', () => {
  const text = '---\ntitle: x\ncode: XMX\ndate: 2020-07-30\n---\n';
  expect(parseRelease('releases/2020/v1.2.md', text, '2020/v1.2').release?.id).toBe('2020/v1.2');
  expect(parseRelease('2020/v1.2.md', text).release?.id).toBe('2020/v1.2');
});

test('field-spelling names all names that differ by capitals or signs alone at once, with their own spelling', () => {
  expect(problemsOf('Authorised By: The board\nprice_sensitive: true\nSOURCE:\n  url: https://example.com/')).toEqual([
    {
      line: 5,
      field: 'Authorised By',
      severity: 'error',
      rule: 'field-spelling',
      message:
        'The archive cannot read the field names "Authorised By", "price_sensitive" and "SOURCE": capital letters, spaces and hyphens must be right.',
      hint: 'Write authorisedBy, priceSensitive and source, exactly so.',
    },
  ]);
  expect(problemsOf('Related: 2020/a')).toMatchObject([
    {
      line: 5,
      message: 'The archive cannot read the field name "Related": capital letters, spaces and hyphens must be right.',
      hint: 'Write related, exactly so.',
    },
  ]);
});
