import { expect, test } from 'vitest';
import { clockTime, dayAndMonth, longDay, monthName, shortDay, weekday } from '../../src/release/day-words.ts';

test('a day is written in full, short, and without its year', () => {
  expect([longDay('2021-01-05'), shortDay('2021-01-05'), dayAndMonth('2021-01-05')]).toEqual([
    '5 January 2021',
    '5 Jan 2021',
    '5 Jan',
  ]);
});

test('monthName() takes a day or a month, weekday() a day', () => {
  expect([monthName('2020-07-30'), monthName('2020-12'), weekday('2020-07-30')]).toEqual([
    'July',
    'December',
    'Thursday',
  ]);
});

test('clockTime() writes midnight and noon as 12, and seconds where there are some', () => {
  expect(['00:00', '00:05', '09:15', '11:59', '12:00', '13:30:05', '23:59'].map(clockTime)).toEqual([
    ...['12:00 am', '12:05 am', '9:15 am', '11:59 am', '12:00 pm', '1:30:05 pm', '11:59 pm'],
  ]);
});
