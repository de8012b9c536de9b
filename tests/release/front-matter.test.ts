import { expect, test } from 'vitest';
import { readFrontMatter, type PlacedFinding } from '../../src/release/front-matter.ts';

/** What the reader finds in fields that stand between two `---` lines. */
function findingsIn(fields: string): readonly PlacedFinding[] {
  const read = readFrontMatter(`---\n${fields}\n---\n`);
  return 'findings' in read ? read.findings : [];
}

test('a line ... is refused, because YAML would drop the fields after it', () => {
  expect(findingsIn('title: x\n...\ndraft: true')).toEqual([
    {
      line: 3,
      rule: 'yaml-document-end',
      message: 'A line that begins with ... ends the front matter for YAML, and the fields after it would be lost.',
      hint: 'Take the line out, or put the text in quotation marks on the line of its field.',
    },
  ]);
  expect(findingsIn('title: |\n... more to come').map((finding) => finding.rule)).toEqual(['yaml-document-end']);
  expect(findingsIn('title: "to be continued ..."')).toEqual([]);
});

test('text after # is refused where YAML would drop it, also when nothing stands before it', () => {
  const hint = 'Put the whole value in quotation marks; a comment of your own goes on a line of its own.';
  expect(findingsIn('title: Drilling at # 3')).toEqual([
    {
      line: 2,
      field: 'title',
      rule: 'yaml-comment',
      message: 'YAML takes "# 3" for a comment, and the text would be lost.',
      hint,
    },
  ]);
  expect(findingsIn('title: x\nsource:\n  url: #1 in zinc\n  retrieved: 2020-07-30')).toEqual([
    {
      line: 4,
      field: 'source.url',
      rule: 'yaml-comment',
      message: 'YAML takes "#1 in zinc" for a comment, and the text would be lost.',
      hint,
    },
  ]);
  expect(findingsIn('"title":  # of holes').map((finding) => finding.rule)).toEqual(['yaml-comment']);
  expect(findingsIn('# a note\ntitle: "x" # another\ntypes: # the third\n  - trading-halt\nsummary: "#1"')).toEqual([]);
});

test('a list entry without a value has the line of its list', () => {
  const read = readFrontMatter('---\ntitle: x\ntypes:\n  -\n  - trading-halt\n---\n');
  expect('lines' in read && [...read.lines]).toEqual([
    ['title', 2],
    ['types', 3],
    ['types.1', 5],
  ]);
});

test.each<[fields: string, line: number, field: string | undefined, rule: string, message: string, hint: string]>([
  [
    'title: A: b',
    2,
    'title',
    'yaml-needs-quotes',
    'The value of title holds signs that have a meaning in YAML, such as a colon with a space after it.',
    'Put it in quotation marks: title: "A: b"',
  ],
  [
    'title: Drilling: "great" results',
    2,
    'title',
    'yaml-needs-quotes',
    'The value of title holds signs that have a meaning in YAML, such as a colon with a space after it.',
    'Put it in quotation marks: title: "Drilling: \\"great\\" results"',
  ],
  [
    'attachments:\n  - file: @home',
    3,
    'file',
    'yaml-needs-quotes',
    'The value of file holds signs that have a meaning in YAML, such as a colon with a space after it.',
    'Put it in quotation marks: - file: "@home"',
  ],
  [
    'title: "He said "yes" today"\ncode: XMX',
    2,
    'title',
    'yaml-quote-inside',
    'A quotation mark inside the value of title ends it too early.',
    'Write \\" for each mark inside: title: "He said \\"yes\\" today"',
  ],
  [
    "title: 'The Board's view'",
    2,
    'title',
    'yaml-quote-inside',
    'A quotation mark inside the value of title ends it too early.',
    'Write \\" for each mark inside: title: "The Board\'s view"',
  ],
  [
    'title: "Metal" produced',
    2,
    'title',
    'yaml-quote-inside',
    'A quotation mark inside the value of title ends it too early.',
    'Write \\" for each mark inside: title: "\\"Metal\\" produced"',
  ],
  [
    'title: "abc\ncode: XMX',
    2,
    undefined,
    'yaml-quote-open',
    'A quotation mark is opened on this line and never closed.',
    'Write the same mark at the end of the value; a mark inside double quotation marks is written \\".',
  ],
  [
    "code: XMX\ntitle: 'abc",
    3,
    undefined,
    'yaml-quote-open',
    'A quotation mark is opened on this line and never closed.',
    'Write the same mark at the end of the value; a mark inside double quotation marks is written \\".',
  ],
  [
    'title: "C:\\q"',
    2,
    undefined,
    'yaml-escape',
    'A backslash inside double quotation marks stands before a sign that it cannot change.',
    'Write \\\\ for a backslash.',
  ],
  [
    'title: x\ncode XMX\ndate: 2020-07-30',
    3,
    undefined,
    'yaml-colon-missing',
    'The line "code XMX" has no colon, so it names no field.',
    'Write the name of the field, a colon, a space and the value, or take the line out.',
  ],
  [
    'source:\n\turl: x',
    3,
    undefined,
    'yaml-tab',
    'The line begins with a tab, which YAML does not take.',
    'Indent the line with spaces.',
  ],
  [
    'code: XMX\n title: x',
    3,
    undefined,
    'yaml-malformed',
    'The front matter cannot be read from this line on: "title: x".',
    'Look for a missing quotation mark, a tab, or a line that is indented too far.',
  ],
  ['title: x\ntitle: y', 3, 'title', 'yaml-duplicate', 'The field "title" stands twice.', 'Keep one of the two lines.'],
  [
    'title: !new x',
    2,
    undefined,
    'yaml-tag',
    'A value begins with an exclamation mark, which YAML takes for a tag.',
    'Put the value in quotation marks.',
  ],
  [
    'title: &new x',
    2,
    undefined,
    'yaml-alias',
    'A value begins with & or *, which YAML takes for a reference.',
    'Put the value in quotation marks.',
  ],
  [
    'code: XMX\ntitle: *new',
    3,
    undefined,
    'yaml-alias',
    'A value begins with & or *, which YAML takes for a reference.',
    'Put the value in quotation marks.',
  ],
  [
    `title: ${'['.repeat(11)}${']'.repeat(11)}`,
    2,
    undefined,
    'yaml-depth',
    'The front matter is nested more than 10 levels deep.',
    'Write the value in quotation marks if it is text.',
  ],
  [
    'title: "x"\nsummary: "A bell \u0007"',
    3,
    undefined,
    'control-character',
    'The front matter holds a control character, which no reader can see.',
    'Type the line again instead of pasting it.',
  ],
  [
    'just words',
    2,
    undefined,
    'front-matter-fields',
    'The front matter does not consist of fields.',
    'Write each field on its line with a colon after its name: title: "…".',
  ],
])('fields %j: line %i, field %s, rule %s', (fields, line, field, rule, message, hint) => {
  expect(findingsIn(fields)).toEqual([{ line, ...(field && { field }), rule, message, hint }]);
});
