import type { AnnouncementType } from '../../release/types.ts';
import type { Release } from '../../release/schema.ts';
import { sydneyYear } from '../../release/sydney-time.ts';
import type { Archive } from '../archive.ts';
import { largestGroups } from './type-groups.ts';

/** Days in a row on which nothing was announced, between two releases or at an end of what the archive covers. */
interface Gap {
  /** The day of the release before it, or the day from which the archive covers. */
  readonly from: string;
  /** The day of the release after it, or the day until which the archive covers. */
  readonly to: string;
  /** Days from `from` to `to`: 1 for two days in a row. */
  readonly days: number;
  readonly before?: Release;
  readonly after?: Release;
}

/**
 * The longest gaps, longest first; of equal ones the newer first. Days are Sydney's.
 * `covered` are the days from which and until which the archive covers, where they are recorded.
 */
export function longestGaps(
  releases: readonly Release[],
  count: number,
  covered: { readonly from?: string | undefined; readonly to?: string | undefined } = {},
): Gap[] {
  const oldestFirst = releases.toReversed();
  const [first, last] = [oldestFirst[0], oldestFirst.at(-1)];
  if (!first || !last) return [];
  const between = oldestFirst.slice(1).map((after, index): Gap => {
    const before = oldestFirst[index] ?? first;
    return {
      from: before.date.day,
      to: after.date.day,
      days: daysBetween(before.date.day, after.date.day),
      before,
      after,
    };
  });
  const { from, to } = covered;
  const start =
    from === undefined ? [] : [{ from, to: first.date.day, days: daysBetween(from, first.date.day), after: first }];
  const end = to === undefined ? [] : [{ from: last.date.day, to, days: daysBetween(last.date.day, to), before: last }];
  return [...start, ...between, ...end]
    .filter(({ days }) => days > 1)
    .toSorted((a, b) => b.days - a.days || (a.from < b.from ? 1 : -1))
    .slice(0, count);
}

/** How many releases each year and type has; of a type's group, those of all its types. */
export interface CountsByYear {
  /** From the first year to the last without a gap, oldest first. */
  readonly years: readonly number[];
  /** For each year in that order. */
  readonly all: readonly number[];
  /** Groups by their number of releases, most first, ties by slug; the last is of releases without a type, if there are any. */
  readonly rows: readonly {
    readonly type: AnnouncementType | undefined;
    readonly counts: readonly number[];
    readonly total: number;
  }[];
}

/** Counts releases by Sydney year and group of announcement types. One of several groups counts in each of them. */
export function countByYearAndType({
  releases,
  years: byYear,
  types,
}: Pick<Archive, 'releases' | 'years' | 'types'>): CountsByYear {
  const [newest, oldest] = [Math.max(...byYear.keys()), Math.min(...byYear.keys())];
  const years = releases.length === 0 ? [] : Array.from({ length: newest - oldest + 1 }, (_, index) => oldest + index);
  const count = (list: readonly Release[]) => {
    const found = new Map<number, number>();
    for (const release of list) {
      const year = sydneyYear(release.date);
      found.set(year, (found.get(year) ?? 0) + 1);
    }
    return { counts: years.map((year) => found.get(year) ?? 0), total: list.length };
  };
  const untyped = releases.filter((release) => release.types === undefined);
  return {
    years,
    all: count(releases).counts,
    rows: [
      ...largestGroups({ types }).map(({ type, releases: list }) => ({ type, ...count(list) })),
      ...(untyped.length === 0 ? [] : [{ type: undefined, ...count(untyped) }]),
    ],
  };
}

/** How many releases have each fact recorded, in a fixed order. */
export function countRecorded(releases: readonly Release[]): { readonly what: string; readonly count: number }[] {
  const facts: readonly (readonly [string, (release: Release) => unknown])[] = [
    ['Time of day', (release) => release.date.time],
    ['Announcement type', (release) => release.types],
    ['Who classified it', (release) => release.typedBy],
    ['Price sensitivity', (release) => release.priceSensitive],
    ['Authoriser', (release) => release.authorisedBy],
    ['Document attached', (release) => release.attachments],
    ['Exchange’s document id', (release) => release.source?.exchangeId],
    ['Where the text came from', (release) => release.source?.url],
  ];
  return facts.map(([what, fact]) => ({
    what,
    count: releases.filter((release) => fact(release) !== undefined).length,
  }));
}

/** How large a part is of the whole, in percent: 0 and 100 only where it is none or all. */
export function shareOf(count: number, all: number): string {
  const percent = Math.floor((count / all) * 100);
  return count > 0 && percent === 0 ? 'under 1%' : `${percent}%`;
}

/** How many releases have a field not recorded. */
export function countWithout(releases: readonly Release[], field: keyof Release): number {
  return releases.filter((release) => release[field] === undefined).length;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
