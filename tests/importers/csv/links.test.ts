import { expect, test } from 'vitest';
import { planArchive } from '../../../src/importers/csv/archive-plan.ts';

const plan = (csv: string) => planArchive(csv, ['XMX'], '2026-11-23');
const cell = (formula: string) => `"${formula.replaceAll('"', '""')}"`;
const link = '=HYPERLINK("https://example.com/a.pdf","First ""pure"" metal")';

test('planArchive() takes the headline and the address out of a link in the column of headlines', () => {
  const { releases } = plan(`date,headline\n30/07/2020,${cell(link)}\n`);
  expect(releases).toMatchObject([
    { title: 'First "pure" metal', fields: { source: { url: 'https://example.com/a.pdf' } } },
  ]);
});

test('planArchive() takes the address from the column for it, and of a link there the address', () => {
  const inUrl = '=HYPERLINK("https://example.com/b";"PDF")';
  const { releases } = plan(
    `date,headline,url\n30/07/2020,${cell(link)},https://example.com/c\n31/07/2020,Second metal,${cell(inUrl)}\n`,
  );
  expect(releases.map(({ title, fields }) => [title, fields?.source?.url])).toEqual([
    ['First "pure" metal', 'https://example.com/c'],
    ['Second metal', 'https://example.com/b'],
  ]);
});

test.each(['=HYPERLINK(A1,"First metal")', '=HYPERLINK("https://x.example","Metal "&A1)'])(
  'planArchive() refuses the row of a formula whose headline only a spreadsheet knows: %s',
  (formula) => {
    const { releases, findings } = plan(`date,headline\n30/07/2020,${cell(formula)}\n`);
    expect(releases).toEqual([]);
    expect(findings[0]).toMatchObject({
      rule: 'csv-title-mangled',
      message: `${JSON.stringify(formula)} is a formula, and only a spreadsheet shows what it gives.`,
    });
  },
);
