/** A part of the index: the releases of some span of time, indexed and loaded by themselves. */
export interface Shard<Item> {
  /** Its folder's name, by its span: `2026`, `2019--2024`, or where a year is cut `2021-01--2021-06`. */
  readonly name: string;
  /** The first and the last Sydney year of its releases. */
  readonly from: string;
  readonly to: string;
  /** Newest first, in the given order. */
  readonly items: readonly Item[];
}

/** Documents in a shard at which indexing still needs little memory and a search in it little time. */
export const SHARD_SIZE = 5_000;

/**
 * Cuts releases, newest first, into shards, newest first: the newest year alone, so that a new release touches a small one;
 * closed years together up to `size`; a year that is larger by itself at months, never within a month.
 * Closed years are filled from the oldest on, so that their shards stay as they are when a year closes.
 * Up to `size` releases in all are one shard, and none at all are no shard.
 */
export function shardReleases<Item extends Dated>(
  items: readonly Item[],
  size: number = SHARD_SIZE,
): readonly Shard<Item>[] {
  if (items.length === 0) return [];
  if (items.length <= size) return [byYears(items)];
  const [open = [], ...closed] = groupBy(items, 4);
  return [...cutYear(open, size), ...cutYears(closed, size)];
}

type Dated = { readonly date: { readonly day: string } };

function cutYears<Item extends Dated>(years: readonly (readonly Item[])[], size: number): readonly Shard<Item>[] {
  const large = years.findIndex((year) => year.length > size);
  if (large === -1) return fill(years, size).map(byYears);
  return [
    ...fill(years.slice(0, large), size).map(byYears),
    ...cutYear(years[large] ?? [], size),
    ...cutYears(years.slice(large + 1), size),
  ];
}

function cutYear<Item extends Dated>(year: readonly Item[], size: number): readonly Shard<Item>[] {
  return year.length <= size ? [byYears(year)] : fill(groupBy(year, 7), size).map(byMonths);
}

/** Puts neighbouring groups together, from the oldest on, as long as they stay within the size. */
function fill<Item>(groups: readonly (readonly Item[])[], size: number): readonly (readonly Item[])[] {
  return groups.reduceRight<readonly (readonly Item[])[]>((filled, group) => {
    const [last, ...rest] = filled;
    return last !== undefined && last.length + group.length <= size
      ? [[...group, ...last], ...rest]
      : [group, ...filled];
  }, []);
}

/** Items by the beginning of their day: 4 characters for the year, 7 for the month. The order is kept. */
function groupBy<Item extends Dated>(items: readonly Item[], length: 4 | 7): readonly (readonly Item[])[] {
  return [...Map.groupBy(items, (item) => item.date.day.slice(0, length)).values()];
}

function byYears<Item extends Dated>(items: readonly Item[]): Shard<Item> {
  return named(items, 4);
}

function byMonths<Item extends Dated>(items: readonly Item[]): Shard<Item> {
  return named(items, 7);
}

function named<Item extends Dated>(items: readonly Item[], length: 4 | 7): Shard<Item> {
  const day = (item: Item | undefined) => item?.date.day ?? '';
  const [from, to] = [day(items.at(-1)), day(items[0])];
  const [first, last] = [from.slice(0, length), to.slice(0, length)];
  return { name: first === last ? first : `${first}--${last}`, from: from.slice(0, 4), to: to.slice(0, 4), items };
}
