import { readDayIn } from './dates-in-text.ts';
import type { Extract, Line } from '../model/extract.ts';
import { formOf } from './forms.ts';
import type { Guess } from './guess.ts';
import { isAddress } from './addresses.ts';
import { isLabel } from './labels.ts';
import { isName, isOffice } from './names.ts';
import { subjectOf } from './subject.ts';

/** Headlines of the exchange have at most 60 characters or so; a company's own title may be longer. */
const LONGEST = 160;
/** A web page's heading is its headline, unless it is a text. */
const LONGEST_HEADING = 400;

/**
 * The headline: a form's own title, a web page's heading, an e-mail's or a letter's subject, or the line that stands out
 * at the beginning of the first page; the title in a PDF's own data only where the page shows it. `undefined` when no line does.
 */
export function guessHeadline({ lines, about }: Extract): Guess | undefined {
  const first = lines.filter((line) => line.page === 1);
  const form = first.filter((line) => line.column === undefined).find((line) => formOf(line.text));
  const known = form ? withoutAppendix(wholeTitle(first, form)) : undefined;
  if (known) return { value: known, evidence: `the title of a form, ${form?.text}`, confidence: 'likely' };
  if (about.title !== undefined && about.title.length <= LONGEST_HEADING && about.url !== undefined)
    return { value: about.title, evidence: "the page's heading", confidence: 'likely' };
  const sized = first.filter((line) => line.size !== undefined && !line.running && line.column === undefined);
  const subject = subjectOf(first);
  if (subject !== undefined && isTitle(subject) && !hasLargeHeading(sized))
    return { value: subject, evidence: 'the subject of the letter', confidence: 'likely' };
  const found = sized.length > 0 ? largest(sized) : firstLine(first);
  const shown = shownTitle(about.title, first);
  // What the page shows in more lines than were taken for the headline.
  if (found) return shown !== undefined && shown.startsWith(found.value) ? { ...found, value: shown } : found;
  if (shown !== undefined)
    return { value: shown, evidence: "the title in the file's own data, which the page shows", confidence: 'likely' };
  const title = about.title?.trim() ?? '';
  if (isTitle(title) && lines.length > 0 && sized.length === 0)
    return { value: title, evidence: "the subject or title in the file's own data", confidence: 'likely' };
  // It says more than the name of the file would.
  return about.subject === undefined || lines.length === 0
    ? undefined
    : { value: about.subject, evidence: 'the subject of the e-mail', confidence: 'likely' };
}

/** A form's title with the line above that begins it, or with the lines below that only go on: a number or small letters in the same type. */
function wholeTitle(lines: readonly Line[], form: Line): string {
  const at = lines.indexOf(form);
  const isAlike = (line: Line) => line.size === form.size && line.strong === form.strong;
  const above = lines[at - 1];
  if (above && isAlike(above) && !isLabel(above.text) && formOf(`${above.text} ${form.text}`))
    return `${above.text} ${form.text}`;
  const below = lines.slice(at + 1, at + 3);
  const end = below.findIndex(
    (line) => line.size === undefined || !isAlike(line) || line.text.length >= 60 || !/^(?:\d|\p{Ll})/u.test(line.text),
  );
  return [form, ...below.slice(0, end === -1 ? undefined : end)].map(({ text }) => text).join(' ');
}

/** True where a line far larger than the text stands on the page. */
function hasLargeHeading(lines: readonly Line[]): boolean {
  const body = bodySize(lines);
  return lines
    .slice(0, 40)
    .some((line) => (line.size ?? 0) >= body * 1.5 && isTitle(line.text) && !isLogo(line.text, lines));
}

/** The title in a PDF's own data, where the first page shows the same words at its top. */
function shownTitle(title: string | undefined, lines: readonly Line[]): string | undefined {
  const wanted = fold(title ?? '').trim();
  if (title === undefined || !isTitle(title.trim()) || wanted.split(' ').length < 3) return undefined;
  return fold(
    lines
      .slice(0, 40)
      .map((line) => line.text)
      .join(' '),
  ).includes(` ${wanted} `)
    ? title.trim()
    : undefined;
}

