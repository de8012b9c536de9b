import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontMatter } from '../../src/release/front-matter.ts';
import type { PlacedFinding } from '../../src/release/yaml-fault.ts';

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

const PASTED =
  'Delete the spaces there and type them again; text pasted from Word, Outlook, Teams or a web page often holds such signs.';

test.each([
  ['\u00a0title: Metal', 2, 'a no-break space (\\u00a0)', ''],
  ['title:\u00a0Metal\ncode: XMX', 2, 'a no-break space (\\u00a0)', ''],
  [
    'title: Metal\ntypes:\n  -\u202fplacement\n  -\u00a0dividend',
    4,
    'a no-break space (\\u202f)',
    ' Such signs are also on line 5.',
  ],
  [
    '\u200btitle: Metal\n\u200bcode: XMX\n\u200bdate: 2020-07-30',
    2,
    'an invisible character (\\u200b)',
    ' Such signs are also on lines 3 and 4.',
  ],
  ['title: Metal\n\u2003code: XMX', 3, 'a wide or narrow space (\\u2003)', ''],
])('yaml-odd-space names the lines of the front matter %j', (fields, line, sign, more) => {
  expect(findingsIn(fields)).toEqual([
    {
      line,
      rule: 'yaml-odd-space',
      message: `This line holds ${sign} where a plain space belongs; the two look alike.${more}`,
      hint: PASTED,
    },
  ]);
});

test.each(['–', '—', '•', '·', '−'])('yaml-dash names the line of a list whose entry begins with %s', (dash) => {
  expect(findingsIn(`title: Metal\ntypes:\n  ${dash} placement\n  ${dash} dividend`)).toEqual([
    {
      line: 4,
      rule: 'yaml-dash',
      message: `The line begins with "${dash}", which a word processor has put in the place of a hyphen.`,
      hint: 'Type a hyphen and a space before each entry of a list.',
    },
  ]);
});

