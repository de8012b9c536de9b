import { expect, test } from 'vitest';
import { importDocument } from '../../../src/importers/import-document.ts';
import { grid, lines, makePdf, type Mark } from '../make-pdf.ts';
import { bodyOf, row } from './body-of.ts';

test('importDocument() finds a table where the page was moved before a part of it was moved once more', async () => {
  const table = [...grid([60, 200, 340], [100, 120, 140]), ...row(['Gold', 'oz'], [64, 204], 114)];
  const moved: Mark = { raw: '1 0 0 1 60 -90 cm q 1 0 0 1 200 300 cm Q' };
  expect(await bodyOf([moved, ...table, ...row(['Silver', 'koz'], [64, 204], 134)])).toBe(
    '|  |  |\n| --- | --- |\n| Gold | oz |\n| Silver | koz |',
  );
});

test('importDocument() leaves two short sentences side by side out of the table of figures below them', async () => {
  const body = await bodyOf([
    ...row(['Costs were lower.', 'Sales were higher.'], [60, 300], 100),
    ...row(['Gold (oz)', '1,240', '1,102'], [60, 300, 380], 114),
    ...row(['Silver (koz)', '88.1', '90.4'], [60, 300, 380], 128),
  ]);
  expect(body).toContain('| Gold (oz) | 1,240 | 1,102 |');
  expect(body).not.toContain('| Costs were lower.');
});

test('importDocument() gives a text that is wider than its cell to the cell where it begins', async () => {
  const long = 'A name that is longer than its cell is wide';
  const table = [...grid([60, 130, 340], [100, 120, 140]), { text: long, x: 64, y: 114 }];
  expect(await bodyOf([...table, ...row(['Silver', 'koz'], [64, 134], 134)])).toBe(
    `| ${long} |  |\n| --- | --- |\n| Silver | koz |`.replace(/^(.*)\n(.*)\n/, '|  |  |\n$2\n$1\n'),
  );
});

test('importDocument() gives a text just below a line to the cell below it', async () => {
  const table = [...grid([60, 200, 340], [100, 120, 140]), ...row(['Gold', 'oz'], [64, 204], 116)];
  expect(await bodyOf([...table, ...row(['Silver', 'koz'], [64, 204], 128.5)])).toBe(
    '|  |  |\n| --- | --- |\n| Gold | oz |\n| Silver | koz |',
  );
});

test('importDocument() keeps the lines of a block that is set to the right', async () => {
  const block = ['Level 12', '1 Example Street', 'Exampleton'].map((text, index): Mark => ({
    text,
    x: [497.2, 458.3, 482.2][index] ?? 0,
    y: 60 + index * 12,
  }));
  const text = lines(['The company has moved its office to the address above, which is also that of its registry.'], {
    x: 60,
    y: 140,
  });
  expect(await bodyOf([...block, ...text])).toMatch(/^Level 12\\\n1 Example Street\\\nExampleton/);
});

test('importDocument() leaves labels above their answers as headings in a document that is no online form', async () => {
  expect(
    await bodyOf([
      { text: 'Entity name', x: 60, y: 60, bold: true },
      { text: 'Example Minerals Limited', x: 60, y: 74 },
      { text: 'Registry', x: 60, y: 100, bold: true },
      { text: 'Example Registry Limited', x: 60, y: 114 },
    ]),
  ).not.toContain('|');
});

test('importDocument() gives a word in a gutter to the column that it stands nearer to', async () => {
  const left = ['The mill ran on all days', 'of the quarter but two', 'and reached its plan', 'for the third time.'];
  const right = ['Costs fell by a tenth,', 'as less diesel was used', 'on the haul road to the', 'new waste dump.'];
  const body = await bodyOf([
    ...lines(left, { x: 60, y: 100 }),
    ...lines(right, { x: 400, y: 100 }),
    { text: 'NEW', x: 360, y: 112 },
  ]);
  expect(body).toMatch(/third time\.\n\nCosts fell/);
  expect(body.indexOf('NEW')).toBeGreaterThan(body.indexOf('Costs fell'));
});

test.each([
  ['close behind a word', 96.8, 'Copper <sup>2</sup>'],
  ['far behind it', 98.8, '2\n\nCopper'],
  ['over it', 66, '2\n\nCopper'],
])('importDocument() takes a small figure %s for what it is', async (_, x, body) => {
  // "Copper" ends at 92.8.
  expect(
    await bodyOf([
      { text: 'Copper', x: 60, y: 300 },
      { text: '2', x, y: 296, size: 6 },
    ]),
  ).toBe(body);
});

test('importDocument() joins an item of a list that goes on over a page', async () => {
  const bytes = makePdf({
    pages: [
      lines(['• The mill reached its plan', '• The company has signed the'], { x: 60, y: 700, leading: 20 }),
      lines(['sale of the old camp.'], { x: 70, y: 60 }),
    ],
  });
  const { draft } = await importDocument('a.pdf', bytes, { code: ['XMX'], title: 'Layout' }, { today: '2026-11-23' });
  expect(draft.body).toBe('- The mill reached its plan\n- The company has signed the sale of the old camp.');
});

test('importDocument() takes a printed number beside the company’s name for the foot of a page', async () => {
  const text = lines(['The company has moved its office to the address above.'], { x: 60, y: 140 });
  const foot = row(['Example Minerals Limited', '27'], [60, 500], 800);
  expect(await bodyOf([...text, ...foot])).toBe('The company has moved its office to the address above.');
});

