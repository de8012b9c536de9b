import { expect, test } from 'vitest';
import { grid, lines, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

const COLUMNS = [60, 300, 380];

test('importDocument() keeps a label without figures as a row of a table whose rows stand far apart', async () => {
  const head = row(['2026', '2025'], [300, 380], 100);
  const rows = [
    ...row(['Ore mined (kt)', '1,240', '1,102'], COLUMNS, 118),
    ...row(['of which:'], COLUMNS, 136),
    ...row(['open pit', '640', '502'], COLUMNS, 154),
    ...row(['underground', '600', '600'], COLUMNS, 172),
  ];
  expect(await bodyOf([...head, ...rows])).toContain('| Ore mined (kt) | 1,240 | 1,102 |\n| of which: |  |  |\n');
});

test('importDocument() joins the figures of one row between two lines, though they stand at two heights', async () => {
  const rules = [90, 110, 140, 160].map((y): Mark => ({ line: [60, y, 530, y] }));
  const xs = [64, 300, 420];
  const table = [
    ...row(['Class of shares', 'Number', 'Price'], xs, 104, true),
    ...row(['Placement to directors', '12,000'], xs, 122),
    { text: '0.25', x: 420, y: 134 },
    ...row(['Options', '4,000', '0.10'], xs, 154),
  ];
  expect(await bodyOf([...rules, ...table])).toContain('| Placement to directors | 12,000 | 0.25 |');
});

test.each([
  ['short labels', ['Gold (oz)', 'Silver (koz)', 'Copper (kt)', 'Zinc (kt)']],
  [
    'three long labels',
    ['Gold poured at Example Creek', 'Silver poured at Example Creek', 'Copper sold to the smelter'],
  ],
])('importDocument() keeps %s and the figures half a line below them a table', async (_, labels) => {
  const body = await bodyOf([
    ...lines(labels, { x: 60, y: 420, leading: 14 }),
    ...lines(['1,240', '88.1', '0.4', '1.3'].slice(0, labels.length), { x: 320, y: 427, leading: 14 }),
  ]);
  expect(body).toContain(`| ${labels[0]} | 1,240 |\n| ${labels[1]} | 88.1 |`);
});

test('importDocument() reads labels with colons whose values were set below one another by spaces', async () => {
  const rows = [['Registry:', 'Sample Pty Ltd'], ['Auditor:', 'Sample Audit'], ['Telephone:', '1300 000 000']]; // prettier-ignore
  const marks = rows.flatMap((texts, at) => row(texts, [60, [143, 131, 140][at] ?? 0], 420 + at * 14));
  expect(await bodyOf(marks)).toContain('| Auditor: | Sample Audit |\n| Telephone: | 1300 000 000 |');
});

test('importDocument() takes what stands a line below a label and beside it for no value of its', async () => {
  const rows = ['Registry:', 'Auditor:'].flatMap((text, at): Mark[] => [
    { text, x: 60, y: 400 + at * 30 },
    { text: `Level ${at}`, x: 320, y: 411 + at * 30 },
  ]);
  expect(await bodyOf(rows)).not.toContain('|');
});

test('importDocument() takes a sentence in bold type for no label of what stands beside it', async () => {
  const rows = [
    'The board has resolved to pay a first dividend of one cent a share',
    'The board has resolved to build the second mill at Example Creek',
  ].flatMap((text, at): Mark[] => [
    { text, x: 60, y: 400 + at * 14, size: 8, bold: true },
    { text: ['Record date 4 May', 'Start in June'][at] ?? '', x: 420, y: 400 + at * 14 },
  ]);
  expect(await bodyOf(rows)).not.toContain('|');
});

test('importDocument() joins no table of another page whose columns stand elsewhere', async () => {
  const other = [60, 220, 450];
  const body = await bodyOf(
    [...row(['Gold (oz)', '1,240', '1,102'], COLUMNS, 740), ...row(['Silver (koz)', '88.1', '90.4'], COLUMNS, 754)],
    [...row(['Trucks', '12', '14'], other, 60), ...row(['Loaders', '3', '4'], other, 74)],
  );
  expect(body.match(/\| --- \|/g)).toHaveLength(2);
});

test('importDocument() joins the rest of a table on the next page, though its labels are set in', async () => {
  const setIn = [76, 300, 380];
  const body = await bodyOf(
    [...row(['Gold (oz)', '1,240', '1,102'], COLUMNS, 740), ...row(['Silver (koz)', '88.1', '90.4'], COLUMNS, 754)],
    [...row(['Copper (kt)', '0.4', '0.3'], setIn, 60), ...row(['Zinc (kt)', '1.4', '1.3'], setIn, 74)],
  );
  expect(body).toContain('| Silver (koz) | 88.1 | 90.4 |\n| Copper (kt) | 0.4 | 0.3 |');
});

test('importDocument() ends the numbered table of a form at a text that runs below question and answer', async () => {
  const questions = ['Name of entity', 'Registration', 'Address'];
  const answers = ['Example Minerals', '12 345', 'Exampleton'];
  const text = 'The answers above are those of the day on which the form was lodged with the exchange.';
  const form = questions.flatMap((question, at) =>
    row([`1.${at + 1}`, question, answers[at] ?? ''], [60, 100, 320], 100 + at * 20),
  );
  expect(await bodyOf([...form, { text, x: 100, y: 156 }])).toContain(`| 1.3 | Address | Exampleton |\n\n${text}`);
});

test('importDocument() takes thin filled boxes for the lines of a table', async () => {
  const level = [742, 722, 702].map((y) => `60 ${y} 280 0.6 re f`);
  const upright = [60, 200, 340].map((x) => `${x} 702 0.6 40 re f`);
  const bars: Mark = { raw: ['0 g', ...level, ...upright].join('\n') };
  const cells = [...row(['Gold', 'Example Creek'], [64, 204], 114), ...row(['Silver', 'Sample Hill'], [64, 204], 134)];
  expect(await bodyOf([bars, ...cells])).toContain('| Gold | Example Creek |\n| Silver | Sample Hill |');
});

test('importDocument() takes a label of Form 604 in two parts, the first in bold type, for one', async () => {
  const form = [
    { text: 'To', x: 60, y: 130, bold: true },
    ...row(['Company Name/Scheme', 'Example Minerals Limited'], [90, 250], 130),
    ...row(['ACN/ARSN', '010 330 515'], [60, 250], 150),
  ];
  expect(await bodyOf(form)).toContain(
    '| To Company Name/Scheme | Example Minerals Limited |\n| ACN/ARSN | 010 330 515 |',
  );
});

test('importDocument() keeps figures below one another in a cell on lines of their own', async () => {
  const marks = [
    ...grid([60, 200, 260], [290, 310, 340]),
    ...row(['Resolution', 'For'], [64, 204], 304, true),
    ...row(['Remuneration report'], [64], 322),
    ...lines(['41,002,118', '94.12%'], { x: 204, y: 322 }),
  ];
  expect(await bodyOf(marks)).toContain('| Remuneration report | 41,002,118<br>94.12% |');
});

test('importDocument() reads a form whose answers stand in a box each, and whose numbers stand a little higher, as one table', async () => {
  const question = (number: string, texts: readonly string[], answer: string, y: number): Mark[] => [
    ...row([number, answer], [60, 304], y),
    ...lines(texts, { x: 84, y: y + 1.8 }),
  ];
  const marks = [
    ...grid([300, 530], [288, 304]),
    ...grid([300, 530], [308, 334]),
    ...grid([300, 530], [338, 354]),
    ...question('1', ['Class of securities'], 'Ordinary shares', 300),
    ...question('2', ['Number of securities, if known, or the', 'largest number'], '4,000,000', 318),
    ...question('3', ['Issue price'], '$0.05', 348),
  ];
  expect(await bodyOf(marks)).toBe(
    [
      '|  |  |  |',
      '| --- | --- | --- |',
      '| 1 | Class of securities | Ordinary shares |',
      '| 2 | Number of securities, if known, or the largest number | 4,000,000 |',
      '| 3 | Issue price | $0.05 |',
    ].join('\n'),
  );
});

/** A table whose level lines are drawn column by column, `gap` apart, each column's a little lower than the one before. */
const byColumns = (gap: number, lower = 0): Mark[] => [
  ...[0, 1, 2, 3].flatMap((at): Mark[] => [
    { line: [60, 290 + at * 16, 200, 290 + at * 16] },
    { line: [200 + gap, 290 + at * 16 + lower, 340 + gap, 290 + at * 16 + lower] },
  ]),
  ...['Mill', 'Camp', 'Road'].flatMap((name, at) =>
    row([name, `is built by ${name} Builders`], [64, 204 + gap], 302 + at * 16),
  ),
];

test.each([
  ['some way apart', 20, 0],
  ['not quite on one height', 8, 1],
])('importDocument() reads a table whose lines are drawn column by column, %s', async (_, gap, lower) => {
  expect(await bodyOf(byColumns(gap, lower))).toContain('| Camp | is built by Camp Builders |');
});

test.each([
  ['far apart', 80, 0],
  ['at heights of their own', 8, 8],
])('importDocument() makes no table of two columns whose lines are %s', async (_, gap, lower) => {
  expect(await bodyOf(byColumns(gap, lower))).not.toContain('|');
});

const LINES: readonly Mark[] = [310, 346].map((y): Mark => ({ line: [60, y, 530, y] }));
const BODY = [
  ...lines(['ORDINARY FULLY', 'PAID'], { x: 180, y: 324, leading: 11.5 }),
  ...row(['XMX', '1,250,000'], [60, 340], 329.75),
];

test('importDocument() reads a table of one row between two lines, whose cells stand in the middle of its height', async () => {
  const marks = [
    ...row(['Number of securities to be quoted'], [60], 274, true),
    ...lines(['ASX', 'code'], { x: 60, y: 292, bold: true, leading: 11.5 }),
    ...row(['Security description'], [180], 297.75, true),
    ...lines(['Number to be', 'quoted'], { x: 340, y: 292, bold: true, leading: 11.5 }),
    ...LINES,
    ...BODY,
  ];
  expect(await bodyOf(marks)).toBe(
    [
      '## Number of securities to be quoted',
      '',
      '| ASX code | Security description | Number to be quoted |',
      '| --- | --- | ---: |',
      '| XMX | ORDINARY FULLY<br>PAID | 1,250,000 |',
    ].join('\n'),
  );
});

test('importDocument() makes no table of what stands between two lines without names of columns above them', async () => {
  const marks = [...lines(['The company has these on issue.'], { x: 60, y: 298 }), ...LINES, ...BODY];
  expect(await bodyOf(marks)).not.toContain('|');
});

test('importDocument() reads the numbers and answers of a form that stand in the middle of their boxes’ height', async () => {
  const marks = [
    ...grid([300, 400, 530], [288, 324, 354]),
    ...lines(['Number of securities, if known, or', 'the largest number which may', 'be issued'], { x: 84, y: 298 }),
    ...row(['2', '4,000,000'], [60, 304], 310),
    ...lines(['Number and class of all', 'securities quoted'], { x: 84, y: 336 }),
    ...row(['8', '199,677,938', 'Ordinary shares'], [60, 304, 404], 342),
  ];
  expect(await bodyOf(marks)).toBe(
    [
      '|  |  |  |  |',
      '| --- | --- | ---: | --- |',
      '| 2 | Number of securities, if known, or the largest number which may be issued | 4,000,000 |  |',
      '| 8 | Number and class of all securities quoted | 199,677,938 | Ordinary shares |',
    ].join('\n'),
  );
});

test('importDocument() gives a name that begins where its cell does to the figures at the cell’s other edge', async () => {
  const figures = [
    ...row(['Revenue', '84.2', '71.9'], [60, 194, 269], 315),
    ...row(['EBITDA', '22.5', '16.0'], [60, 194, 269], 330),
    ...row(['Net profit', '9.9', '4.1'], [60, 199, 274], 345),
  ];
  const heads = [
    ['FY26', 'FY25'],
    ['$m', 'FY26', 'FY25'],
  ];
  for (const names of heads) {
    const head = row(names, [60, 139, 214].slice(-names.length), 300, true);
    expect(await bodyOf([...head, ...figures])).toContain(
      '| FY26 | FY25 |\n| --- | ---: | ---: |\n| Revenue | 84.2 | 71.9 |',
    );
  }
});
