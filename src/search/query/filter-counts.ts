import { filterNames } from '../record/filters.ts';
import type { ShardList } from '../record/shard-list.ts';
import type { Search } from './address.ts';
import { allowsOf, mayHold } from './filtering.ts';
import { rank, type Hit, type ShardAnswer } from './rank.ts';
import type { Query } from './terms.ts';

/** Counts of the values of each filter. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * Counts of every filter's values among what a search has found, those that hold all that is asked for where any do;
 * of a filter that narrows it, among what there is without this filter, so that each value says what choosing it would find.
 * Such a filter has no counts where this would load more of the index.
 */
export async function countFilters(
  { shards }: ShardList,
  search: Search,
  query: Query,
  answers: readonly ShardAnswer[],
): Promise<FilterCounts> {
  const counts: Record<string, Record<string, number>> = {};
  const known = new Map(answers.map((one) => [one.shard.entry, one]));
  const wider = async (lifted: Search): Promise<readonly ShardAnswer[] | undefined> => {
    const entries = shards.filter((entry) => mayHold(entry, lifted));
    const own = entries.flatMap((entry) => known.get(entry) ?? []);
    if (own.length < entries.length) return undefined;
    return Promise.all(own.map(async (one) => ({ ...one, allows: await allowsOf(one.shard, query, lifted) })));
  };
  await Promise.all(
    Object.values(filterNames).map(async (name) => {
      const lifted = searchWithout(name, search);
      const free = lifted ? await wider(lifted) : answers;
      if (free === undefined) return;
      counts[name] = await countValues(name, rank(query, free, shards, { ...search, order: 'newest' }));
    }),
  );
  return counts;
}

/** The search without a filter that narrows it, nothing where this does not. */
function searchWithout(name: string, search: Search): Search | undefined {
  const { company, type, from, to, ...rest } = search;
  const kept = {
    ...(company !== undefined && name !== filterNames.company && { company }),
    ...(type !== undefined && name !== filterNames.type && { type }),
    ...(from !== undefined && name !== filterNames.year && { from }),
    ...(to !== undefined && name !== filterNames.year && { to }),
  };
  const narrowing = [company, type, from, to].filter((value) => value !== undefined).length;
  return Object.keys(kept).length < narrowing ? { ...rest, ...kept } : undefined;
}

async function countValues(name: string, hits: readonly Hit[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [shard, own] of Map.groupBy(hits, (hit) => hit.shard))
    for (const [value, pages] of await shard.filter(name)) {
      const held = own.filter(({ page }) => pages.has(page)).length;
      counts[value] = (counts[value] ?? 0) + held;
    }
  return counts;
}
