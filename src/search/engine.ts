import type { Search } from './address.ts';
import { filterNames } from './filters.ts';
import type { FilterCounts, PagefindResult, PagefindShard } from './pagefind.ts';
import { prepareQuery, type Query } from './query.ts';
import { countFilters, mayHold, orderOf, searchAnyWord, searchShard, type ShardHits } from './shard-search.ts';
import type { ShardEntry, ShardList } from './shard-list.ts';

/** Where a search stands: what has been found in the shards that have answered. */
export interface Progress {
  readonly query: Query;
  /** In the order asked for. By date it is final as far as it goes; best matches may still be joined by better ones. */
  readonly hits: readonly PagefindResult[];
  /** Names of shards that have not answered, newest first. */
  readonly waiting: readonly string[];
  /** Names of shards that could not be loaded. */
  readonly failed: readonly string[];
  /** Words that no release holds in this form. */
  readonly unknown: readonly string[];
  /** True where no release holds all words, and the hits are those that hold most of them; never for an exact phrase. */
  readonly loose: boolean;
}

export type OpenShard = (entry: ShardEntry) => Promise<PagefindShard>;

/**
 * Searches an archive's shards. Yields when the first has answered, and at the end (the last value has nobody waiting). Shards are opened once and kept; one that fails is named and tried again next time.
 * By date, results are in exact order across shards. Best matches are by Pagefind's score against the best one possible.
 */
export function createEngine(list: ShardList, open: OpenShard) {
  const opened = new Map<string, Promise<PagefindShard>>();
  const openShard = (entry: ShardEntry) => {
    let shard = opened.get(entry.name);
    if (shard === undefined) {
      shard = open(entry);
      opened.set(entry.name, shard);
      shard.catch(() => opened.delete(entry.name));
    }
    return shard;
  };
  const entriesOf = (search: Search) => list.shards.filter((entry) => mayHold(entry, search));

  return {
    async *search(search: Search): AsyncGenerator<Progress> {
      const query = prepareQuery(search.q);
      const order = orderOf(query, search);
      const entries = order === 'oldest' ? entriesOf(search).toReversed() : entriesOf(search);
      const answers = new Map<string, ShardHits>();
      const failed: string[] = [];
      const answer = async (entry: ShardEntry) => {
        try {
          answers.set(entry.name, await searchShard(entry, await openShard(entry), query, search));
        } catch {
          failed.push(entry.name);
        }
      };
      const progress = (): Progress => ({
        query,
        hits: order === 'best' ? byScore(entries, answers) : byDate(entries, answers, failed),
        waiting: entries.map(({ name }) => name).filter((name) => !answers.has(name) && !failed.includes(name)),
        failed,
        unknown: unknownWords(query, answers),
        loose: false,
      });
      // The first shard answers before others take of the line; the rest answer together.
      const [first, ...rest] = entries;
      if (first) await answer(first);
      if (rest.length > 0) {
        yield progress();
        await Promise.all(rest.map(answer));
      }
      const last = progress();
      yield last.hits.length > 0 || query.lookup.length < 2 || query.phrases.length > 0
        ? last
        : { ...last, ...(await loosely(entries, query, search)) };
    },

    /**
     * Counts of every filter's values among the results of a search that has `total` of them; of a filter that narrows it,
     * among what there is without this filter, so that each value says what choosing it would find.
     * Such a filter has no counts where this would load more of the index.
     * `undefined` where they cannot be counted exactly: most exact phrases, and results that hold only some of the words.
     */
    async counts(search: Search, total: number): Promise<FilterCounts | undefined> {
      const counts = await countAll(search);
      // Every release has one year.
      const counted = Object.values(counts[filterNames.year] ?? {}).reduce((sum, count) => sum + count, 0);
      if (counted !== total) return undefined;
      const { company, type, from, to, ...rest } = search;
      const years = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
      const lifted: [string, Search][] = [];
      if (company !== undefined) lifted.push([filterNames.company, { ...rest, ...years, ...(type && { type }) }]);
      if (type !== undefined) lifted.push([filterNames.type, { ...rest, ...years, ...(company && { company }) }]);
      if (from !== undefined || to !== undefined)
        lifted.push([filterNames.year, { ...rest, ...(company && { company }), ...(type && { type }) }]);
      for (const [name, wider] of lifted) {
        // Results in other shards are not counted: what narrows a search also saves loading the rest of the index.
        const isOpen = entriesOf(wider).every((entry) => opened.has(entry.name));
        const wide = isOpen ? (await countAll(wider))[name] : undefined;
        if (wide === undefined) Reflect.deleteProperty(counts, name);
        else counts[name] = wide;
      }
      return counts;
    },
  };

  async function countAll(search: Search): Promise<Record<string, Record<string, number>>> {
    const query = prepareQuery(search.q);
    const counts: Record<string, Record<string, number>> = {};
    const answers = entriesOf(search).map(async (entry) => countFilters(entry, await openShard(entry), query, search));
    for (const answer of await Promise.allSettled(answers)) {
      if (answer.status === 'rejected') continue;
      for (const [name, values] of Object.entries(answer.value)) {
        const known = (counts[name] ??= {});
        for (const [value, count] of Object.entries(values)) known[value] = (known[value] ?? 0) + count;
      }
    }
    return counts;
  }

  async function loosely(entries: readonly ShardEntry[], query: Query, search: Search) {
    const answers = entries.map(async (entry) => searchAnyWord(entry, await openShard(entry), query, search));
    const hits = (await Promise.allSettled(answers)).flatMap((answer) =>
      answer.status === 'fulfilled' ? answer.value : [],
    );
    const most = Math.max(0, ...hits.map((hit) => hit.words));
    return { hits: hits.filter((hit) => hit.words === most).toSorted((a, b) => b.score - a.score), loose: true };
  }
}

function byDate(
  entries: readonly ShardEntry[],
  answers: ReadonlyMap<string, ShardHits>,
  failed: readonly string[],
): readonly PagefindResult[] {
  const gap = entries.findIndex((entry) => !answers.has(entry.name) && !failed.includes(entry.name));
  return entries.slice(0, gap === -1 ? undefined : gap).flatMap((entry) => answers.get(entry.name)?.hits ?? []);
}

function byScore(entries: readonly ShardEntry[], answers: ReadonlyMap<string, ShardHits>): readonly PagefindResult[] {
  // Equal scores stay in the order of shards, newest first, whichever answered first.
  return entries.flatMap((entry) => answers.get(entry.name)?.hits ?? []).toSorted((a, b) => b.score - a.score);
}

function unknownWords(query: Query, answers: ReadonlyMap<string, ShardHits>): readonly string[] {
  const lacking = [...answers.values()].map((answer) => answer.lacking);
  return query.lookup.filter((word) => lacking.length > 0 && lacking.every((one) => one === word));
}
