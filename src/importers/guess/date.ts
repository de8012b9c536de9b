import { readSydneyDate, sydneyDate, type ReleaseDate } from '../../release/sydney-time.ts';
import { readDayIn, readDayWithoutYear } from './dates-in-text.ts';
import { isHeadOnly } from './head-lines.ts';
import type { Extract, Line } from '../model/extract.ts';
import type { Guess } from './guess.ts';
import { withoutOtherDays } from './other-days.ts';

/** Days by which the date of a text and the making of its file may differ. */
const NEAR = 10;

/**
 * The day of a release: what a form's own field states, a web page's or e-mail's date, a line that is a date,
 * or the dateline of the first paragraph. Dates inside the text are not believed, and neither is one after today, one after
 * the file was made by more than a few days (unless an e-mail brought it on that very day), the end of the period that a
 * report is about, the day of a meeting, or that of a form's print.
 * Where nothing states the day: `undefined`.
 */
export function guessDate({ lines: all, about }: Extract, today: string): Guess<ReleaseDate> | undefined {
  const lines = withoutOtherDays(all);
  const head = headOf(lines);
  const years = yearsIn(lines, about.created);
  const candidates = [
    field(lines, FORM_FIELD, 'certain'),
    about.published === undefined
      ? undefined
      : { day: about.published, evidence: 'the date in the file’s own data', confidence: 'likely' as const },
    ownLine(head, years),
    besideCode(head),
    dateline(lines),
    field(
      head,
      /^(?:released|lodged|announced|issued|published)\b[^.]{0,30}?:|^(?:release |lodge?ment |announcement )?dated?:/i,
      'likely',
    ),
    reported(lines),
    ownLine(
      lines.filter((line) => line.running),
      [],
    ),
    ownLine(endOf(lines), []),
    signed(lines, about.created),
  ];
  for (const candidate of candidates) {
    if (!candidate || candidate.day > today) continue;
    if (candidate.day !== about.sent && isLater(candidate.day, about.created)) continue;
    if (candidate.confidence !== 'certain' && isPeriodEnd(candidate.day, lines)) continue;
    const read = readSydneyDate(candidate.day);
    if ('date' in read) return { value: read.date, evidence: candidate.evidence, confidence: candidate.confidence };
  }
  return undefined;
}

const FORM_FIELD =
  /^(?:\d+(?:\.\d+)*\w?\s+)?[+*]?(?:date of (?:this )?(?:announcement|notice|disclosure|release|lodge?ment)|date (?:that )?this (?:announcement|notice|disclosure) (?:is |was )?(?:made|given|lodged)|announcement date)\b\s*:?/i;

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

/** Lines that are a date, perhaps with a place, a label or the company's name beside it; all of them must name one day. */
function ownLine(lines: readonly Line[], years: readonly number[]): Candidate {
  const found = lines
    .filter((line) => line.column === undefined && line.text.length < 160)
    .flatMap((line) => {
      const day = readDayIn(line.text) ?? readDayWithoutYear(line.text, years);
      if (!day) return [];
      const rest = `${line.text.slice(0, day.index)} ${line.text.slice(day.index + day.evidence.length)}`;
      return isHeadOnly(rest) ? [{ day: day.day, evidence: line.text, confidence: 'likely' as const }] : [];
    });
  const days = new Set(found.map((candidate) => candidate.day));
  return days.size === 1 ? found[0] : undefined;
}

/** The day in a table on the cover, alone in its cell, beside a cell that holds no more than the code: `ASX: XMX | 14 October 2026`. */
function besideCode(lines: readonly Line[]): Candidate {
  const found = lines.flatMap((line, at) => {
    const isBeside = (other: Line | undefined) =>
      other?.column !== undefined &&
      line.column !== undefined &&
      Math.abs(other.column - line.column) === 1 &&
      /\b(?:ASX|NZX)\b/.test(other.text) &&
      isHeadOnly(other.text);
    const hasCode = isBeside(lines[at - 1]) || isBeside(lines[at + 1]);
    return hasCode ? (ownLine([withoutColumn(line)], []) ?? []) : [];
  });
  const days = new Set(found.map(({ day }) => day));
  return days.size === 1 ? found[0] : undefined;
}

function withoutColumn({ column: _, ...line }: Line): Line {
  return line;
}

/** `Reported 12 November 2026.` as a sentence of its own on the first page. */
function reported(lines: readonly Line[]): Candidate {
  for (const { text } of lines.filter((line) => line.page === 1 && line.text.length < 1000).slice(0, 40)) {
    for (const match of text.matchAll(
      /(?:^|[.;]\s+)(?:Reported|Released|Lodged|Announced)(?: (?:on|to (?:the )?(?:ASX|market)(?: on)?))?:?\s+/g,
    )) {
      const rest = text.slice(match.index + match[0].length);
      const found = readDayIn(rest);
      if (found?.index === 0 && /^\s*(?:[.;]|$)/.test(rest.slice(found.evidence.length)))
        return {
          day: found.day,
          evidence: `${match[0]}${found.evidence}`.replace(/^[.;]\s+/, ''),
          confidence: 'likely',
        };
    }
  }
  return undefined;
}

/** The years that the first page and the making of the file name. */
function yearsIn(lines: readonly Line[], created: number | undefined): readonly number[] {
  const written = lines
    .filter((line) => line.page === 1)
    .slice(0, 60)
    .flatMap(({ text }) => [...text.slice(0, 1000).matchAll(/\b(20\d{2})\b/g)].map(([, year]) => Number(year)));
  return [...new Set([...written, ...(created === undefined ? [] : [new Date(created).getUTCFullYear()])])];
}

/** True where the text says that a year, half or quarter ended on this day, or where a report's day is the end of a quarter. */
function isPeriodEnd(day: string, lines: readonly Line[]): boolean {
  if (!isMonthEnd(day)) return false;
  const start = lines.slice(0, 150).map(({ text }) => text.slice(0, 1000));
  const says = start.some((text) => {
    const at = /\b(?:ended|ending|(?:year|half|quarter|months|period) to)\s*:?\s*(?=\S)/i.exec(text);
    return at !== null && readDayIn(text.slice(at.index))?.day === day;
  });
  return says || (/-(?:03-31|06-30|09-30|12-31)$/.test(day) && start.slice(0, 25).some((text) => REPORT.test(text)));
}

const REPORT =
  /\b(?:half[- ]?year(?:ly)?|full[- ]?year|annual|quarterly|interim|financial) (?:financial )?(?:report|results?|statements?|accounts)\b|\bappendix [45]\w\b|\bquarterly\b|\bfinancial position\b/i;

function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** The last lines of the first and of the last page, where a letter's date may stand above the signature. */
function endOf(lines: readonly Line[]): readonly Line[] {
  const text = lines.filter((line) => !line.running);
  const last = text.at(-1)?.page ?? 1;
  return [1, last].flatMap((page) => text.filter((line) => line.page === page).slice(-12));
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
      /^(?:[\p{L}\s.&()]{0,60}(?:\(ASX:\s?\w{3,6}\))?[\p{L}\s,]{0,40},?\s*(?:[–—-]\s*)?)$/iu.test(before) &&
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
