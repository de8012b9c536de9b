import { readSydneyDate, sydneyDate, type ReleaseDate } from '../release/sydney-time.ts';
import { readDayIn } from './dates.ts';
import type { Extract, Line } from './document.ts';
import type { Guess } from './guess.ts';

/** Days by which the date of a text and the making of its file may differ. */
const NEAR = 10;

/**
 * The day of a release: what a form's own field states, a web page's or e-mail's date, a line that is a date,
 * or the dateline of the first paragraph. Dates inside the text are not believed, and neither is one
 * after today, or one after the file was made by more than a few days. Where nothing states the day: `undefined`.
 */
export function guessDate({ lines, about }: Extract, today: string): Guess<ReleaseDate> | undefined {
  const candidates = [
    field(lines, /^(?:\d+(?:\.\d+)*\w?\s+)?\+?date of (?:this )?(?:announcement|notice)\b\s*:?/i, 'certain'),
    about.published === undefined
      ? undefined
      : { day: about.published, evidence: 'the date in the file’s own data', confidence: 'likely' as const },
    ownLine(lines),
    dateline(lines),
    field(headOf(lines), /^(?:released|lodged|announced)\b[^.]{0,30}?:|^date:/i, 'likely'),
    signed(lines, about.created),
  ];
  for (const candidate of candidates) {
    if (!candidate || candidate.day > today || isLater(candidate.day, about.created)) continue;
    const read = readSydneyDate(candidate.day);
    if ('date' in read) return { value: read.date, evidence: candidate.evidence, confidence: candidate.confidence };
  }
  return undefined;
}

type Candidate = { day: string; evidence: string; confidence: 'certain' | 'likely' } | undefined;

/** A label with its date behind it, beside it or below it. */
function field(lines: readonly Line[], label: RegExp, confidence: 'certain' | 'likely'): Candidate {
  for (const [index, line] of lines.entries()) {
    const match = label.exec(line.text);
    if (!match) continue;
    const rest = line.text.slice(match[0].length).trim();
    const value = rest === '' ? (lines[index + 1]?.text ?? '') : rest;
    const found = readDayIn(value);
    // The value is a date and nothing else, but for the time of day.
    if (found && value.length - found.evidence.length <= 14)
      return { day: found.day, evidence: `${match[0].trim()} ${value}`, confidence };
  }
  return undefined;
}

/** A line at the beginning of the first page that is a date, perhaps with a place before it. */
function ownLine(lines: readonly Line[]): Candidate {
  const start = headOf(lines).filter((line) => line.column === undefined);
  const found = start.flatMap((line) => {
    const day = readDayIn(line.text);
    if (!day) return [];
    const rest = `${line.text.slice(0, day.index)}${line.text.slice(day.index + day.evidence.length)}`.trim();
    return /^(?:(?:date|dated|released|sydney|melbourne|brisbane|perth|adelaide|hobart|canberra|darwin|auckland)?[\s,:|–-]*)$/i.test(
      rest,
    )
      ? [{ day: day.day, evidence: line.text, confidence: 'likely' as const }]
      : [];
  });
  const days = new Set(found.map((candidate) => candidate.day));
  return days.size === 1 ? found[0] : undefined;
}

/** `Friday, 23 August 2019 (SYDNEY):` or `Perth, 30 July 2020 –` at the beginning of the first paragraph. */
function dateline(lines: readonly Line[]): Candidate {
  for (const line of lines.filter((candidate) => candidate.page === 1).slice(0, 12)) {
    const found = readDayIn(line.text);
    if (!found || found.index > 90) continue;
    const before = line.text.slice(0, found.index);
    const after = line.text.slice(found.index + found.evidence.length);
    const opens = /^\s*(?:\([\p{L}\s,]+\)\s*)?[:–—-](?=\s|$)/u.exec(after);
    // Before it: nothing, or a place, or the company with its code and a place.
    if (
      opens &&
      /^(?:[\p{L}\s.&()]{0,60}(?:\(ASX:\s?\w{3,6}\))?[\p{L}\s,]{0,40},?\s*)$/iu.test(before) &&
      !/\b(?:on|at|to|from|until|by|ended|of)\s*$/i.test(before)
    )
      return { day: found.day, evidence: found.evidence + opens[0], confidence: 'likely' };
  }
  return undefined;
}

/** The lines above the text of the first page. A day that stands alone below may be that of a meeting. */
function headOf(lines: readonly Line[]): readonly Line[] {
  const first = lines.filter((line) => line.page === 1 && !line.running).slice(0, 10);
  const text = first.findIndex((line) => line.text.length > 80);
  return text === -1 ? first : first.slice(0, text);
}

/** `Dated the 19 day of August 2019`, believed only when the file was made on that day in Sydney. */
function signed(lines: readonly Line[], created: number | undefined): Candidate {
  if (created === undefined) return undefined;
  const made = sydneyDate(created).day;
  const line = lines.find(
    (candidate) => /^(?:dated|date|signed)\b/i.test(candidate.text) && readDayIn(candidate.text)?.day === made,
  );
  return line
    ? { day: made, evidence: `${line.text}, and the file was made on that day`, confidence: 'likely' }
    : undefined;
}

/** A file cannot tell of a day long after it was made. */
function isLater(day: string, created: number | undefined): boolean {
  return created !== undefined && Date.parse(`${day}T00:00Z`) - created > NEAR * 86_400_000;
}
