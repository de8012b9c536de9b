import { expect, test } from 'vitest';
import { bodyOf, row } from './body-of.ts';

const X = [60, 82, 400, 490];
const holder = (number: string, name: string, units: string, share: string, y: number) =>
  row([number, name, units, share], X, y);

test('importDocument() takes the names of the columns above rows that begin with a number into their table', async () => {
  const names = row(['No.', 'Name', 'Units', '% of units'], X, 300, true);
  const rows = [
    ...holder('1', 'SAMPLE CUSTODY LIMITED', '28,765,433', '9.60', 318),
    ...holder('2', 'EXAMPLE NOMINEES PTY LTD', '27,530,866', '9.20', 334),
    ...holder('3', 'MR JOHN CITIZEN', '26,296,299', '8.80', 350),
  ];
  const title = { text: 'Top 20 holders', x: 60, y: 282, bold: true };
  expect(await bodyOf([title, ...names, ...rows])).toMatch(
    /^## Top 20 holders\n\n\| No\. \| Name \| Units \| % of units \|\n.*\n\| 1 \| SAMPLE CUSTODY LIMITED \| 28,765,433 \| 9\.60 \|/,
  );
});

test('importDocument() reads figures in the middle of the height of a name on two lines as one row', async () => {
  const rows = [
    ...holder('1', 'SAMPLE CUSTODY LIMITED', '28,765,433', '9.60', 318),
    ...holder('2', 'EXAMPLE NOMINEES PTY LTD', '27,530,866', '9.20', 332),
    { text: 'MR JOHN CITIZEN + MRS JOAN CITIZEN (CITIZEN SUPER', x: 82, y: 346 },
    ...row(['3', '26,296,299', '8.80'], [60, 400, 490], 352.5),
    { text: 'FUND ACCOUNT)', x: 82, y: 359 },
    ...holder('4', 'SAMPLE CAPITAL PTY LTD', '21,358,031', '7.20', 373),
  ];
  expect(await bodyOf(rows)).toContain(
    '| 9.20 |\n| 3 | MR JOHN CITIZEN + MRS JOAN CITIZEN (CITIZEN SUPER FUND ACCOUNT) | 26,296,299 | 8.80 |\n| 4 |',
  );
});
