import { stem } from '../../text/stem.ts';
import { filterNames } from '../record/filters.ts';
import type { ShardEntry } from '../record/shard-list.ts';
import type { Search } from './address.ts';
import { pagesOfPhrase } from './matches.ts';
import type { Shard } from './shard.ts';
import type { Query } from './terms.ts';

/** True where a shard holds releases of the years and values asked for; no other need be loaded. */
export function mayHold(entry: ShardEntry, search: Search): boolean {
  if (search.from !== undefined && entry.to < search.from) return false;
  if (search.to !== undefined && entry.from > search.to) return false;
  return valuesOf(search).every(([name, value]) => entry.filters[name]?.[value] !== undefined);
}

/** Tells of a shard's pages whether they pass the filters of a search, hold its phrases, and none of the words that it excludes. */
export async function allowsOf(shard: Shard, query: Query, search: Search): Promise<(page: number) => boolean> {
  const needed: ReadonlySet<number>[] = await Promise.all([
    ...valuesOf(search).map(async ([name, value]) => (await shard.filter(name)).get(value) ?? new Set<number>()),
    ...query.phrases.map(({ forms }) => pagesOfPhrase(shard, forms)),
    ...(isWholeSpan(shard.entry, search) ? [] : [pagesOfYears(shard, search)]),
  ]);
  const refused: readonly ReadonlySet<number>[] = await Promise.all([
    ...query.excludedPhrases.map(({ forms }) => pagesOfPhrase(shard, forms)),
    ...query.excluded.map(async (words) => {
      const [first = [], ...rest] = await Promise.all(words.map((word) => shard.postings(stem(word))));
      const others = rest.map((list) => new Set(list.map(({ page }) => page)));
      return new Set(first.map(({ page }) => page).filter((page) => others.every((pages) => pages.has(page))));
    }),
  ]);
  return (page) => needed.every((pages) => pages.has(page)) && !refused.some((pages) => pages.has(page));
}

function valuesOf(search: Search): readonly (readonly [string, string])[] {
  return [
    ...(search.company === undefined ? [] : [[filterNames.company, search.company] as const]),
    ...(search.type === undefined ? [] : [[filterNames.type, search.type] as const]),
    ...search.flags.map((flag) => [filterNames.flag, flag] as const),
  ];
}

function isWholeSpan(entry: ShardEntry, { from = 0, to = Infinity }: Search): boolean {
  return entry.from >= from && entry.to <= to;
}

async function pagesOfYears(shard: Shard, { from = 0, to = Infinity }: Search): Promise<ReadonlySet<number>> {
  const years = [...(await shard.filter(filterNames.year))].filter(
    ([year]) => Number(year) >= from && Number(year) <= to,
  );
  return new Set(years.flatMap(([, pages]) => [...pages]));
}
