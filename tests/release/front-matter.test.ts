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
