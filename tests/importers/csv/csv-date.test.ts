import { expect, test } from 'vitest';
import { readCsvDate } from '../../../src/importers/csv/csv-date.ts';
import { writeSydneyDate } from '../../../src/release/sydney-time.ts';

const read = (cell: string) => {
  const found = readCsvDate(cell, false);
  return 'date' in found
    ? `${writeSydneyDate(found.date)}${found.doubt ? ` ?${found.doubt.rule}` : ''}`
    : found.finding;
};

test.each([
  ['14/01/2025 9:15 am AEDT', '2025-01-14 09:15'],
  ['14/01/2025 9:15 am AEST', '2025-01-14 10:15 ?csv-date-zone-of-season'],
  ['14/07/2025 9:15 am AEST', '2025-07-14 09:15'],
  ['14/07/2025 9:15 am (AEDT)', '2025-07-14 08:15 ?csv-date-zone-of-season'],
  ['14/01/2025 11:30 pm AEST', '2025-01-15 00:30 ?csv-date-zone-of-season'],
  ['14/01/2025 9:15 am AWST', '2025-01-14 12:15'],
  ['14/01/2025 9:15 am ACST', '2025-01-14 10:45'],
  ['14/01/2025 9:15 am ACDT', '2025-01-14 09:45'],
  ['14/01/2025 9:15 am Perth time', '2025-01-14 12:15'],
  ['14/01/2025 9:15 am (Brisbane time)', '2025-01-14 10:15'],
  ['14/01/2025 9:15 am (Sydney time)', '2025-01-14 09:15'],
  ['14/01/2025 9:15 am AET', '2025-01-14 09:15'],
  ['14/01/2025 9:15AEDT', '2025-01-14 09:15'],
  ['14/01/2025 8:31 a.m.', '2025-01-14 08:31'],
  ['14/01/2025 8:31:05 pm', '2025-01-14 20:31:05'],
  ['14/01/2025 08:31:00', '2025-01-14 08:31'],
  ['2025-01-14 08:31:45 AEDT', '2025-01-14 08:31:45'],
  ['14/01/2025 AEST', '2025-01-14'],
])('readCsvDate(%j) is %s', (cell, date) => expect(read(cell)).toBe(date));

test('readCsvDate() says what a zone that Sydney did not have on that day was taken for', () => {
  const found = readCsvDate('14/01/2025 9:15 am AEST', false);
  expect('date' in found && found.doubt).toEqual({
    rule: 'csv-date-zone-of-season',
    message: '"14/01/2025 9:15 am AEST" says AEST, but Sydney had AEDT on that day; it was taken as 10:15 in Sydney.',
    hint: "Where the time is Sydney's own, write AEDT, or no zone.",
  });
});

test.each([
  ['14/01/2025 9:15 am NZDT', 'csv-date-zone'],
  ['14/01/2025 9:15 am Adelaide time', 'csv-date-zone'],
  ['14/01/2025 in the morning', 'csv-date-malformed'],
])('readCsvDate(%j) guesses no time: %s', (cell, rule) => expect(read(cell)).toMatchObject({ rule }));
