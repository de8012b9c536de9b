import { longDay } from './day-words.ts';
import { quote } from '../text/quote.ts';
import { meantDate } from './meant-date.ts';
import type { Finding } from './problem.ts';
import { noSuchDayFinding } from './value-findings.ts';
import { oddSpaceIn } from './yaml-spaces.ts';

/**
 * When a release was announced. Sydney decides its day, month and year.
 * This file alone knows time zones; the rules come from the tz database inside Node (Australia/Sydney).
 */
export interface ReleaseDate {
  /** Milliseconds since 1970-01-01T00:00Z; where no time is recorded, of 00:00 in Sydney. Releases are ordered by it. */
  readonly instant: number;
  /** The day in Sydney, `YYYY-MM-DD`. */
  readonly day: string;
  /** The time in Sydney, `HH:mm` or `HH:mm:ss`; absent when it is not recorded. */
  readonly time?: string;
  /** Sydney's offset at that moment, for example `+10:00`. */
  readonly offset: string;
}

type ReadDate = { readonly date: ReleaseDate } | { readonly finding: Finding };

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a Sydney day, `2020-07-30`, or a time: `2020-07-30 09:15`, Sydney's where no offset or `Z` follows (RFC 3339,
 * but that a space may stand for `T`, and seconds may be missing; of a second no part is kept). A day before 1800 or one that does not exist, and a
 * Sydney time that the clocks skipped or showed twice, is a finding.
 */
export function readSydneyDate(text: string): ReadDate {
  const match = DATE.exec(text);
  if (!match) return { finding: malformed(text) };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part || 0));
  const midnight = Date.UTC(year, month - 1, day);
  if (year < 1800 || month < 1 || month > 12 || day < 1 || new Date(midnight).getUTCDate() !== day) {
    return { finding: noSuchDayFinding(text.slice(0, 10), year, month) };
  }
  if (hour > 23 || minute > 59 || second > 59) {
    return {
      finding: {
        rule: 'date-no-such-time',
        message: `${quote(text)} holds a time that no clock shows.`,
        hint: 'Write hours from 00 to 23 and minutes from 00 to 59, for example 2020-07-30 09:15.',
      },
    };
  }
  if (match[4] === undefined) {
    const instant = startOfSydneyDay(midnight);
    return { date: { instant, day: isoDay(midnight), offset: offsetText(sydneyOffset(instant)) } };
  }
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  const zone = match[7];
  if (zone !== undefined) {
    const minutes = zone === 'Z' ? 0 : zoneMinutes(zone);
    if (minutes === undefined) return { finding: malformed(text) };
    return { date: sydneyDate(wall - minutes * 60_000, match[6] !== undefined) };
  }
  const candidates = instantsShownAs(wall);
  const [instant] = candidates;
  if (instant === undefined) return { finding: skipped(text, wall) };
  if (candidates.length > 1) return { finding: ambiguous(text, candidates) };
  return { date: sydneyDate(instant, match[6] !== undefined) };
}

/**
 * Sydney's offsets, `+11:00` and `+10:00`, at both moments at which its clocks showed a time, `2020-04-05 02:30`, the earlier
 * first; none for a time that they showed once or never, and for what is no such time.
 */
export function offsetsShowing(text: string): string[] {
  const asUtc = readSydneyDate(`${text}Z`);
  const moments = 'date' in asUtc ? instantsShownAs(asUtc.date.instant) : [];
  return moments.length < 2 ? [] : moments.map((instant) => offsetText(sydneyOffset(instant)));
}

/**
 * Writes a date so that `readSydneyDate` gives it back: Sydney time, with the offset only where it is needed
 * (the hour that clocks showed twice).
 */
export function writeSydneyDate(date: ReleaseDate): string {
  if (date.time === undefined) return date.day;
  const plain = `${date.day} ${date.time}`;
  return 'date' in readSydneyDate(plain) ? plain : `${plain}${date.offset}`;
}

/** The date of a moment, in milliseconds since 1970 UTC, as Sydney's clocks showed it; to the minute, or to the second. */
export function sydneyDate(instant: number, withSeconds = false): ReleaseDate {
  const offset = sydneyOffset(instant);
  const wall = new Date(instant + offset * 60_000).toISOString();
  return {
    instant,
    day: wall.slice(0, 10),
    time: wall.slice(11, withSeconds ? 19 : 16),
    offset: offsetText(offset),
  };
}

/** The Sydney year of a release, for example 2020. */
export function sydneyYear(date: ReleaseDate): number {
  return Number(date.day.slice(0, 4));
}

/** The Sydney month of a release, `2020-07`. */
export function sydneyMonth(date: ReleaseDate): string {
  return date.day.slice(0, 7);
}

/** `AEST`, `AEDT`, or the offset where neither was in force (before 1971 clocks had other rules now and then). */
export function zoneName(date: ReleaseDate): string {
  return date.offset === '+10:00' ? 'AEST' : date.offset === '+11:00' ? 'AEDT' : `UTC${date.offset}`;
}

