import { readDayIn } from '../importers/guess/dates-in-text.ts';
import { readSydneyDate } from '../release/sydney-time.ts';
import { zoneOffset } from '../release/zone-offset.ts';

/** A code as it plainly is: `xmx` and `ASX: XMX` are `XMX`. What is no code comes back as it was. */
export function plainCode(written: string): string {
  const code = written
    .trim()
    .replace(/^\(?\s*asx(?:\s+code)?\s*:\s*/i, '')
    .replace(/\)$/, '');
  return /^[A-Za-z0-9]{3,6}$/.test(code) ? code.toUpperCase() : written.trim();
}

/** `XMX, xzx` and `XMX XZX` as a list of codes. */
export function plainCodes(written: string): string[] {
  const codes = written.replace(/\basx(?:\s+code)?\s*:\s*/gi, '');
  return codes
    .split(/[\s,;/]+/)
    .filter(Boolean)
    .map(plainCode);
}

/**
 * A date in the form that the archive writes, where it plainly is one: `30 October 2026`, `30/10/2026` (the day comes first),
 * `Fri 30 Oct 2026 at 9.15am`, `2026-10-30 9:15`; a time alone is of `today`, `YYYY-MM-DD`.
 * What is no date, or could be two days, comes back as it was.
 */
export function plainDate(written: string, today?: string): string {
  const text = written.trim().replace(/\s+/g, ' ');
  if ('date' in readSydneyDate(text)) return text;
  const found = readDayIn(text);
  if (found && found.index > 0) return text;
  const day = found?.day ?? today;
  const time = clock(found ? text.slice(found.evidence.length) : text);
  if (day === undefined || time === undefined) return text;
  return time === '' ? day : `${day} ${time}`;
}

/** `09:15` of `, at 9.15 am (Sydney time)`; with the offset where a zone is named; an empty text of an empty one. */
function clock(text: string): string | undefined {
  const rest = text
    .replace(/^[T,\s]+/, '')
    .replace(/^at /i, '')
    .trim();
  if (rest === '') return '';
  const match =
    /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2}))?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*\(?(A[EC][SD]T|AWST|UTC|GMT|Sydney(?: time)?)?\)?$/i.exec(
      rest,
    );
  const [, hours = '', minutes, seconds, half, zone = ''] = match ?? [];
  // A lone number is no time.
  if (!match || (minutes === undefined && half === undefined)) return undefined;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const whole = half === undefined ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  const offset = zoneOffset(zone) ?? '';
  return `${String(whole).padStart(2, '0')}:${minutes ?? '00'}${seconds === undefined ? '' : `:${seconds}`}${offset}`;
}
