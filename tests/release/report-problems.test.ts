import { expect, test } from 'vitest';
import type { Problem } from '../../src/release/problem.ts';
import { countProblems, formatProblems, listProblems, plain } from '../../src/release/report-problems.ts';

const error: Problem = {
  file: 'releases/a.md',
  line: 3,
  field: 'code',
  rule: 'code-malformed',
  severity: 'error',
  message: '"xmx" is not an ASX code.',
  hint: 'Write the code in capitals: XMX.',
};
const warning: Problem = { ...error, severity: 'warning', line: 9, field: undefined };

test('formatProblems() gives two lines to each problem and ends with the counts', () => {
  expect(formatProblems([error, warning])).toBe(`releases/a.md:3  code  "xmx" is not an ASX code.
    Write the code in capitals: XMX. (code-malformed)
releases/a.md:9  warning: "xmx" is not an ASX code.
    Write the code in capitals: XMX. (code-malformed)

1 problem and 1 warning in 1 file.`);
});

test('countProblems() counts errors and warnings apart, and files', () => {
  expect(countProblems([])).toBe('no problems');
  expect(countProblems([error, error, { ...warning, file: 'b.md' }])).toBe('2 problems and 1 warning in 2 files');
  expect(countProblems([warning, warning])).toBe('2 warnings in 1 file');
});

test('listProblems() marks errors and warnings apart', () => {
  const paint = { ...plain, error: (text: string) => `<${text}>`, warning: (text: string) => `(${text})` };
  const [first, , second] = listProblems([error, warning], paint).split('\n');
  expect(first).toBe('releases/a.md:3  <code>  "xmx" is not an ASX code.');
  expect(second).toBe('releases/a.md:9  (warning:) "xmx" is not an ASX code.');
});

test('listProblems() shows control characters in names by number', () => {
  expect(listProblems([{ ...error, file: 'a\u001b[31m.md', field: 'x\u0007' }]).split('\n')[0]).toBe(
    'a\\u001b[31m.md:3  x\\u0007  "xmx" is not an ASX code.',
  );
});
