import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import {
  feedInstant,
  isDay,
  machineDate,
  offsetsShowing,
  readSydneyDate,
  sydneyDate,
  sydneyMonth,
  sydneyOffset,
  sydneyYear,
  writeSydneyDate,
  zoneName,
  type ReleaseDate,
} from '../../src/release/sydney-time.ts';

// A hundred thousand look-ups take a second or more on a slow machine.
const PATIENCE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The Sundays on which New South Wales changed its clocks, as its proclamations and the Standard Time Act set them.
 * Clocks go forward at 2:00 standard time and back at 3:00 daylight time, both 16:00 UTC on the Saturday before.
 */
function changes(year: number): { back: number; forward: number } {
  const sundayFrom = (month: number, day: number) => {
    const from = Date.UTC(year, month - 1, day);
    return from + ((7 - new Date(from).getUTCDay()) % 7) * DAY - 8 * HOUR;
  };
  const lastSunday = (month: number) => sundayFrom(month, new Date(Date.UTC(year, month, 0)).getUTCDate() - 6);
  const back =
    year <= 1989
      ? sundayFrom(3, 15)
      : year <= 1995
        ? sundayFrom(3, 1)
        : year === 2006 // a week later for the Commonwealth Games in Melbourne
          ? sundayFrom(4, 1)
          : year <= 2007
            ? lastSunday(3)
            : sundayFrom(4, 1);
  // In 2000 two months earlier for the Olympic Games in Sydney.
  const forward = year === 2000 ? lastSunday(8) : year <= 2007 ? lastSunday(10) : sundayFrom(10, 1);
  return { back, forward };
}

/** The same once and for all, since it is asked for many thousand hours. */
const table = new Map(Array.from({ length: 2039 - 1986 }, (_, index) => [1986 + index, changes(1986 + index)]));

/** Minutes before UTC by the table above. */
function tableOffset(instant: number): number {
  const { back, forward } = table.get(new Date(instant).getUTCFullYear())!; // of 1986 to 2038 all are there
  return instant < back || instant >= forward ? 660 : 600;
}

/** Every hour of the three days around each Sunday on which clocks may change, and every seventh of the others, so all hours of a day. */
function* hours(from: number): Generator<number> {
  for (let instant = from, count = 0; instant < Date.UTC(2038, 0); instant += HOUR, count++) {
    const { back, forward } = table.get(new Date(instant).getUTCFullYear())!; // of 1986 to 2038 all are there
    const isNear = [back, forward].some((change) => Math.abs(instant - change) < 1.5 * DAY);
    if (isNear || count % 7 === 0) yield instant;
  }
}

test('sydneyOffset() is right in the hours of 1987 to 2037', () => {
  const wrong: string[] = [];
  for (const instant of hours(Date.UTC(1987, 0))) {
    if (sydneyOffset(instant) !== tableOffset(instant)) wrong.push(new Date(instant).toISOString());
  }
  expect(wrong).toEqual([]);
});

test(
  'readSydneyDate() takes the hours that clocks showed once, asks for the offset of those shown twice, refuses those skipped',
  { timeout: PATIENCE },
  () => {
    const wrong: string[] = [];
    const counts = { once: 0, twice: 0, never: 0 };
    for (const wall of hours(Date.UTC(1987, 0) + HOUR / 2)) {
      const text = new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
      const moments = [660, 600]
        .map((offset) => wall - offset * 60_000)
        .filter((at) => at + tableOffset(at) * 60_000 === wall);
      const read = readSydneyDate(text);
      const answer = 'date' in read ? read.date.instant : read.finding.rule;
      const [first = 'date-skipped'] = moments;
      if (answer !== (moments.length > 1 ? 'date-ambiguous' : first)) wrong.push(`${text} ${answer}`);
      counts[moments.length > 1 ? 'twice' : moments.length === 1 ? 'once' : 'never']++;
    }
    expect(wrong).toEqual([]);
    expect(counts).toEqual({ once: 69_988, twice: 51, never: 51 });
  },
);

