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
