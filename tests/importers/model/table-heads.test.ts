import { expect, test } from 'vitest';
import { plain, type Block } from '../../../src/importers/model/blocks.ts';
import { withTableHeads } from '../../../src/importers/model/table-heads.ts';

const table = (...lines: string[]): Block => ({
  kind: 'table',
  header: false,
  rows: lines.map((line) => line.split('|').map((cell) => (cell === '' ? [] : [plain(cell)]))),
});
const hasHead = (block: Block) => withTableHeads([block]).some((one) => one.kind === 'table' && one.header);

test.each([
  ['units', table('Hole|From (m)|Cu (%)', 'SC001|10|1.2', 'SC002|14|0.9')],
  ['years', table('|2025|2024', 'Revenue|A$1,204|(980)', 'Tax|–|12.5%')],
  ['a gap below it', table('Hole|From|To', 'SC001|10|', '|12|20', 'SC002|14|22')],
])('withTableHeads() takes words above figures for the head of a table with %s', (_, block) => {
  expect(hasHead(block)).toBe(true);
});

test.each([
  ['labels and values', table('Company|Example Minerals Limited', 'Shares|100', 'Options|50')],
  ['a figure in its first row', table('SC001|10|1.2', 'SC002|14|0.9', 'SC003|8|2.0')],
  ['one row below', table('Hole|From|To', 'SC001|10|20')],
  ['words below', table('Name|Office|Since', 'Jo Bloggs|Chair|2020', 'Kim Marsh|Director|2021')],
  ['a column without a name', table('Hole||To', 'SC001|10|20', 'SC002|14|22')],
])('withTableHeads() takes nothing for the head of a table with %s', (_, block) => {
  expect(hasHead(block)).toBe(false);
});
