import type { Read } from './dates.ts';
import { way, type Term, type Way } from './terms.ts';
import { fullYear, yearWays } from './years.ts';

/**
 * A quarter or a half, with its year or without; `kind` is `fy` or `cy` where the year is said to be one of accounts or of the
 * calendar. A quarter without either may be one of both.
 */
export const partOfYear: Read = ({ number = '', half, year, kind }, typed) => {
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
    meaning: [NUMBERS[Number(number)], name, nameOfYear(year, kind)].filter(Boolean).join(' '),
    ways: [
      ...joined.map((word) => way(word)),
      way(`${number}${letter}`),
      way(`${letter}${number}`),
      { words: [NUMBERS[Number(number)] ?? '', name], weight: 0.95 },
      ...(half === undefined
        ? quarterWays(Number(number), year, kind?.toLowerCase())
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

function nameOfYear(year: string | undefined, kind: string | undefined): string {
  if (year === undefined) return '';
  return kind?.toLowerCase() === 'fy' ? `FY${fullYear(year).slice(2)}` : fullYear(year);
}

/** A quarter by the month in which it ends: `Q2 2025` is sooner of the calendar, `2Q25` sooner of accounts. */
function quarterWays(number: number, year: string | undefined, kind: string | undefined): readonly Way[] {
  const [ofAccounts = '', ofCalendar = ''] = [QUARTER_ENDS[(number + 1) % 4], QUARTER_ENDS[number - 1]];
  if (year === undefined) return [{ words: [ofAccounts, 'quarter'], weight: 0.8 }];
  const whole = Number(fullYear(year));
  const [less, more] = year.length === 2 ? [0, -0.1] : [-0.1, 0];
  const ends = [
    ...(kind === 'cy'
      ? []
      : [{ month: ofAccounts, ends: number < 3 ? whole - 1 : whole, by: kind === 'fy' ? 0 : less }]),
    ...(kind === 'fy' ? [] : [{ month: ofCalendar, ends: whole, by: kind === 'cy' ? 0 : more }]),
  ];
  return ends.flatMap(({ month, ends, by }) => [
    { words: [month, 'quarter'], weight: 0.8 + by },
    { words: [month, String(ends)], weight: 0.7 + by },
  ]);
}

const NUMBERS = ['', 'first', 'second', 'third', 'fourth'];

/** The months in which the quarters of a calendar year end; the accounts of most companies here begin two later. */
const QUARTER_ENDS = ['march', 'june', 'september', 'december'];
