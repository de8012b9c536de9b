import { expect, test } from 'vitest';
import { parseRelease } from '../../src/release/parse.ts';
import type { Problem } from '../../src/release/problem.ts';

/** The problems of a release that has a title, a code and a date on lines 2 to 4, and these fields from line 5 on. */
function problemsOf(fields: string): readonly Omit<Problem, 'file'>[] {
  const { problems } = parseRelease('x.md', `---\ntitle: x\ncode: XMX\ndate: 2020-07-30\n${fields}\n---\n`);
  return problems.map(({ file: _, ...problem }) => problem);
}

const formHint = 'docs/release-format.md shows each field with an example.';

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
    formHint,
  ],
  [
    'corrects:\n  - release: 2020/first\n    kind: correction\n    changes:\n      - was: a\n        now: b\n      - c',
    'corrects.0.changes.1',
    11,
    'field-form',
    'Entry 2 of the list "changes" must be a group of fields, but it is a text.',
    formHint,
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
