import { foldWord } from '../record/words.ts';
import { way, type Term } from './terms.ts';
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

type Read = (groups: Partial<Record<string, string>>, typed: string) => readonly Term[] | undefined;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?<year>(?:19|20)\\d\\d)';
const SHORT_YEAR = "'?(?<year>(?:19|20)\\d\\d|\\d\\d)";
const TWO = '(?<year>(?:20)?\\d\\d)';
const before = '(?<![\\p{L}\\p{N}.,/$-])';
const after = '(?![\\p{L}\\p{N}/]|[.,\\u2013-]\\d|-\\p{L})';

const dayOf: Read = ({ day = '', month = '', year = '' }, typed) => {
  const [whole, at] = [fullYear(year), monthNumber(month)];
  const days = new Date(Date.UTC(Number(whole), at, 0)).getUTCDate();
  if (at === 0 || Number(day) > days) return undefined;
  const [digits, name] = [`${whole}${padded(at)}${padded(Number(day))}`, MONTHS[at - 1] ?? ''];
  const spelt = [
    [String(Number(day)), name, whole],
    [name, String(Number(day)), whole],
    [padded(Number(day)), name, whole],
  ];
  return [
    {
      typed,
      kind: 'date',
      meaning: `${Number(day)} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${whole}`,
      ways: [
        { ...way(digits), isFact: true },
        ...spelt.map((words) => ({ words, weight: 0.9 })),
        way(foldWord(typed), 0.9),
        way(digits, 0.9),
        // A report for a period that ends on a day names the month at least.
        { words: [name, whole], weight: 0.6 },
      ],
    },
  ];
};

const monthOf: Read = ({ month = '', year = '' }, typed) => {
  const [whole, at] = [fullYear(year), monthNumber(month)];
  const name = MONTHS[at - 1] ?? '';
  const short = name.slice(0, 3);
  return [
    {
      typed,
      kind: 'date',
      meaning: `${name.charAt(0).toUpperCase()}${name.slice(1)} ${whole}`,
      ways: [
        { words: [name, whole], weight: 1 },
        { ...way(`${whole}${padded(at)}`), isFact: true },
        { words: [short, whole], weight: 0.9 },
        { words: [name, 'quarter', whole], weight: 0.9 },
      ],
    },
  ];
};

const fiscalYear: Read = ({ year = '' }, typed) => [
  { typed, kind: 'date', meaning: `FY${fullYear(year).slice(2)}`, ways: yearWays(year) },
];

const NUMBERS = ['', 'first', 'second', 'third', 'fourth'];

/** The months in which the quarters of a financial year end, that of most companies here. */
const QUARTER_ENDS = ['', 'september', 'december', 'march', 'june'];

/** The calendar year in which a quarter of a financial year ends. */
function lastYearOf(number: string, year: string): string {
  return String(Number(fullYear(year)) - (Number(number) < 3 ? 1 : 0));
}

const part: Read = ({ number = '', half, year }, typed) => {
  const [letter, name] = half === undefined ? ['q', 'quarter'] : ['h', 'half'];
  const short = year === undefined ? undefined : fullYear(year).slice(2);
  const joined =
    short === undefined
      ? []
      : [
          `${number}${letter}${short}`,
          `${letter}${number}${short}`,
          `${number}${letter}fy${short}`,
          `${letter}${number}fy${short}`,
        ];
  const own: Term = {
    typed,
    kind: 'date',
    meaning: `${NUMBERS[Number(number)]} ${name}`,
    ways: [
      ...joined.map((word) => way(word)),
      way(`${number}${letter}`),
      way(`${letter}${number}`),
      { words: [NUMBERS[Number(number)] ?? '', name], weight: 0.95 },
      ...(half === undefined
        ? [
            { words: [QUARTER_ENDS[Number(number)] ?? '', 'quarter'], weight: 0.8 },
            ...(short === undefined
              ? []
              : [lastYearOf(number, year ?? ''), fullYear(year ?? '')].map((ending) => ({
                  words: [QUARTER_ENDS[Number(number)] ?? '', ending],
                  weight: 0.7,
                }))),
          ]
        : [{ words: ['half', 'year'], weight: 0.8 }, way('halfyear', 0.8), way('interim', 0.7)]),
    ],
  };
  if (year === undefined) return [own];
  const lodged = fullYear(year);
  return [
    own,
    {
      typed,
      kind: 'date',
      ways: [
        ...joined.map((word) => way(word)),
        ...yearWays(year),
        way(lodged, 0.7),
        way(String(Number(lodged) - 1), 0.5),
      ],
    },
  ];
};

const PATTERNS: readonly (readonly [RegExp, Read])[] = [
  [new RegExp(`${before}${YEAR}-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])${after}`, 'giu'), dayOf],
  [new RegExp(`${before}${DAY}(?<sign>[./-])(?<month>0?[1-9]|1[0-2])\\k<sign>${SHORT_YEAR}${after}`, 'giu'), dayOf],
  [
    new RegExp(`${before}${DAY}(?:st|nd|rd|th)?(?:\\s+of\\s+|[\\s-]*)${MONTH}[\\s,-]*${SHORT_YEAR}${after}`, 'giu'),
    dayOf,
  ],
  [new RegExp(`${before}${MONTH}[\\s-]*${DAY}(?:st|nd|rd|th)?[\\s,]+${YEAR}${after}`, 'giu'), dayOf],
  [
    new RegExp(`${before}${MONTH}[\\s,-]*(?:of\\s+)?(?:${YEAR}|'(?<short>\\d\\d))${after}`, 'giu'),
    (groups, typed) => monthOf({ ...groups, year: groups['year'] ?? groups['short'] }, typed),
  ],
  [
    new RegExp(`${before}(?:(?<number>[1-4])q|q(?<other>[1-4]))(?:[\\s-]*(?:fy|cy|')?\\s?${TWO})?${after}`, 'giu'),
    (groups, typed) => part({ ...groups, number: groups['number'] ?? groups['other'] }, typed),
  ],
  [
    new RegExp(`${before}(?:(?<number>[12])h|h(?<other>[12]))(?:[\\s-]*(?:fy|cy|')?\\s?${TWO})?${after}`, 'giu'),
    (groups, typed) => part({ ...groups, number: groups['number'] ?? groups['other'], half: 'h' }, typed),
  ],
  [
    new RegExp(`${before}hy\\s?'?${TWO}${after}`, 'giu'),
    (groups, typed) => part({ ...groups, number: '1', half: 'h' }, typed),
  ],
  [
    new RegExp(
      `${before}(?:(?<first>first|1st)|second|2nd) half(?:\\s+(?:of\\s+)?(?:fy|cy)?\\s?${TWO})?${after}`,
      'giu',
    ),
    (groups, typed) => part({ ...groups, number: groups['first'] === undefined ? '2' : '1', half: 'h' }, typed),
  ],
  [new RegExp(`${before}fy\\s?'?${TWO}${after}`, 'giu'), fiscalYear],
  [
    new RegExp(
      `${before}(?:between\\s+${YEAR}\\s+and\\s+(?<end>(?:19|20)\\d\\d)|(?:from\\s+)?${YEAR.replace('year', 'from')}\\s*(?:[-–/]|to|until)\\s*(?<to>(?:19|20)\\d\\d|\\d\\d))${after}`,
      'giu',
    ),
    ({ year, from, end, to }, typed) => spanOfYears(year ?? from ?? '', end ?? to ?? '', typed),
  ],
];

/** 1 for January; 0 for what is none. */
function monthNumber(month: string): number {
  return /^\d/.test(month)
    ? Number(month)
    : MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase())) + 1;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
