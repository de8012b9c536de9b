import type { Chance } from './chance.ts';

/** The day of the newest release at the latest; never the clock's, so that the same market comes out every day. */
const LAST_DAY = '2025-12-19';
const LAST_YEAR = 2025;
const MOST_YEARS = 30;
/** Releases that a year has at least before an earlier one is begun. */
const PER_YEAR = 100;

/** When releases of a kind come: at the end of a quarter's first month, after a half year, at annual meetings, or always. */
export type Season = 'quarter' | 'results' | 'meetings' | 'always';

/** The first year of a market of so many releases. */
export function firstYear(size: number): number {
  return LAST_YEAR + 1 - Math.max(1, Math.min(MOST_YEARS, Math.ceil(size / PER_YEAR)));
}

/** A weekday from the first year to `LAST_DAY`; later years have more releases, the last up to three times those of the first. */
export function drawDay(chance: Chance, first: number, season: Season): string {
  for (;;) {
    const year = first + chance.number(LAST_YEAR - first + 1);
    if (!chance.happens((1 + (2 * (year - first + 1)) / (LAST_YEAR - first + 1)) / 3)) continue;
    const day = drawDayOf(chance, year, season);
    const weekday = new Date(`${day}T00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && day <= LAST_DAY) return day;
  }
}

function drawDayOf(chance: Chance, year: number, season: Season): string {
  switch (season) {
    case 'quarter': {
      const month = chance.from([1, 4, 7, 10]);
      return dayOf(year, month, chance.between(24, month === 4 ? 30 : 31));
    }
    case 'results':
      return dayOf(year, chance.from([2, 8, 9]), chance.between(14, 28));
    case 'meetings':
      return dayOf(year, chance.from([10, 11, 11, 11, 5]), chance.between(10, 30));
    case 'always':
      return dayOf(year, chance.between(1, 12), chance.between(1, 28));
  }
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A time of day at which the exchange publishes: most before trading begins or after it ends. */
export function drawTime(chance: Chance): string {
  const { from, to } = chance.weighted(HOURS);
  const minute = chance.between(from, to);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

const HOURS = [
  { weight: 45, from: 8 * 60 + 15, to: 10 * 60 },
  { weight: 25, from: 10 * 60, to: 16 * 60 },
  { weight: 30, from: 16 * 60, to: 19 * 60 + 29 },
];
