import { expect, test } from 'vitest';
import type { Problem } from '../../src/release/problem.ts';
import {
  countProblems,
  formatProblems,
  groupProblems,
  listProblems,
  plain,
  sampleProblems,
} from '../../src/release/report-problems.ts';

const error: Problem = {
  file: 'releases/a.md',
  line: 3,
  field: 'code',
  rule: 'code-malformed',
  severity: 'error',
  message: '"xmx" is not an ASX code.',
  hint: 'Write the code in capitals: XMX.',
};
const { field: _, ...withoutField } = error;
const warning: Problem = { ...withoutField, severity: 'warning', line: 9 };

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

const many = Array.from({ length: 1200 }, (_, at) => ({ ...warning, file: `releases/${at % 600}.md`, line: at + 1 }));

test('groupProblems() gives one block to a mistake in hundreds of files, with three examples and how to see all', () => {
  expect(groupProblems([...many, error])).toBe(`releases/a.md:3  code  "xmx" is not an ASX code.
    Write the code in capitals: XMX. (code-malformed)
code-malformed: 1,200 warnings in 600 files, for example
  releases/0.md:1  warning: "xmx" is not an ASX code.
  releases/1.md:2  warning: "xmx" is not an ASX code.
  releases/2.md:3  warning: "xmx" is not an ASX code.
    Write the code in capitals: XMX.
    All of them: npm run check -- --rule code-malformed`);
});

test('groupProblems() lists what is wrong ten times one by one, errors first', () => {
  const lines = groupProblems([...many.slice(0, 10), error]).split('\n');
  expect(lines).toHaveLength(22);
  expect(lines[0]).toContain('releases/a.md:3');
});

test('sampleProblems() keeps three of a mistake that is made many times, and counts the others', () => {
  const sample = sampleProblems([...many, error]);
  expect(sample.map(({ file }) => file)).toEqual(['releases/a.md', 'releases/0.md', 'releases/1.md', 'releases/2.md']);
  expect(sample.at(-1)?.hint).toBe(
    'Write the code in capitals: XMX. 1,197 more such problems (code-malformed) not shown here.',
  );
});
