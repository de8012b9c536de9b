import { expect, test } from 'vitest';
import { compareText } from '../../src/text/compare-text.ts';
import { quote } from '../../src/text/quote.ts';
import { compareProblems, isPublishable, type Problem } from '../../src/release/problem.ts';

const problem: Problem = {
  file: 'b.md',
  line: 2,
  field: 'title',
  rule: 'r',
  severity: 'error',
  message: 'm',
  hint: 'h',
};

const { field: _, ...withoutField } = problem;

test('problems are ordered by file, line, field, rule and message', () => {
  const sorted: Problem[] = [
    { ...problem, file: 'B.md', line: 9 },
    { ...problem, file: 'a.md', line: 10 },
    { ...problem, line: 1, field: 'z' },
    { ...withoutField, rule: 'z' },
    { ...problem, field: 'code', rule: 'z' },
    { ...problem, rule: 'a', message: 'z' },
    { ...problem, message: 'a' },
    problem,
    { ...problem, line: 10 },
  ];
  expect(sorted.toReversed().toSorted(compareProblems)).toEqual(sorted);
  expect(compareProblems(problem, { ...problem, severity: 'warning', hint: 'other' })).toBe(0);
});

test('texts are ordered by code units, whatever the language of the machine', () => {
  expect(['é', 'a', 'Z', '10', '9', '', 'ab'].toSorted(compareText)).toEqual(['', '10', '9', 'Z', 'a', 'ab', 'é']);
  expect(compareText('a', 'a')).toBe(0);
});

test('only errors keep a release from being published', () => {
  expect(isPublishable([])).toBe(true);
  expect(isPublishable([{ ...problem, severity: 'warning' }])).toBe(true);
  expect(isPublishable([{ ...problem, severity: 'warning' }, problem])).toBe(false);
});

test.each([
  ['360', '"360"'],
  ['', '""'],
  ['say "yes"\n', '"say \\"yes\\"\\n"'],
  ['a\u200bb\u202ec\u00add\ufeff', '"a\\u200bb\\u202ec\\u00add\\ufeff"'],
  ['\u0007\u0085', '"\\u0007\\u0085"'],
  ['x'.repeat(60), `"${'x'.repeat(60)}"`],
  [`${'a'.repeat(40)}${'b'.repeat(6)}${'c'.repeat(15)}`, `"${'a'.repeat(40)}…${'c'.repeat(15)}"`],
  ['𝑥'.repeat(60), `"${'𝑥'.repeat(60)}"`],
  [`a${'𝑥'.repeat(80)}`, `"a${'𝑥'.repeat(39)}…${'𝑥'.repeat(15)}"`],
])('quote(%j) is %s', (value, quoted) => {
  expect(quote(value)).toBe(quoted);
});
