import { expect, test } from 'vitest';
import { conflictFindings } from '../../src/release/merge-conflict.ts';
import { parseRelease } from '../../src/release/parse.ts';

const linesOf = (...lines: readonly string[]): number[] => conflictFindings(lines.join('\n')).map(({ line }) => line);

test('conflictFindings() names each line that git has left, and says what to do', () => {
  expect(conflictFindings('One.\n<<<<<<< HEAD\n42 cents\n=======\n40 cents\n>>>>>>> by-jo\n')).toEqual(
    [
      [2, '"<<<<<<< HEAD"'],
      [4, '"======="'],
      [6, '">>>>>>> by-jo"'],
    ].map(([line, written]) => ({
      line,
      rule: 'merge-conflict',
      message: `${written} is a merge conflict mark: git left both versions of the text here, and nobody has chosen yet.`,
      hint: 'Keep the text that is right and delete the marks; put a space before a line that is meant as text.',
    })),
  );
});

test.each<[string, string[], number[]]>([
  ['with the common version', ['<<<<<<< HEAD', 'a', '||||||| 4d7a214', 'b', '=======', 'c', '>>>>>>> x'], [1, 3, 5, 7]],
  ['two of them', ['<<<<<<< a', '=======', '>>>>>>> b', '', '<<<<<<< a', '=======', '>>>>>>> b'], [1, 2, 3, 5, 6, 7]],
  ['without names', ['<<<<<<<', 'a', '=======', 'b', '>>>>>>>'], [1, 3, 5]],
  [
    'nested, in longer marks',
    ['<<<<<<< a', '<<<<<<<<< b', '=========', '>>>>>>>>> c', '=======', '>>>>>>> d'],
    [1, 2, 3, 4, 5, 6],
  ],
  ['in marks of another size', ['<<<<<<<<<<<< a', '============', '>>>>>>>>>>>> b'], [1, 2, 3]],
  ['in a block of code', ['```', '<<<<<<< a', '=======', '>>>>>>> b', '```'], [2, 3, 4]],
  ['whose end is deleted', ['Heading', '=======', '<<<<<<< a', 'b', '=======', 'c', 'Heading', '======='], [3, 5]],
  ['whose beginning is deleted', ['Heading', '=======', 'b', '=======', 'c', '>>>>>>> d'], [4, 6]],
  ['whose beginning is deleted, with the common version', ['||||||| a', '=======', '>>>>>>> d'], [1, 2, 3]],
  ['of which one line is left', ['a', '<<<<<<< HEAD', 'b'], [2]],
  ['of which the line of the common version is left', ['a', '', '||||||| merged common ancestors', 'b'], [3]],
  ['of which the line of a commit is left', ['a', '||||||| 4d7a214', 'b'], [2]],
  ['of which the last line is left', ['a', '>>>>>>> by-jo', 'b'], [2]],
])('conflictFindings() names the lines of a conflict %s', (_, lines, expected) => {
  expect(linesOf(...lines)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['a heading', ['Results', '=======', '', 'More', '=======']],
  ['an empty row of a table', ['|a|b|c|d|e|f|', '|-|-|-|-|-|-|', '|||||||']],
  ['a row of a table without its last bar', ['|a|b|c|d|e|f|g|h|', '|-|-|-|-|-|-|-|-|', '||||||| 4.1']],
  ['a line with a space before it', [' <<<<<<< HEAD', ' =======', ' >>>>>>> b']],
  ['other numbers of signs', ['<<<<<< a', '======', '>>>>>> b']],
  ['signs within a line', ['a <<<<<<< HEAD', 'b >>>>>>> c']],
  ['signs without a space behind them', ['<<<<<<<a>', '>>>>>>>b']],
  ['ornaments', ['<<<<<<<<<<<<', '>>>>>>>>>>>>>>', '============']],
])('conflictFindings() takes %s as text', (_, lines) => {
  expect(linesOf(...lines)).toEqual([]);
});

test('conflictFindings() looks at hundreds of thousands of marks', () => {
  expect(conflictFindings('<<<<<<<\n'.repeat(300_000)).length).toBe(300_000);
  expect(conflictFindings('>>>>>>>\n'.repeat(300_000)).length).toBe(300_000);
  expect(conflictFindings(`<<<<<<<\n${'=======\n'.repeat(300_000)}`).length).toBe(2);
  expect(linesOf(...Array.from({ length: 2000 }, (_, index) => '<'.repeat(index + 8)))).toEqual([]);
});

test('parseRelease() names marks in front matter and text by their lines, and nothing else of such a file', () => {
  const text = [
    '---',
    '<<<<<<< HEAD',
    'title: One',
    '=======',
    'title: Two',
    '>>>>>>> by-jo',
    'code: xmx',
    '---',
    '',
    '>>>>>>> by-al',
    '',
  ];
  const { release, problems } = parseRelease('a.md', text.join('\n'));
  expect(release).toBeUndefined();
  expect(problems.map(({ line, rule, severity }) => [line, rule, severity])).toEqual(
    [2, 4, 6, 10].map((line) => [line, 'merge-conflict', 'error']),
  );
});
