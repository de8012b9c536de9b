import { sydneyMonth } from '../release/sydney-time.ts';
import type { Release } from '../release/schema.ts';

interface MonthCount {
  /** `2020-07`. */
  readonly month: string;
  readonly count: number;
}

/** How many releases each Sydney month has, from the first month to the last without a gap, oldest first. */
export function countByMonth(releases: readonly Release[]): MonthCount[] {
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

/** Groups releases by Sydney month, in the order in which they come. */
export function groupByMonth(releases: readonly Release[]): ReadonlyMap<string, readonly Release[]> {
  return Map.groupBy(releases, (release) => sydneyMonth(release.date));
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