/** The date as HTML's `datetime` and ISO 8601 write it: `2020-07-30T09:15+10:00`, or the day alone where no time is recorded. */
export function machineDate(date: ReleaseDate): string {
  return date.time === undefined ? date.day : `${date.day}T${date.time}${date.offset}`;
}

/**
 * The moment at which a release stands in feeds, in milliseconds since 1970 UTC:
 * its own, or 12:00 in Sydney where no time is recorded, which is the same day in UTC.
 */
export function feedInstant(date: ReleaseDate): number {
  if (date.time !== undefined) return date.instant;
  const noon = Date.parse(`${date.day}T12:00:00Z`);
  return noon - sydneyOffset(noon - 10 * 3_600_000) * 60_000;
}

/** True when the text is a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const read = readSydneyDate(text);
  return 'date' in read && read.date.time === undefined;
}

/** Minutes that Sydney was ahead of UTC at a moment. */
export function sydneyOffset(instant: number): number {
  // The clocks change on whole hours of UTC, so one look-up an hour is enough.
  const hour = Math.floor(instant / 3_600_000);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const parts = SYDNEY.formatToParts(instant);
    const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((entry) => entry.type === type)?.value);
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    offset = Math.round((wall - Math.floor(instant / 1000) * 1000) / 60_000);
    offsets.set(hour, offset);
  }
  return offset;
}

const offsets = new Map<number, number>();
const SYDNEY = new Intl.DateTimeFormat('en-AU', {
  timeZone: 'Australia/Sydney',
  calendar: 'iso8601',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** The moments, earliest first, at which Sydney's clocks showed a time given as if it were UTC: none, one or two. */
function instantsShownAs(wall: number): number[] {
  const guesses = new Set([sydneyOffset(wall - 24 * 3_600_000), sydneyOffset(wall + 24 * 3_600_000)]);
  return [...guesses]
    .map((offset) => wall - offset * 60_000)
    .filter((instant) => instant + sydneyOffset(instant) * 60_000 === wall)
    .toSorted((a, b) => a - b);
}

/** Sydney never changed its clocks at midnight, so the start of a day is always one moment. */
function startOfSydneyDay(midnight: number): number {
  return instantsShownAs(midnight)[0] ?? midnight - 600 * 60_000;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function zoneMinutes(zone: string): number | undefined {
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function malformed(text: string): Finding {
  const odd = oddSpaceIn(text);
  if (odd !== undefined) {
    return {
      rule: 'date-malformed',
      message: `${quote(text)} holds ${odd}, which cannot be told from a plain one.`,
      hint: 'Delete the spaces of the date and type them again.',
    };
  }
  if (/^\d{1,2}:\d{2}/.test(text)) {
    return {
      rule: 'date-without-day',
      message: `${quote(text)} is a time without its day.`,
      hint: 'Write the day before it, for example 2020-07-30 09:15.',
    };
  }
  const meant = meantDate(text);
  const read = meant === undefined ? undefined : readSydneyDate(meant);
  const isNoDay = read !== undefined && 'finding' in read && read.finding.rule === 'date-no-such-day';
  // Of a month beyond the twelfth nobody knows which number was meant.
  if (isNoDay && meant !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])/.test(meant))
    return noSuchDayFinding(text, Number(meant.slice(0, 4)), Number(meant.slice(5, 7)));
  const date = read !== undefined && 'date' in read ? read.date : undefined;
  return {
    rule: 'date-malformed',
    message: `${quote(text)} is not a date in the form that the archive reads.`,
    hint:
      meant !== undefined && date?.time !== undefined && !meant.startsWith(`${date.day} ${date.time}`)
        ? `Write the time in Sydney, without a zone: ${meant.replace(/(?:Z|[+-]\d\d:\d\d)$/, '')} if that is what its clocks showed, ${writeSydneyDate(date)} if the zone is right.`
        : `Write year, month and day with hyphens: ${date ? writeSydneyDate(date) : EXAMPLES}.`,
  };
}

const EXAMPLES = '2020-07-30, or with the Sydney time 2020-07-30 09:15';

function skipped(text: string, wall: number): Finding {
  return {
    rule: 'date-skipped',
    message: `Sydney's clocks never showed ${text.slice(11)} on ${longDay(isoDay(wall))}, because daylight saving began.`,
    hint: `Write the time that the clocks did show, or the moment with its offset, for example ${isoDay(wall)} 03:30+11:00.`,
  };
}

function ambiguous(text: string, candidates: readonly number[]): Finding {
  const [first, second] = candidates.map((instant) => offsetText(sydneyOffset(instant)));
  return {
    rule: 'date-ambiguous',
    message: `Sydney showed ${text.slice(11)} on ${longDay(text.slice(0, 10))} twice, because daylight saving ended.`,
    hint: `Add the offset: ${text}${first} for the first, ${text}${second} for the second.`,
  };
}