test('importDocument() names no columns by a first row that stands in the first of them alone', async () => {
  const head = [
    { text: 'Gold', x: 60, y: 100, bold: true },
    { text: 'mine', x: 110, y: 100, bold: true },
  ];
  const rows = Array.from({ length: 14 }, (_, index) =>
    row([`Level ${index} of the pit`, '1,240', '1,102'], [60, 300, 380], 114 + index * 14),
  ).flat();
  expect(await bodyOf([...head, ...rows])).toMatch(/^(?:\| {2}){3}\|\n\| --- \| ---: \| ---: \|\n\| Gold mine \|/);
});

test('importDocument() takes what a line parts from the text for a running head, however close it stands', async () => {
  const texts = ['The mill ran on all days of May.', 'Costs fell by a tenth.', 'The road was mended.'];
  const pages = texts.map((text): Mark[] => [
    { text: 'Example Minerals quarterly', x: 60, y: 60 },
    { line: [50, 64, 540, 64] },
    { text, x: 60, y: 76 },
  ]);
  const { draft } = await importDocument('a.pdf', makePdf({ pages }), { code: ['XMX'] }, { today: '2026-11-23' });
  expect(draft.body).toBe(texts.join('\n\n'));
});

test('importDocument() counts text on its side among what the page shows', async () => {
  const marks = [
    { text: 'The mill ran on all days.', x: 60, y: 60 },
    { text: 'Figure by the company', x: 40, y: 600, sideways: true },
  ];
  const { draft, notes } = await importDocument(
    'a.pdf',
    makePdf({ pages: [marks] }),
    { code: ['XMX'] },
    { today: '2026-11-23' },
  );
  expect(draft.body).toMatch(/Figure by the company$/);
  expect(notes.filter((note) => note.startsWith('The draft'))).toEqual([]);
  expect(notes).toContain('Text that stands on its side was put at the end of its page: page 1.');
});

test('importDocument() takes the second line of a bullet with it that begins below the bullet', async () => {
  const item = (text: string, y: number): Mark[] => row(['•', text], [60, 80], y);
  const marks = [...item('The mill ran on all days of the quarter,', 60), { text: 'and in May too.', x: 60, y: 74 }];
  expect(await bodyOf([...marks, ...item('Costs fell.', 88)])).toBe(
    '- The mill ran on all days of the quarter, and in May too.\n- Costs fell.',
  );
});

test('importDocument() takes words with their shadow once', async () => {
  const shadow = { text: 'Outlook for 2027', x: 63, y: 63, size: 16 };
  const marks = [shadow, { text: 'Outlook for 2027', x: 60, y: 60, size: 16 }];
  expect(await bodyOf([...marks, ...lines(['The mill runs on all days.'], { x: 60, y: 90 })])).toBe(
    '## Outlook for 2027\n\nThe mill runs on all days.',
  );
});

test.each(['Demi', 'Heavy'])('importDocument() takes a face named %s for bold type', async (name) => {
  const plan = makePdf({
    pages: [
      [{ text: 'Outlook', x: 60, y: 60, bold: true }, ...lines(['The mill runs on all days.'], { x: 60, y: 90 })],
    ],
  });
  const bytes = Buffer.from(
    Buffer.from(plan).toString('latin1').replace('Helvetica-Bold', `Face-${name}`.padEnd(14)),
    'latin1',
  );
  const { draft } = await importDocument('a.pdf', bytes, { code: ['XMX'], title: 'Layout' }, { today: '2026-11-23' });
  expect(draft.body).toMatch(/^## Outlook/);
});

test('importDocument() takes the foot of a page for one also within a line around the whole page', async () => {
  const frame = grid([30, 565], [30, 822]);
  const page = (text: string): Mark[] => [
    ...frame,
    { text, x: 60, y: 300 },
    { text: 'Example Minerals', x: 60, y: 745 },
  ];
  const bytes = makePdf({ pages: [page('Sales of gold rose.'), page('Costs fell.'), page('Work goes on.')] });
  const { draft } = await importDocument('a.pdf', bytes, { code: ['XMX'], title: 'A' }, { today: '2026-11-23' });
  expect(draft.body).toBe('Sales of gold rose.\n\nCosts fell.\n\nWork goes on.');
});

test('importDocument() parts paragraphs counted with letters or Roman figures and a stop, and no sentence at initials', async () => {
  const counted = ['The directors believe so because:', 'i. the company had cash; and', 'ii. it can raise more.'];
  expect(await bodyOf(lines(counted, { x: 60, y: 300 }))).toBe(counted.join('\n\n'));
  const wrapped =
    'The letter of the exchange about the trading of shares was answered on the day by the chair of the board, Ms';
  expect(await bodyOf(lines([wrapped, 'J. Doe, in writing.'], { x: 60, y: 300 }))).toBe(
    `${wrapped} J. Doe, in writing.`,
  );
});

test('importDocument() makes no heading of a letterhead with its date in one text', async () => {
  const text = 'ASX ANNOUNCEMENT | 12 March 2026';
  const body = await bodyOf([
    { text, x: 60, y: 200, bold: true },
    ...lines(['The mill ran on all days.'], { x: 60, y: 230 }),
  ]);
  expect(body).toBe(`${text}\n\nThe mill ran on all days.`);
});
