import { quote } from '../../text/quote.ts';
import type { Finding } from '../../release/problem.ts';
import { readSydneyDate, zoneName, type ReleaseDate } from '../../release/sydney-time.ts';
import { zoneOffset } from '../../release/zone-offset.ts';
import { readDayIn } from '../guess/dates-in-text.ts';

/**
 * Reads the date of a spreadsheet's cell: `2020-07-30`, `30/07/2020` (the day comes first), `30 July 2020`, with or
 * without a Sydney time behind it (`9:15 am`, `09:15`), or one of the zone that it names (`9:15 am AWST`). What a spreadsheet
 * has mangled is a finding, and so is a date that could be two days, which `mixed` says: some other row of the file has the
 * month first. `doubt` is what a person must look at in a date that was read.
 */
export function readCsvDate(text: string, mixed: boolean): CsvDate {
  const value = withYear(text.trim().replace(/\s+/g, ' '));
  const moment = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})$/.exec(value);
  if (moment) return readSydneyDate(`${moment[1]}${moment[2]}`);
  if (value === '')
    return fault('csv-date-missing', 'The row has no date.', 'Write the day on which it was announced.');
  if (/^\d{5}(?:\.\d+)?$/.test(value)) {
    const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(value)) * 86_400_000).toISOString().slice(0, 10);
    return fault(
      'csv-date-number',
      `${quote(value)} is a spreadsheet's number for a day, perhaps ${day}.`,
      'Give the column the format of a date in the spreadsheet and save it again.',
    );
  }
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\b/.exec(value);
  if (parts?.[3]?.length === 2)
    return fault(
      'csv-date-short-year',
      `${quote(value)} has a year of two digits.`,
      'Write the year in full, for example 30/07/2020.',
    );
  if (parts && Number(parts[2]) > 12)
    return fault(
      'csv-date-month-first',
      `${quote(value)} has the month first.`,
      'Write the day first, as in 30/07/2020, or year-month-day.',
    );
  if (parts && mixed && Number(parts[1]) <= 12 && parts[1] !== parts[2])
    return fault(
      'csv-date-two-ways',
      `${quote(value)} could be two days, since other rows of the file have the month first.`,
      'Write the dates as year-month-day, for example 2020-07-30.',
    );
  const found = readDayIn(value);
  if (!found || found.index > 0)
    return fault('csv-date-malformed', `${quote(value)} is not a date.`, 'Write it as 30/07/2020 or 2020-07-30.');
  const written = value.slice(found.evidence.length).replace(/^(?:[T,\s]|at\b)+/, '');
  const zone = /\s*\(?(?<![a-z])(?![ap]m\b)([a-z]{2,}(?: time)?)\)?$/i.exec(written);
  const time = clock(zone ? written.slice(0, zone.index) : written);
  const name = zone?.[1]?.toUpperCase().replace(/ TIME$/, '') ?? 'SYDNEY';
  const offset = PLACES[name] ?? zoneOffset(name);
  if (time === undefined || (time === '' && offset === undefined))
    return fault(
      'csv-date-malformed',
      `${quote(value)} has something behind its day that is not a time.`,
      'Write it as 30/07/2020 9:15 am, or leave the time out.',
    );
  if (offset === undefined)
    return fault(
      'csv-date-zone',
      `${quote(value)} is not in Sydney time.`,
      'Write the time in Sydney time, or with its offset, for example 2020-07-30 09:15+08:00.',
    );
  const read = readSydneyDate(time === '' ? found.day : `${found.day} ${time}${offset}`);
  return 'date' in read ? { ...read, ...doubtOf(name, value, read.date) } : read;
}

type CsvDate = { readonly date: ReleaseDate; readonly doubt?: Finding } | { readonly finding: Finding };

/** Zones by their places. Others have two offsets in a year, but Perth and Brisbane. */
const PLACES: Readonly<Record<string, string>> = {
  SYDNEY: '',
  AET: '',
  PERTH: '+08:00',
  BRISBANE: '+10:00',
};

/** Many write AEST all year round, and mean Sydney's clocks. */
function doubtOf(name: string, value: string, date: ReleaseDate): { doubt?: Finding } {
  const own = zoneName(date);
  if (date.time === undefined || !/^AE[SD]T$/.test(name) || name === own) return {};
  return {
    doubt: {
      rule: 'csv-date-zone-of-season',
      message: `${quote(value)} says ${name}, but Sydney had ${own} on that day; it was taken as ${date.time} in Sydney.`,
      hint: `Where the time is Sydney's own, write ${own}, or no zone.`,
    },
  };
}

/** `14-Oct-24`, as spreadsheets write it, with its century: with its month in letters it can be one day only. */
function withYear(value: string): string {
  return value.replace(
    /^(\d{1,2})[\s-]([a-z]{3,9})\.?[\s-](\d{2})(?!\d)/i,
    (_, day: string, month: string, year: string) => `${day} ${month} ${Number(year) >= 80 ? '19' : '20'}${year}`,
  );
}

/** True when a cell's date can only be read with the month first. */
export function hasMonthFirst(text: string): boolean {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(text.trim());
  return parts !== null && Number(parts[1]) <= 12 && Number(parts[2]) > 12;
}

/** `09:15`, or `09:15:45`, of a time in either form; an empty text where there is none, and where it is a spreadsheet's midnight. */
function clock(text: string): string | undefined {
  if (text === '') return '';
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d{1,9})?)?\s*([ap])?(?:\.?m\.?)?$/i.exec(text);
  if (!match) return undefined;
  const hour = Number(match[1]);
  const half = match[4]?.toLowerCase();
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const whole = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const seconds = match[3] ?? '00';
  // Spreadsheets write seconds behind every time, and midnight behind a day that has none.
  const time = `${String(whole).padStart(2, '0')}:${match[2]}${seconds === '00' ? '' : `:${seconds}`}`;
  return time === '00:00' ? '' : time;
}

function fault(rule: string, message: string, hint: string): { finding: Finding } {
  return { finding: { rule, message, hint } };
}
