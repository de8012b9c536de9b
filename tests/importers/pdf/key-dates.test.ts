import { expect, test } from 'vitest';
import { bodyOf, row } from './body-of.ts';

const at = (rows: readonly (readonly string[])[], x: number) =>
  rows.flatMap((texts, index) => row(texts, [60, x], 180 + index * 15));

test('importDocument() makes a table of a timetable whose dates have times and weekdays and no year', async () => {
  const dates = [
    ['Record date', '7.00pm (AEST), Tuesday, 2 October'],
    ['Offer opens', 'Thursday, 4 October'],
    ['Offer closes', '5.00pm, 18 October'],
    ['Shares start trading on a normal', 'on or about 25 October'],
  ];
  const body = await bodyOf([
    ...row(['Event', 'Date'], [60, 360], 160, true),
    ...at(dates, 360),
    { text: 'settlement basis', x: 60, y: 237 },
  ]);
  expect(body).toBe(
    [
      '| Event | Date |',
      '| --- | --- |',
      '| Record date | 7.00pm (AEST), Tuesday, 2 October |',
      '| Offer opens | Thursday, 4 October |',
      '| Offer closes | 5.00pm, 18 October |',
      '| Shares start trading on a normal settlement basis | on or about 25 October |',
    ].join('\n'),
  );
});

test('importDocument() makes a table of a timetable whose dates stand on the left', async () => {
  const dates = [
    ['2 October', 'Record date'],
    ['17 October', 'Opening date'],
    ['8 November', 'Closing date'],
  ];
  expect(await bodyOf(at(dates, 200))).toBe(
    '|  |  |\n| --- | --- |\n| 2 October | Record date |\n| 17 October | Opening date |\n| 8 November | Closing date |',
  );
});

test('importDocument() takes the first date of a timetable for no name of its columns', async () => {
  const dates = [
    ['Announcement of the offer', '20 November 2026'],
    ['Record date', 'on or about 25 November'],
  ];
  expect(await bodyOf(at(dates, 300))).toMatch(
    /^\| {2}\| {2}\|\n.*\n\| Announcement of the offer \| 20 November 2026 \|/,
  );
});

test('importDocument() reads a timetable whose dates stand on the left and are quarters in part', async () => {
  const when = ['Late August 2026', 'October 2026', 'December quarter 2026'];
  const what = ['Camp handed over', 'Mill commissioned', 'First gold pour'];
  const marks = when.flatMap((date, index) => row([date, what[index] ?? ''], [60, 240], 300 + index * 14));
  expect(await bodyOf(marks)).toContain('| December quarter 2026 | First gold pour |');
});
