import { expect, test } from 'vitest';
import { bodyOf, row } from './body-of.ts';

const X = [60, 240, 320];
const result = [
  ...row(['', '2026 $m', '2025 $m'], X, 200, true).slice(1),
  ...row(['Net interest income', '1,204.1', '1,150.7'], X, 219),
  ...row(['Other operating income', '310.0', '322.4'], X, 238),
  ...row(['Operating expenses', '(701.3)', '(688.8)'], X, 257),
];

test('importDocument() ends a table at the heading of the next one, whose columns are others', async () => {
  const dates = [
    ...row(['Ex-dividend date', 'Wednesday, 26 August 2026'], [60, 180], 318),
    ...row(['Payment date', 'Monday, 28 September 2026'], [60, 180], 337),
  ];
  const text = await bodyOf([...result, { text: 'Key dates', x: 56, y: 287, bold: true }, ...dates]);
  expect(text).toContain('| Operating expenses | (701.3) | (688.8) |\n\n## Key dates\n\n|');
  expect(text).toContain('| Payment date | Monday, 28 September 2026 |');
});

test('importDocument() ends a table at a heading below which text stands, though another table follows', async () => {
  const text = 'The second half has begun as the first one ended, and the Board expects costs of:';
  const outlook = [
    { text: 'Outlook', x: 56, y: 287, bold: true },
    { text, x: 56, y: 307 },
    ...row(['Fuel', '300.0', '310.0'], X, 326),
    ...row(['Power', '120.0', '130.0'], X, 345),
  ];
  expect(await bodyOf([...result, ...outlook])).toContain(`| (688.8) |\n\n## Outlook\n\n${text}\n\n|`);
});

test('importDocument() keeps the name of a table’s part in the table', async () => {
  const rest = [
    { text: 'Other comprehensive income', x: 60, y: 282, bold: true },
    ...row(['Fair value of shares', '12.0', '(4.1)'], X, 301),
  ];
  expect(await bodyOf([...result, ...rest])).toContain(
    '| Other comprehensive income |  |  |\n| Fair value of shares | 12.0 | (4.1) |',
  );
});