test('yaml-dash is found where YAML takes entries for a text, and where it cannot read them', () => {
  expect(findingsIn('contacts:\n  – name: Jo\n    phone: "1"')).toMatchObject([{ rule: 'yaml-dash', line: 3 }]);
  expect(findingsIn('source:\n  types:\n    •placement')).toMatchObject([{ rule: 'yaml-dash', line: 4 }]);
  expect(findingsIn('title: Metal\n  – a second line')).toEqual([]);
  expect(findingsIn('summary: >\n  – a text that is meant so')).toEqual([]);
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
  expect(findingsIn('code: [XMX, "ZZM #2"]\nsource: { url: x#y, exchangeId: "# 3" }')).toEqual([]);
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
    '- title: x',
    2,
    undefined,
    'front-matter-fields',
    'The front matter does not consist of fields.',
    'Write each field on its line with a colon after its name: title: "…".',
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

/** What the reader finds in a whole file. */
function findingsOf(text: string): readonly PlacedFinding[] {
  const read = readFrontMatter(text);
  return 'findings' in read ? read.findings : [];
}

const beginning = 'Begin the file with a line ---, then the fields, then another line ---.';

test.each<[text: string, line: number, rule: string, message: string, hint: string]>([
  ['', 1, 'front-matter-missing', 'The file does not begin with front matter.', beginning],
  ['# Title\n', 1, 'front-matter-missing', 'The file does not begin with front matter.', beginning],
  [
    '\n---\ntitle: x\n---\n',
    1,
    'front-matter-missing',
    'The file does not begin with front matter.',
    'Delete the empty lines before the first line ---.',
  ],
  ['Title ---js\n', 1, 'front-matter-missing', 'The file does not begin with front matter.', beginning],
  [
    '----\ntitle: x\n----\n',
    1,
    'front-matter-missing',
    'The first line is "----", not three hyphens.',
    'Type ---; a word processor may have made something else of it.',
  ],
  [
    ' ---\ntitle: x\n---\n',
    1,
    'front-matter-missing',
    'The first line has a space or a tab before its three hyphens.',
    'Delete it.',
  ],
  [
    '— — —\ntitle: x\n— — —\n',
    1,
    'front-matter-missing',
    'The first line is "— — —", not three hyphens.',
    'Type ---; a word processor may have made something else of it.',
  ],
  [
    '———\ntitle: x\n———\n',
    1,
    'front-matter-missing',
    'The first line is "———", not three hyphens.',
    'Type ---; a word processor may have made something else of it.',
  ],
  [
    '{\\rtf1 x}',
    1,
    'front-matter-missing',
    'This is an RTF document, not a plain text.',
    'Save it as plain text in UTF-8, or make a release of it with npm run import.',
  ],
  [
    '<!DOCTYPE html><title>x</title>',
    1,
    'front-matter-missing',
    'This is a web page, not a release.',
    'Make a release of it with npm run import.',
  ],
  [
    '---\ntitle: x\n—-\n\nThe text.',
    1,
    'front-matter-open',
    'The front matter is never closed.',
    'Line 3 is "—-"; write three hyphens there, ---, at its very beginning.',
  ],
  [
    '---js\n{ title: process.exit() }\n---\n',
    1,
    'front-matter-language',
    'The front matter is marked as "js"; only YAML is read, and nothing in a release is ever run.',
    'Make the first line --- and write the fields as YAML: title: "…".',
  ],
  [
    '--- toml\ntitle = "x"\n---\n',
    1,
    'front-matter-language',
    'The front matter is marked as "toml"; only YAML is read, and nothing in a release is ever run.',
    'Make the first line --- and write the fields as YAML: title: "…".',
  ],
  [
    '---\ntitle: x\n\nThe text.\n',
    1,
    'front-matter-open',
    'The front matter is never closed.',
    'Write a line --- after the last field.',
  ],
  ['---', 1, 'front-matter-open', 'The front matter is never closed.', 'Write a line --- after the last field.'],
  [
    '---\ntitle: x\nsummary: |\n  one\n---- two\n---\n',
    5,
    'front-matter-close',
    'The line "---- two" would close the front matter in the middle.',
    'Close it with --- alone on its line, or put the text in quotation marks on the line of its field.',
  ],
  [
    `---\ntitle: "${'x'.repeat(64 * 1024)}"\n---\n`,
    1,
    'front-matter-size',
    'The front matter is longer than 64 KB.',
    'Move long text below the second --- line; front matter holds short facts.',
  ],
])('file %j: line %i, rule %s', (text, line, rule, message, hint) => {
  expect(findingsOf(text)).toEqual([{ line, rule, message, hint }]);
});

test('a broken file is refused on its second read as on its first', () => {
  const text = '---\ntitle: x: y\n---\n';
  expect(findingsOf(text)).toHaveLength(1);
  expect(findingsOf(text)).toEqual(findingsOf(text));
});

test('every scalar stays the text that was written', () => {
  const written = ['360', '1E5', '012', '0x1F', '9:30', '02257543', 'true', 'no', 'null', '~', '2020-07-30', '1_000'];
  const read = readFrontMatter(`---\nlist:\n${written.map((value) => `  - ${value}`).join('\n')}\n---\n`);
  expect('data' in read && read.data['list']).toEqual(written);
});

test('two reads of one text share nothing that a caller could change', () => {
  const list = () => {
    const read = readFrontMatter('---\nlist: [a]\n---\n');
    return 'data' in read ? (read.data['list'] as string[]) : []; // the text holds a list of texts
  };
  list().push('b');
  expect(list()).toEqual(['a']);
});

test('the body is everything after the closing line, without the empty lines around it', () => {
  const bodyOf = (rest: string) => {
    const read = readFrontMatter(`---\ntitle: x\n---${rest}`);
    return 'body' in read ? read.body : read.findings;
  };
  expect(bodyOf('')).toBe('');
  expect(bodyOf('\nfirst\n\n\nsecond')).toBe('first\n\n\nsecond');
  expect(bodyOf('\n\n \t\n')).toBe('');
  expect(bodyOf('  \n\n    indented\n\n---\n\n---js\nlast\n\n')).toBe('    indented\n\n---\n\n---js\nlast');
});

test('lines are those of the file, for nested values too', () => {
  const read = readFrontMatter(
    '---\n# note\ntitle: >-\n  a\n  b\n\nsource:\n  url: x\ncontacts:\n  - name: n\n    email: e\n---\n',
  );
  expect('lines' in read && Object.fromEntries(read.lines)).toEqual({
    title: 3,
    source: 7,
    'source.url': 8,
    contacts: 9,
    'contacts.0': 10,
    'contacts.0.name': 10,
    'contacts.0.email': 11,
  });
  expect('lastLine' in read && read.lastLine).toBe(12);
});

test('no text makes the reader throw, and every line that it names is in the file', { timeout: 60_000 }, () => {
  const piece = fc.constantFrom(
    ...['---', '\n', '\n', '\n', ' ', '  ', '\t', ': ', ':', '- ', '-', '?', '#', '"', "'", '|', '>', '&', '*', '!'],
    ...['[', ']', '{', '}', ',', '%', '@', '`', '\\', '...', '<<', 'title', 'code', 'a', '\u0000', '\ud800', '\u2028'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = `---\n${pieces.join('')}\n---\n`;
      const read = readFrontMatter(text);
      const lines = 'findings' in read ? read.findings.map((finding) => finding.line) : [...read.lines.values()];
      const last = text.split('\n').length;
      expect(lines.filter((line) => !(line >= 1 && line <= last))).toEqual([]);
    }),
    { numRuns: 2000, seed: 1 },
  );
});
