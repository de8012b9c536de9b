import { dayOf, dayOfAnyYear, monthOf, monthWithNumber, type Read } from './dates.ts';
import type { Term } from './terms.ts';
import { partOfYear } from './year-parts.ts';
import { fullYear, spanOfYears, yearWays } from './years.ts';

/** Something that a part of a text means, and where it stands. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly Term[];
}

/**
 * The days, months and reporting periods in a text, in order and without overlap: `30/07/2024`, `30 July 2024`, `July 2024`, `1H26`,
 * `Q1`, `FY2026`. What no calendar has is left as words, and so are relative dates.
 */
export function findPeriods(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const [pattern, read] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (spans.some((span) => start < span.end && end > span.start)) continue;
      const terms = read(match.groups as Partial<Record<string, string>>, match[0]); // named in the pattern
      if (terms) spans.push({ start, end, terms });
    }
  return spans.toSorted((a, b) => a.start - b.start);
}

const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?<year>(?:19|20)\\d\\d)';
const SHORT_YEAR = "'?(?<year>(?:19|20)\\d\\d|\\d\\d)";
const TWO = '(?<year>(?:20)?\\d\\d)';
const WEEKDAY = '(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]*\\s+)?';
const before = '(?<![\\p{L}\\p{N}.,/$-])';
const after = '(?![\\p{L}\\p{N}/]|[.,\\u2013-]\\d|-\\p{L})';

const fiscalYear: Read = ({ year = '' }, typed) => [
  { typed, kind: 'date', meaning: `FY${fullYear(year).slice(2)}`, ways: yearWays(year) },
];

/** What stands between `before` and `after`. */
const FORMS: readonly (readonly [string, Read])[] = [
  [`${YEAR}(?<sign>[./-])(?<month>0[1-9]|1[0-2])\\k<sign>(?<day>0[1-9]|[12]\\d|3[01])`, dayOf],
  [`${WEEKDAY}${DAY}(?<sign>[./-])(?<month>0?[1-9]|1[0-2])\\k<sign>${SHORT_YEAR}`, dayOf],
  [`${WEEKDAY}${DAY}(?:st|nd|rd|th)?(?:\\s+of\\s+|[\\s-]*)${MONTH}[\\s,-]*${SHORT_YEAR}`, dayOf],
  [`${WEEKDAY}${MONTH}[\\s-]*${DAY}(?:st|nd|rd|th)?[\\s,]+${YEAR}`, dayOf],
  [
    `${MONTH}[\\s,-]*(?:of\\s+)?(?:${YEAR}|'(?<short>\\d\\d))`,
    (groups, typed) => monthOf({ ...groups, year: groups['year'] ?? groups['short'] }, typed),
  ],
  [`(?<month>0?[1-9]|1[0-2])[/-]${YEAR}`, monthOf],
  [
    `${YEAR}[/-](?<month>0[1-9]|1[0-2])`,
    // `2006-07` is a year of accounts.
    (groups, typed) =>
      Number(groups['month']) === (Number(groups['year']) + 1) % 100 ? undefined : monthOf(groups, typed),
  ],
  [`${WEEKDAY}${DAY}(?:st|nd|rd|th)?(?:\\s+of\\s+|[\\s-]*)${MONTH}`, dayOfAnyYear],
  [`${MONTH}[\\s-]*${DAY}(?:st|nd|rd|th)`, dayOfAnyYear],
  [`${MONTH}[\\s-]*(?<number>\\d\\d)`, monthWithNumber],
  [`${MONTH}[\\s-]+(?<day>[1-9])`, dayOfAnyYear],
  [
    `(?:(?<number>[1-4])q|q(?<other>[1-4]))(?:[\\s/-]*(?:(?<kind>fy|cy)|')?\\s?${TWO})?`,
    (groups, typed) => partOfYear({ ...groups, number: groups['number'] ?? groups['other'] }, typed),
  ],
  [
    `(?:(?<number>[12])h|h(?<other>[12]))(?:[\\s/-]*(?:(?<kind>fy|cy)|')?\\s?${TWO})?`,
    (groups, typed) => partOfYear({ ...groups, number: groups['number'] ?? groups['other'], half: 'h' }, typed),
  ],
  [`hy\\s?'?${TWO}`, (groups, typed) => partOfYear({ ...groups, number: '1', half: 'h' }, typed)],
  [
    `(?:(?<first>first|1st)|second|2nd) half(?:\\s+(?:of\\s+)?(?<kind>fy|cy)?\\s?${TWO})?`,
    (groups, typed) => partOfYear({ ...groups, number: groups['first'] === undefined ? '2' : '1', half: 'h' }, typed),
  ],
  [
    `(?:(?<q1>first|1st)|(?<q2>second|2nd)|(?<q3>third|3rd)|(?<q4>fourth|4th)) quarter(?:\\s+(?:of\\s+)?(?<kind>fy|cy)?\\s?${TWO})?`,
    (groups, typed) => {
      const number = ['q1', 'q2', 'q3', 'q4'].findIndex((group) => groups[group] !== undefined) + 1;
      return partOfYear({ ...groups, number: String(number) }, typed);
    },
  ],
  [`fy\\s?'?${TWO}`, fiscalYear],
  [
    `(?:between\\s+${YEAR}\\s+and\\s+(?<end>(?:19|20)\\d\\d)|(?:from\\s+)?${YEAR.replace('year', 'from')}\\s*(?:[-–/]|to|until)\\s*(?<to>(?:19|20)\\d\\d|\\d\\d))`,
    ({ year, from, end, to }, typed) => spanOfYears(year ?? from ?? '', end ?? to ?? '', typed),
  ],
];

const PATTERNS = FORMS.map(([form, read]) => [new RegExp(before + form + after, 'giu'), read] as const);