function fold(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** In a text file, the first line, when an empty line parts it from the rest and it reads like a headline. */
function firstLine(lines: readonly Line[]): Guess | undefined {
  const own = lines.filter(({ running }) => !running).slice(0, 8);
  const at = own.findIndex(({ text }) => !isLabel(withoutCompany(text)));
  const [line, below] = own.slice(at === -1 ? own.length : at);
  if (!line) return undefined;
  const value = withoutCompany(line.text);
  const whole = `${line.text} ${below?.text ?? ''}`;
  // A heading that begins in small letters goes on from the one above, and any heading from words that cannot end so.
  const isSecond =
    below?.strong === true &&
    (isOpenWord(line.text) || (line.strong && /^\p{Ll}/u.test(below.text) && !/[.:;!?]$/.test(line.text)));
  const goesOn = isSecond && isTitle(whole);
  const found = goesOn ? whole : value;
  return isTitle(value) || goesOn ? { value: found, evidence: 'the first line', confidence: 'likely' } : undefined;
}

/** `Quarterly activities report` of `Quarterly activities report, Example Minerals Limited (ASX: XMX)`. */
function withoutCompany(line: string): string {
  const own =
    /^(.{6,120}?)(?:,| [-–—|]) (?:\p{Lu}[\p{L}&’'.-]* ){1,6}(?:Limited|Ltd)\.?(?: \((?:ASX|NZX)[^()]*\))?$/u.exec(line);
  const [, before = ''] = own ?? [];
  return before === '' || isLabel(before) || isName(before) || isOffice(before) || !isTitle(before) ? line : before;
}

/** On a laid-out page, the lines in the largest type above the text; where none is larger, the first in bold. */
function largest(lines: readonly Line[]): Guess | undefined {
  const body = bodySize(lines);
  const start = lines.slice(0, 40);
  // The name of the company and "ASX Announcement" may be larger still; they are not the headline.
  const candidates = start.filter(
    (line, index) =>
      !isLabel(line.text) && !isLogo(line.text, lines) && !isAddressee(start, index) && /\p{L}{2}/u.test(line.text),
  );
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
  const text = start.findIndex(
    (line) => !/\bA[BC]N\b/.test(line.text) && (line.text.length > 100 || (line.text.length > 60 && !line.strong)),
  );
  const above = start.slice(0, text === -1 ? undefined : text);
  const bold = candidates.findIndex(
    (line) => above.includes(line) && (line.strong || isCapitals(withoutDay(line.text))),
  );
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
    if (!same(first, line) || parts.join(' ').length + line.text.length > LONGEST) break;
    // "Resolution under section 249N of the" goes on with "Corporations Act", which is a label elsewhere.
    const isYear = /^(?:19|20)\d\d$/.test(line.text);
    if (isLabel(line.text) && !isYear && (!isOpen(parts.at(-1) ?? '') || isAddress(line.text))) break;
    parts.push(line.text);
  }
  return parts.join(' ');
}

/** INVESTOR WEBINAR of `INVESTOR WEBINAR, 29 October 2026`. */
function withoutDay(text: string): string {
  return text.slice(0, 400).replace(readDayIn(text.slice(0, 400))?.evidence ?? '', '');
}

/** True for the first words of the company's name, as a letterhead shows them in large type. */
function isLogo(text: string, lines: readonly Line[]): boolean {
  const words = fold(text);
  return lines
    .slice(0, 60)
    .some((line) =>
      [...line.text.matchAll(/((?:\p{Lu}[\p{L}\d&’'.-]* ){1,6})(?:Limited|Ltd|LIMITED|LTD)\b/gu)].some(
        ([whole, name = '']) => fold(name).startsWith(words) || fold(whole) === words,
      ),
    );
}

/** The name above the lines of an address is of whom the letter goes to. */
function isAddressee(lines: readonly Line[], index: number): boolean {
  const words = lines[index]?.text.trim().split(/\s+/).length ?? 0;
  return words <= 5 && lines.slice(index + 1, index + 3).some(({ text }) => isAddress(text));
}

/** True for words that cannot be the last of a headline. */
function isOpen(text: string): boolean {
  return /(?:\b(?:the|of|and|or|to|in|for|on|at|by|with|from|under|a|an|its|into|regarding)|[&,–-])$/i.test(text);
}

/** The same of words alone: a place ends in a comma, too. */
function isOpenWord(text: string): boolean {
  return isOpen(text) && /[\p{L}&]$/u.test(text);
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
    !isOpen(text) &&
    !/[.:;,]$/.test(text.replace(/\b(?:ltd|inc|no|pty|co)\.$/i, '')) &&
    !isLabel(text)
  );
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}{4}/u.test(text);
}

function withoutAppendix(text: string): string {
  return text.replace(/^appendix \w+\s*[-–—:]\s*/i, '').trim();
}
