import { sydneyMonth } from '../../release/sydney-time.ts';
import type { Release } from '../../release/schema.ts';
import type { Archive } from '../archive.ts';
import { largestGroups } from './type-groups.ts';

export interface MonthCount {
  /** `2020-07`. */
  readonly month: string;
  readonly count: number;
}

/** How many releases each Sydney month has, from the first month to the last without a gap, oldest first. */
function countByMonth(releases: readonly Release[]): MonthCount[] {
  const counts = new Map<string, number>();
  for (const release of releases) {
    const month = sydneyMonth(release.date);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const months = [...counts.keys()].toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: MonthCount[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) all.push({ month, count: counts.get(month) ?? 0 });
  return all;
}

/** How many releases each Sydney year has, from the first year to the last without a gap, oldest first. */
export function countByYear(releases: readonly Release[]): { readonly year: string; readonly count: number }[] {
  const years = Map.groupBy(countByMonth(releases), ({ month }) => month.slice(0, 4));
  return [...years].map(([year, months]) => ({ year, count: months.reduce((sum, { count }) => sum + count, 0) }));
}

/** How many releases each of the twelve months of a year has. */
export function countMonthsOf(year: number, releases: readonly Release[]): MonthCount[] {
  const counts = new Map(countByMonth(releases).map(({ month, count }) => [month, count]));
  return monthsOf(String(year)).map((month) => ({ month, count: counts.get(month) ?? 0 }));
}

/** The releases of an archive over time. */
interface Timeline {
  /** All months from the first to the last, oldest first. */
  readonly months: readonly MonthCount[];
  /** The first of the months that have the most; `undefined` for an empty archive. */
  readonly busiest: MonthCount | undefined;
  /** All releases, then the largest groups of announcement types. */
  readonly rows: readonly { readonly name: string; readonly total: number; readonly counts: readonly MonthCount[] }[];
  /** The newest year first; a month before the first release or after the last has no count. */
  readonly years: readonly { readonly year: string; readonly counts: readonly (number | undefined)[] }[];
}

/** True where an archive is old enough for a picture of its months: one or two of them show nothing. */
export function hasTimeline({ releases }: Pick<Archive, 'releases'>): boolean {
  return countByMonth(releases).length > 2;
}

/** Counts the releases of an archive month by month, all together and for at most `groups` groups of types. */
export function timelineOf({ releases, types }: Pick<Archive, 'releases' | 'types'>, groups: number): Timeline {
  const months = countByMonth(releases);
  const most = Math.max(...months.map(({ count }) => count));
  const counts = new Map(months.map(({ month, count }) => [month, count]));
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))].toReversed();
  return {
    months,
    busiest: months.find(({ count }) => count === most),
    rows: [
      { name: 'All releases', total: releases.length, counts: months },
      ...largestGroups({ types })
        .slice(0, groups)
        .map(({ type, releases: list }) => ({ name: type.name, total: list.length, counts: countByMonth(list) })),
    ],
    years: years.map((year) => ({ year, counts: monthsOf(year).map((month) => counts.get(month)) })),
  };
}

/** Groups releases by Sydney month, in the order in which they come. */
export function groupByMonth(releases: readonly Release[]): ReadonlyMap<string, readonly Release[]> {
  return Map.groupBy(releases, (release) => sydneyMonth(release.date));
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function monthsOf(year: string): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}
