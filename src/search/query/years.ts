import { way, type Term, type Way } from './terms.ts';

/**
 * Releases of all years of a span; of two that follow each other also the year of accounts, which alone `2020-21` is.
 * `undefined` where it is no span, or of more than thirty years.
 */
export function spanOfYears(year: string, end: string, typed: string): readonly Term[] | undefined {
  const [first, last] = [Number(year), Number(end.length === 2 ? `${year.slice(0, 2)}${end}` : end)];
  const isAccounts = last === first + 1;
  if (end.length === 2 && isAccounts) return [accountsTerm(String(last), typed)];
  if (end.length === 2 || last <= first || last > first + MOST_YEARS) return undefined;
  const years = Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  return [
    {
      typed,
      kind: 'date',
      meaning: `${first} to ${last}`,
      ways: [
        way(`${first}${last}`),
        ...years.map((one) => ({ ...way(one), isFact: true as const })),
        ...(isAccounts ? yearWays(String(last)) : []),
      ],
    },
  ];
}

const MOST_YEARS = 30;

function accountsTerm(year: string, typed: string): Term {
  const joined = `${Number(year) - 1}${year.slice(2)}`;
  return { typed, kind: 'date', meaning: `FY${year.slice(2)}`, ways: [way(joined), ...yearWays(year)] };
}

/** A year of accounts is named for the one in which it ends. */
export function yearWays(year: string): readonly Way[] {
  const [whole, short, last] = [fullYear(year), fullYear(year).slice(2), String(Number(fullYear(year)) - 1)];
  return [
    way(`fy${short}`),
    way(`fy${whole}`),
    { words: ['fy', short], weight: 0.9 },
    way(`fy${last}${short}`, 0.9),
    { words: ['financial', 'year', whole], weight: 0.9 },
    way(whole, 0.7),
  ];
}

/** A year in four figures: `26` is 2026. */
export function fullYear(year: string): string {
  return year.length === 2 ? `${Number(year) > 69 ? '19' : '20'}${year}` : year;
}
