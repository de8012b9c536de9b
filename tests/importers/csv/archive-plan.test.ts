import { expect, test } from 'vitest';
import fc from 'fast-check';
import { planArchive } from '../../../src/importers/csv/archive-plan.ts';
import { readCsv } from '../../../src/importers/csv/read-csv.ts';

const today = '2026-11-23';

test('readCsv() reads quoted cells with separators, line ends and quotation marks in them', () => {
  expect(readCsv('\ufeffheadline,date\r\n"First metal, ""pure""\nand more",30/07/2020\r\n\r\n')).toEqual([
    { line: 1, cells: ['headline', 'date'] },
    { line: 2, cells: ['First metal, "pure"\nand more', '30/07/2020'] },
  ]);
});

test('readCsv() takes the semicolons of other countries’ spreadsheets', () => {
  expect(readCsv('headline;date\nGold, silver;30/07/2020')[1]?.cells).toEqual(['Gold, silver', '30/07/2020']);
});

test('readCsv() gives every table back that was written as RFC 4180 has it', () => {
  const cell = fc.stringMatching(/^[a-z",;\n\t ]{0,8}$/);
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(table, (rows) => {
      const header = ['a', 'b', 'c'];
      const text = [header, ...rows]
        .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        .join('\r\n');
      const kept = rows.filter((row) => row.some((one) => one !== ''));
      expect(
        readCsv(text)
          .slice(1)
          .map((row) => row.cells),
      ).toEqual(kept);
    }),
  );
});

test('planArchive() finds columns by their names, in any order, and types by the exchange’s names', () => {
  const csv = 'File,Announcement Type,Date,ASX code,Headline\na/1.pdf,Trading Halt,30/07/2020 9:15,XMX,Trading halt\n';
  const { releases, findings } = planArchive(csv, undefined, today);
  expect(findings).toEqual([]);
  expect(releases).toMatchObject([
    {
      id: '2020/2020-07-30-trading-halt',
      code: ['XMX'],
      types: ['trading-halt'],
      file: 'a/1.pdf',
      date: { day: '2020-07-30', time: '09:15' },
    },
  ]);
});

test('planArchive() finds columns by what they hold where none is named', () => {
  const { releases, columns } = planArchive(
    '30/07/2020,First metal,1.pdf\n31/07/2020,Second metal,2.pdf\n',
    ['XMX'],
    today,
  );
  expect(releases.map((release) => release.id)).toEqual([
    '2020/2020-07-30-first-metal',
    '2020/2020-07-31-second-metal',
  ]);
  expect(columns).toEqual([
    'date: column 1, by what it holds',
    'file: column 3, by what it holds',
    'title: column 2, by what it holds',
  ]);
});

test('planArchive() numbers equal headlines of one day in the order of the rows', () => {
  const { releases } = planArchive('headline,date\nNotice,30/07/2020\nNotice,30/07/2020\n', ['XMX'], today);
  expect(releases.map((release) => release.id)).toEqual(['2020/2020-07-30-notice', '2020/2020-07-30-notice-2']);
});

test('planArchive() reports each row that a person must look at, with its line, and makes the others', () => {
  const csv = [
    'headline,date,code,type,file',
    'First metal,44042,XMX,,1.pdf',
    '#NAME?,30/07/2020,XMX,,1.pdf',
    'Second metal,30/07/2020,xmx,,1.pdf',
    'Third metal,30/07/2020,XMX,Trading Hold,1.pdf',
    'Fourth metal,30/07/2020,XMX,,../1.pdf',
    'Fifth metal,1/12/2026,XMX,,1.pdf',
    'Companyâ€™s metal,30/07/2020,XMX,,1.pdf',
    'Sixth metal,30/07/2020,XMX,,',
  ].join('\n');
  const { releases, findings } = planArchive(csv, undefined, today);
  expect(releases.map((release) => release.title)).toEqual(['Third metal', 'Sixth metal']);
  expect(findings.map(({ line, rule, stops }) => `${line} ${rule} ${stops}`)).toEqual([
    '2 csv-date-number true',
    '3 csv-title-mangled true',
    '4 csv-code-malformed true',
    '5 csv-type-unknown false',
    '6 csv-file-outside true',
    '7 csv-date-future true',
    '8 csv-title-encoding true',
    '9 csv-file-missing false',
  ]);
  expect(findings[0]).toMatchObject({ message: '"44042" is a spreadsheet\'s number for a day, perhaps 2020-07-30.' });
});

test('planArchive() says which column it lacks', () => {
  expect(planArchive('code,type\nXMX,Trading Halt\n', undefined, today).findings[0]?.message).toBe(
    'No column was found for the headline and the date.',
  );
});

test('planArchive() takes no text of many lines for a headline, as an open quotation mark makes it', () => {
  const csv = `headline,date,code\n"${'word '.repeat(300)}",30/07/2020,XMX\n`;
  const { releases, findings } = planArchive(csv, undefined, '2026-11-23');
  expect(releases).toEqual([]);
  expect(findings[0]?.message).toBe(
    'The headline has 1499 characters, so it is none; perhaps a quotation mark that opens it is never closed.',
  );
});

test('planArchive() names columns without a name and cells beside the last column that hold something', () => {
  const { columns } = planArchive(
    'Headline,,Date,,Code,Date\nMetal poured,secret,14/10/2024,,XMX,1/1/2024\nMetal,,15/10/2024,,XMX,,more\n',
    undefined,
    '2026-11-23',
  );
  expect(columns.at(-1)).toBe('not used: column 2, which has no name, column "Date", column 7, which has no name');
});

test('planArchive() finds the names of the columns below a title, and names what stands above them', () => {
  const { releases, columns } = planArchive(
    'Announcements of Example Minerals\n"Exported, 20/11/2026",XMX\n\nDate,Headline,Code\n14/10/2024,Metal poured,XMX\n',
    undefined,
    '2026-11-23',
  );
  expect(releases.map(({ line, title }) => [line, title])).toEqual([[5, 'Metal poured']]);
  expect(columns[0]).toBe('above the columns, left out: “Announcements of Example Minerals Exported, 20/11/2026 XMX”');
});

test.each([
  ['Headline,Date,Time (AWST)', '14/01/2025,9:15 am', '12:15'],
  ['Headline,Date,Time (AWST)', '14/01/2025,9:15 am AEDT', '09:15'],
  ['Headline,Date/Time AEST', '14/01/2025 9:15', '10:15'],
  ['Headline,Date,Time (Sydney time)', '14/01/2025,9:15', '09:15'],
])('planArchive() reads times in the zone that the name of their column has: %s, %s', (names, cells, time) => {
  const { releases, columns } = planArchive(`${names}\nMetal poured,${cells}\n`, ['XMX'], today);
  expect(releases[0]?.date.time).toBe(time);
  expect(columns.join()).not.toContain('not used');
});

test('planArchive() has a person look at AEST in the months of AEDT', () => {
  const { findings } = planArchive('Headline,Date,Time\nMetal,14/01/2025,9:15 am AEST\n', ['XMX'], today);
  expect(findings.map(({ line, rule, stops }) => [line, rule, stops])).toContainEqual([
    2,
    'csv-date-zone-of-season',
    false,
  ]);
});

test('planArchive() says which row an open quotation mark is in, and takes none of what follows for a release', () => {
  const { releases, findings } = planArchive(
    'headline,date,code\nMetal,14/10/2024,XMX\n"Ore,15/10/2024,XMX\nMore,16/10/2024,XMX\n',
    undefined,
    today,
  );
  expect(releases.map(({ title }) => title)).toEqual(['Metal']);
  expect(findings.filter(({ stops }) => stops)).toEqual([
    {
      line: 3,
      stops: true,
      rule: 'csv-quote-open',
      message: 'A quotation mark in this row is never closed, so all that follows was taken for one cell.',
      hint: 'Take the mark out, or write it twice where it belongs to the value, and import the list again.',
    },
  ]);
});

test('planArchive() names the row whose headline, code and date another row has', () => {
  const { releases, findings } = planArchive(
    'headline,date,code,file\nMetal,14/10/2024 9:15,XMX,1.pdf\nMetal,14/10/2024 9:16,XMX,2.pdf\nMetal,14/10/2024 9:15,XMX,3.pdf\n',
    undefined,
    today,
  );
  expect(releases).toHaveLength(3);
  expect(findings).toEqual([
    {
      line: 4,
      stops: false,
      rule: 'csv-row-twice',
      message: 'The headline, the code and the date are those of line 2; a second draft was made.',
      hint: 'Delete one of the two drafts, unless both were announced.',
    },
  ]);
});

test('planArchive() takes the midnight of a day for none where the time has a column of its own', () => {
  const { releases } = planArchive(
    'headline,date,time,code\nMetal,2024-10-14T00:00:00,8:31 AM,XMX\nOre,2024-10-14 00:00:00.000,,XMX\n',
    undefined,
    today,
  );
  expect(releases.map(({ date }) => date.time)).toEqual(['08:31', undefined]);
});

test('readCsv() reads cells between bars', () => {
  expect(readCsv('Date|Headline\n14/10/2024|Gold, silver\n')[1]?.cells).toEqual(['14/10/2024', 'Gold, silver']);
});
