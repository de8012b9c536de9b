import { expect, test } from 'vitest';
import { readCsvDate } from '../../../src/importers/csv/csv-date.ts';
import { readDayIn } from '../../../src/importers/guess/dates-in-text.ts';
import { guessDate } from '../../../src/importers/guess/date.ts';
import { writeSydneyDate } from '../../../src/release/sydney-time.ts';

test.each([
  ['30 July 2020', '2020-07-30'],
  ['Thursday, 30 July 2020', '2020-07-30'],
  ['Thursday July 30, 2020', '2020-07-30'],
  ['30th of Jul 2020', '2020-07-30'],
  ['the 19 day of August 2019', '2019-08-19'],
  ['3/7/2020', '2020-07-03'],
  ['2020-07-30', '2020-07-30'],
])('readDayIn() finds the day of %s', (text, day) => {
  expect(readDayIn(text)?.day).toBe(day);
});

test.each(['Friday, 30 July 2020', '30 February 2020', '7/30/2020', 'July 2020', '12/34/5678/9'])(
  'readDayIn() finds no day in %s',
  (text) => {
    expect(readDayIn(text)).toBeUndefined();
  },
);

const dateOf = (texts: readonly string[], about = {}) =>
  guessDate(
    { blocks: [], lines: texts.map((text) => ({ text, page: 1, strong: false })), about, notes: [] },
    '2026-11-23',
  )?.value.day;

test('guessDate() believes a line that is a date, a dateline, and a form’s own field', () => {
  expect(dateOf(['ASX ANNOUNCEMENT', '30 July 2020', 'First metal'])).toBe('2020-07-30');
  expect(dateOf(['First metal', 'PERTH, 30 July 2020 – Example Minerals Limited reports.'])).toBe('2020-07-30');
  expect(dateOf(['1.5 Date of this announcement', '15/1/2024'])).toBe('2024-01-15');
  expect(dateOf(['Date of Notice: 23 August 2019'])).toBe('2019-08-23');
});

test('guessDate() believes no date inside the text, none after today and none after the file was made', () => {
  expect(dateOf(['First metal', 'The plant was opened on 30 July 2020 by the minister.'])).toBeUndefined();
  expect(dateOf(['24 November 2026'])).toBeUndefined();
  expect(dateOf(['30 July 2020'], { created: Date.parse('2020-06-01T00:00Z') })).toBeUndefined();
  expect(dateOf(['30 July 2020', '31 July 2020'])).toBeUndefined();
});

test('guessDate() believes a signature’s date only when the file was made on that day in Sydney', () => {
  const signed = ['Dated the 19 day of August 2019'];
  expect(dateOf(signed)).toBeUndefined();
  expect(dateOf(signed, { created: Date.parse('2019-08-18T14:30Z') })).toBe('2019-08-19');
  expect(dateOf(signed, { created: Date.parse('2019-08-19T14:30Z') })).toBeUndefined();
});

const csvDate = (text: string, mixed = false) => {
  const read = readCsvDate(text, mixed);
  return 'date' in read ? writeSydneyDate(read.date) : read.finding.rule;
};

test.each([
  ['30/07/2020', '2020-07-30'],
  ['3/7/2020 9:15 am', '2020-07-03 09:15'],
  ['30/07/2020 12:05 PM', '2020-07-30 12:05'],
  ['30/07/2020 0:00', '2020-07-30'],
  ['2020-07-30T14:30', '2020-07-30 14:30'],
  ['30-Jul-2020', '2020-07-30'],
  ['44042', 'csv-date-number'],
  ['30/07/20', 'csv-date-short-year'],
  ['07/30/2020', 'csv-date-month-first'],
  ['########', 'csv-date-malformed'],
  ['30/07/2020 maybe', 'csv-date-malformed'],
  ['5/4/2020 2:30', 'date-ambiguous'],
  ['', 'csv-date-missing'],
])('readCsvDate() reads %s as %s', (text, expected) => {
  expect(csvDate(text)).toBe(expected);
});

test('readCsvDate() reports a date that could be two days where other rows have the month first', () => {
  expect(csvDate('3/7/2020', true)).toBe('csv-date-two-ways');
  expect(csvDate('7/7/2020', true)).toBe('2020-07-07');
  expect(csvDate('30/7/2020', true)).toBe('2020-07-30');
});
