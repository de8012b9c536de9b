import { MONTHS } from './day-words.ts';
import { zoneOffset } from './zone-offset.ts';

/**
 * A date that is written in another form, in the archive's own: `5 January 2024, 9.15am` is `2024-01-05 09:15`. Days come
 * before months, as Australians write them. `undefined` where it is none, or more than one could be meant; whether there is such a
 * day is not asked.
 */
export function meantDate(text: string): string | undefined {
  // A word processor makes other signs of hyphens, and puts marks around what is quoted.
  const plain = text.replace(/[‐‑‒–—−]/g, '-').replace(/^[“”„‘’]|[“”‘’]$/g, '');
  const [, day = '', time = '', zone] = WHOLE.exec(plain.trim()) ?? [];
  // Of `January 5, 2024` the last four digits are the year.
  if (/^\d{4}$/.test(time) && !/\d{4}/.test(day)) return meantDay(plain.trim().replace(WEEKDAY, ''));
  const written = meantDay(day.replace(WEEKDAY, ''));
  if (written === undefined) return undefined;
  if (time === '') return written;
  const clock = meantTime(time);
  return clock && `${written} ${clock}${zoneOffset(zone ?? '') ?? ''}`;
}

const WHOLE =
  /^(.+?)(?:(?:,?\s+(?:at\s+)?|T)((?:\d{4}|\d{1,2}(?:[:.]\d\d){0,2})\s*(?:[ap]\.?m\.?)?)(?:\s+\(?(A[EC][SD]T|AWST|Sydney(?: time)?)\)?)?)?$/i;
const WEEKDAY = /^(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+/i;

function meantDay(text: string): string | undefined {
  const numbers = /^(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (numbers && (numbers[2] !== '' || text.length === 8)) return joined(numbers[1], numbers[3], numbers[4]);
  const australian = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(text);
  if (australian) return joined(australian[4], australian[3], australian[1]);
  const words =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/. ]*(?<month>[A-Za-z]{3,9})[-/., ]*(?<year>\d{4})$/.exec(text) ??
    /^(?<month>[A-Za-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/.exec(text);
  const { day, month = '', year } = words?.groups ?? {};
  const at = MONTHS.findIndex((name) => name.toLowerCase().startsWith(month.toLowerCase().replace(/^sept$/, 'sep')));
  return words && at !== -1 ? joined(year, String(at + 1), day) : undefined;
}

function joined(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function meantTime(text: string): string | undefined {
  const [, hours, minutes, seconds, half] =
    /^(\d{1,2})(?:[:.]?(\d\d))?(?:[:.](\d\d))?\s*(?:([ap])\.?m\.?)?$/i.exec(text) ?? [];
  // A number alone is no time.
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const full = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(full).padStart(2, '0')}:${minutes ?? '00'}${seconds === undefined ? '' : `:${seconds}`}`;
}
