import { expect, test } from 'vitest';
import { importPdf } from '../../../src/importers/pdf/import-pdf.ts';
import { measure } from '../../../src/importers/model/measure.ts';
import { shownText } from '../../../src/importers/model/shown-text.ts';
import { writeMarkdown } from '../../../src/importers/model/blocks.ts';
import { makePdf, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

const XS = [60, 300, 360, 420, 480];
const years = row(['2026', '2025', '2026', '2025'], XS.slice(1), 314, true);
const figures = ['Cash', 'Debts', 'Assets'].flatMap((label, at): Mark[] =>
  row([label, '1,412', '1,398', '1,412', '1,398'], XS, 330 + at * 14),
);
const head = '| Consolidated 2026 | Consolidated 2025 | Parent 2026 | Parent 2025 |';

test.each([
  ['in the middle of its columns', [311, 436]],
  ['at the right end of its columns', [322, 474]],
])('importDocument() repeats the name of a group that stands %s in each', async (_, xs) => {
  expect(await bodyOf([...row(['Consolidated', 'Parent'], xs, 300, true), ...years, ...figures])).toContain(head);
});

test('importDocument() repeats a name that reaches over columns with names of their own, and no other', async () => {
  const names = row(['Hole', 'East', 'North', 'Dip', 'Depth'], XS, 314, true);
  const holes = [0, 1, 2, 3].flatMap((at) => row([`SC00${at}`, '400007', '6500003', '-60', '101'], XS, 330 + at * 14));
  const body = await bodyOf([...row(['Location (MGA 94)'], [310], 300, true), ...names, ...holes]);
  expect(body).toContain('| Hole | Location (MGA 94) East | Location (MGA 94) North | Dip | Depth |');
});

test('importDocument() leaves a name where it stands that may be of one column or of several', async () => {
  const names = row(['2026', '2025', '2024', '2023'], XS.slice(1), 314, true);
  const body = await bodyOf([...row(['Restated'], [350], 300, true), ...names, ...figures]);
  expect(body).toContain('| 2026 | Restated 2025 | 2024 | 2023 |');
});

test('importPdf() counts the name of a group as seen over each of its columns', async () => {
  const pages = [[...row(['Consolidated', 'Parent'], [311, 436], 300, true), ...years, ...figures]];
  const { blocks, source = [] } = await importPdf(makePdf({ pages }));
  expect(measure(source, shownText(writeMarkdown(blocks))).added).toEqual([]);
});