test('writeSydneyDate() and readSydneyDate() give back every moment around the changes of the clocks', () => {
  const wrong: string[] = [];
  for (let year = 1987; year <= 2037; year++) {
    for (const change of Object.values(changes(year))) {
      for (let instant = change - 3 * HOUR; instant < change + 3 * HOUR; instant += 10 * 60_000) {
        const read = readSydneyDate(writeSydneyDate(sydneyDate(instant)));
        if (!('date' in read) || read.date.instant !== instant) wrong.push(new Date(instant).toISOString());
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.each<[text: string, date: ReleaseDate]>([
  ['2020-07-30', { instant: Date.UTC(2020, 6, 29, 14), day: '2020-07-30', offset: '+10:00' }],
  ['2020-12-30', { instant: Date.UTC(2020, 11, 29, 13), day: '2020-12-30', offset: '+11:00' }],
  ['2020-10-04', { instant: Date.UTC(2020, 9, 3, 14), day: '2020-10-04', offset: '+10:00' }],
  ['2020-07-30 09:15', { instant: Date.UTC(2020, 6, 29, 23, 15), day: '2020-07-30', time: '09:15', offset: '+10:00' }],
  [
    '2020-07-30T09:15:07',
    { instant: Date.UTC(2020, 6, 29, 23, 15, 7), day: '2020-07-30', time: '09:15:07', offset: '+10:00' },
  ],
  ['2020-07-29T23:15Z', { instant: Date.UTC(2020, 6, 29, 23, 15), day: '2020-07-30', time: '09:15', offset: '+10:00' }],
  [
    '2020-07-30 07:15 +0800',
    { instant: Date.UTC(2020, 6, 29, 23, 15), day: '2020-07-30', time: '09:15', offset: '+10:00' },
  ],
  [
    '2020-07-29 19:45-03:30',
    { instant: Date.UTC(2020, 6, 29, 23, 15), day: '2020-07-30', time: '09:15', offset: '+10:00' },
  ],
  [
    '2024-04-07 02:30+11:00',
    { instant: Date.UTC(2024, 3, 6, 15, 30), day: '2024-04-07', time: '02:30', offset: '+11:00' },
  ],
  [
    '2024-04-07 02:30+10:00',
    { instant: Date.UTC(2024, 3, 6, 16, 30), day: '2024-04-07', time: '02:30', offset: '+10:00' },
  ],
  ['2024-02-29', { instant: Date.UTC(2024, 1, 28, 13), day: '2024-02-29', offset: '+11:00' }],
  ['1969-12-31 23:59', { instant: Date.UTC(1969, 11, 31, 13, 59), day: '1969-12-31', time: '23:59', offset: '+10:00' }],
])('readSydneyDate(%j)', (text, date) => {
  expect(readSydneyDate(text)).toEqual({ date });
});

test.each([
  ['2023-02-29', 'date-no-such-day', 'February 2023 has 28 days; write the day on which the release was announced.'],
  ['2020-04-31 09:00', 'date-no-such-day', 'April 2020 has 30 days; write the day on which the release was announced.'],
  ['1799-12-31', 'date-no-such-day', 'Write the year with its four digits, for example 2020-07-30.'],
  ['2020-00-10', 'date-no-such-day', 'Months run from 01 to 12; write year, month and day, for example 2020-07-30.'],
  ['2020-07-00', 'date-no-such-day', 'July 2020 has 31 days; write the day on which the release was announced.'],
  [
    '31 February 2026',
    'date-no-such-day',
    'February 2026 has 28 days; write the day on which the release was announced.',
  ],
  ['29/02/2023', 'date-no-such-day', 'February 2023 has 28 days; write the day on which the release was announced.'],
  [
    '30 Feb 2026 9:15',
    'date-no-such-day',
    'February 2026 has 28 days; write the day on which the release was announced.',
  ],
  [
    '12/31/2026',
    'date-malformed',
    'Write year, month and day with hyphens: 2020-07-30, or with the Sydney time 2020-07-30 09:15.',
  ],
  [
    '2020-07-30 09:60',
    'date-no-such-time',
    'Write hours from 00 to 23 and minutes from 00 to 59, for example 2020-07-30 09:15.',
  ],
  ['1.7.2020', 'date-malformed', 'Write year, month and day with hyphens: 2020-07-01.'],
  [
    '2020-7',
    'date-malformed',
    'Write year, month and day with hyphens: 2020-07-30, or with the Sydney time 2020-07-30 09:15.',
  ],
  ['2020-7-30', 'date-malformed', 'Write year, month and day with hyphens: 2020-07-30.'],
  ['2020-07-30 9:15 pm', 'date-malformed', 'Write year, month and day with hyphens: 2020-07-30 21:15.'],
])('readSydneyDate(%j) finds %s', (text, rule, hint) => {
  const read = readSydneyDate(text);
  expect('finding' in read && [read.finding.rule, read.finding.hint]).toEqual([rule, hint]);
});

test('readSydneyDate() quotes a day that does not exist as it is written', () => {
  const read = readSydneyDate('30 Feb 2026 9:15');
  expect('finding' in read && read.finding.message).toBe('"30 Feb 2026 9:15" is a day that does not exist.');
});

test('a release is of the year and month of its Sydney day', () => {
  const newYear = sydneyDate(Date.parse('2020-12-31T13:00Z'));
  expect([newYear.day, newYear.time, sydneyYear(newYear), sydneyMonth(newYear)]).toEqual([
    '2021-01-01',
    '00:00',
    2021,
    '2021-01',
  ]);
  expect(sydneyYear(sydneyDate(Date.parse('2020-12-31T12:59:59Z')))).toBe(2020);
});

test('sydneyDate() shows seconds only when asked', () => {
  const instant = Date.parse('2020-07-29T23:15:07Z');
  expect(sydneyDate(instant).time).toBe('09:15');
  expect(sydneyDate(instant, true).time).toBe('09:15:07');
});

test('a release without a time stands in feeds at noon, on the same day in UTC, every day of 1987 to 2037', () => {
  const wrong: string[] = [];
  for (let midnight = Date.UTC(1987, 0); midnight < Date.UTC(2038, 0); midnight += DAY) {
    const day = new Date(midnight).toISOString().slice(0, 10);
    const read = readSydneyDate(day);
    const instant = 'date' in read ? feedInstant(read.date) : 0;
    const noon = sydneyDate(instant);
    if (noon.day !== day || noon.time !== '12:00' || new Date(instant).toISOString().slice(0, 10) !== day)
      wrong.push(day);
  }
  expect(wrong).toEqual([]);
  const timed = sydneyDate(Date.parse('2020-07-29T23:15Z'));
  expect(feedInstant(timed)).toBe(timed.instant);
});

test('a date is written for machines and with the name of its zone', () => {
  const winter = sydneyDate(Date.parse('2020-07-29T23:15Z'));
  const { time: _, ...untimed } = winter;
  const summer: ReleaseDate = { ...untimed, day: '2021-01-05', offset: '+11:00' };
  expect([machineDate(winter), machineDate(summer)]).toEqual(['2020-07-30T09:15+10:00', '2021-01-05']);
  expect([zoneName(winter), zoneName(summer), zoneName({ ...winter, offset: '+10:05' })]).toEqual([
    'AEST',
    'AEDT',
    'UTC+10:05',
  ]);
});

test('isDay() is true of a day that exists, without a time', () => {
  expect(['2020-02-29', '2021-02-29', '2020-07-30 09:15', '30/7/2020', ''].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('nothing depends on the time zone or the language of the machine', { timeout: PATIENCE }, () => {
  const module = (name: string) => JSON.stringify(new URL(`../../src/release/${name}`, import.meta.url).href);
  // A program of its own, since a running one may keep the zone in which it was started.
  const program = `
    const { readSydneyDate, sydneyDate, feedInstant, writeSydneyDate } = await import(${module('sydney-time.ts')});
    const { weekday, longDay } = await import(${module('day-words.ts')});
    const texts = ['2020-07-30', '2024-04-07 02:30', '2024-10-06 02:30', '2024-04-07 02:30+11:00', '2020-12-31 23:30', '2021-01-01T00:30Z'];
    const answers = texts.map((text) => readSydneyDate(text));
    for (let instant = Date.UTC(2020, 0); instant < Date.UTC(2021, 0); instant += 5 * ${HOUR}) {
      const date = sydneyDate(instant, true);
      answers.push([date, writeSydneyDate(date), feedInstant({ ...date, time: undefined }), weekday(date.day), longDay(date.day)]);
    }
    console.log(JSON.stringify(answers));`;
  const zones = [
    'UTC',
    'Australia/Sydney',
    'America/Los_Angeles',
    'Pacific/Kiritimati',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  ];
  const languages = ['C', 'de_DE.UTF-8', 'ar_EG.UTF-8', 'th_TH.UTF-8', 'C', 'C'];
  const answers = zones.map((TZ, index) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ, LC_ALL: languages[index], LANG: languages[index] },
      encoding: 'utf8',
    }),
  );
  expect(answers[0]?.length).toBeGreaterThan(10_000);
  expect(new Set(answers).size).toBe(1);
});

test('offsetsShowing() gives both offsets of a time that Sydney showed twice, and nothing for any other', () => {
  const texts = ['2020-04-05 02:30', '2020-04-05 01:59', '2020-04-05 03:00', '2020-10-04 02:30', '2020-04-05', ''];
  expect(texts.map(offsetsShowing)).toEqual([['+11:00', '+10:00'], [], [], [], [], []]);
});
