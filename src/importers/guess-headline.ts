import { readDayIn } from './dates.ts';
import type { Extract, Line } from './document.ts';
import { formOf } from './forms.ts';
import type { Guess } from './guess.ts';

/** Headlines of the exchange have at most 60 characters or so; a company's own title may be longer. */
const LONGEST = 160;
/** A web page's heading is its headline, unless it is a text. */
const LONGEST_HEADING = 400;

/**
 * The headline: a form's own title, a web page's heading, an e-mail's subject, or the line that stands out
 * at the beginning of the first page. `undefined` when no line does.
 */
export function guessHeadline({ lines, about }: Extract): Guess | undefined {
  const first = lines.filter((line) => line.page === 1);
  const form = first.filter((line) => line.column === undefined).find((line) => formOf(line.text));
  const known = form ? withoutAppendix(form.text) : undefined;
  if (known) return { value: known, evidence: `the title of a form, ${form?.text}`, confidence: 'likely' };
  if (about.title !== undefined && about.title.length <= LONGEST_HEADING && about.url !== undefined)
    return { value: about.title, evidence: "the page's heading", confidence: 'likely' };
  const sized = first.filter((line) => line.size !== undefined && !line.running && line.column === undefined);
  const found = sized.length > 0 ? largest(sized) : firstLine(first);
  if (found) return found;
  const title = about.title?.trim() ?? '';
  return isTitle(title) && lines.length > 0 && sized.length === 0
    ? { value: title, evidence: "the subject or title in the file's own data", confidence: 'likely' }
    : undefined;
}

/** In a text file, the first line, when an empty line parts it from the rest and it reads like a headline. */
function firstLine(lines: readonly Line[]): Guess | undefined {
  const candidate = lines.slice(0, 8).find((line) => !isLabel(line.text));
  return candidate && isTitle(candidate.text)
    ? { value: candidate.text, evidence: 'the first line', confidence: 'likely' }
    : undefined;
}

/** On a laid-out page, the lines in the largest type above the text; where none is larger, the first in bold. */
function largest(lines: readonly Line[]): Guess | undefined {
  const body = bodySize(lines);
  const start = lines.slice(0, 40);
  // The name of the company and "ASX Announcement" may be larger still; they are not the headline.
  const candidates = start.filter((line) => !isLabel(line.text) && /\p{L}{2}/u.test(line.text));
  const size = Math.max(0, ...candidates.map((line) => line.size ?? 0));
  const inLarge =
    size > body * 1.15
      ? run(
          start,
          candidates.findIndex((line) => line.size === size),
          candidates,
          (a, b) => a.size === b.size,
        )
      : undefined;
  if (inLarge && isTitle(inLarge))
    return { value: inLarge, evidence: 'the largest type on the first page', confidence: 'likely' };
  const text = start.findIndex((line) => line.text.length > 100 || (line.text.length > 60 && !line.strong));
  const above = start.slice(0, text === -1 ? undefined : text);
  const bold = candidates.findIndex((line) => above.includes(line) && (line.strong || isCapitals(line.text)));
  if (bold === -1) return undefined;
  const value = run(start, bold, candidates, (a, b) => a.size === b.size && a.strong === b.strong);
  return value && isTitle(value)
    ? { value, evidence: 'the first line in bold type or capitals', confidence: 'likely' }
    : undefined;
}

/** The candidate at an index with the lines that go on with it. */
function run(
  lines: readonly Line[],
  index: number,
  candidates: readonly Line[],
  same: (a: Line, b: Line) => boolean,
): string | undefined {
  const first = candidates[index];
  if (!first) return undefined;
  const from = lines.indexOf(first);
  const parts = [first.text];
  for (const [index, line] of lines.slice(from + 1, from + 4).entries()) {
    const above = lines[from + index];
    // The headline ends at an empty line, and capitals do not go on in small letters.
    if (line.y !== undefined && above?.y !== undefined && line.y - above.y > 2.1 * (line.size ?? 10)) break;
    if (isCapitals(first.text) && !isCapitals(line.text)) break;
    if (!same(first, line) || isLabel(line.text) || parts.join(' ').length + line.text.length > LONGEST) break;
    parts.push(line.text);
  }
  return parts.join(' ');
}

function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size = 0, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** A headline is one line of words, not a sentence, and not a label. */
function isTitle(text: string): boolean {
  return (
    text.length >= 6 &&
    text.length <= LONGEST &&
    /\p{L}{3}/u.test(text) &&
    /^[\p{L}\p{N}“‘"'$(]/u.test(text) &&
    !/[.:;,]$/.test(text.replace(/\b(?:ltd|inc|no|pty|co)\.$/i, '')) &&
    !isLabel(text)
  );
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}{4}/u.test(text);
}

/** A longer line is part of the text; patterns that look ahead would keep the guess busy. */
const LONGEST_LABEL = 400;

const LABELS =
  /^(?:(?:asx(?: and(?= media))?|nzx|market|media|press|news|stock exchange|company|investor)[\s:/&-]*)+(?:announcements?|releases?|statement|update|news)?$|^(?:for )?immediate release$|^(?:news|announcement|release)$|^for personal use only$|^not for (?:release|distribution)\b.*|^page \d+.*|^(?:asx|nyse|lse|otcqx)\s*(?:code)?\s*[:-].*|^(?:abn|acn|arbn|arsn)\b.*|^appendix \w{1,3}$|^form \d+$|^rule \d.*|^corporations act.*|^section \d.*|^(?:level|suite|unit) \d+\b.*|^(?:tel|phone|fax|email|www)\b.*|^to:?$/i;

/** Lines that stand above a headline in many announcements, and are not it: labels, dates, company names, addresses. */
function isLabel(text: string): boolean {
  const line = text.trim();
  if (line.length > LONGEST_LABEL) return false;
  return (
    LABELS.test(line) ||
    /@|https?:|^www\./.test(line) ||
    /\b(?:limited|ltd|plc|inc|n\.v\.|pty)\.?(?:\s*\([^)]*\))?(?:\s+(?:abn|acn)\b.*)?$/i.test(line) ||
    /^[\d\s+()./-]+$/.test(line) ||
    (readDayIn(line) !== undefined &&
      line.length < 50 &&
      !/\b(?:quarter|half|year|month|ended|ending|to|at)\b/i.test(line))
  );
}

function withoutAppendix(text: string): string {
  return text.replace(/^appendix \w+\s*[-–—:]\s*/i, '').trim();
}
