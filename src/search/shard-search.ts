import { isAmountWord } from './amounts.ts';
import { ALIASES, FACTS, filterNames, type Order } from './filters.ts';
import type { Search } from './address.ts';
import type {
  FilterCounts,
  Fragment,
  PagefindAnswer,
  PagefindFilters,
  PagefindResult,
  PagefindShard,
} from './pagefind.ts';
import { placeOfPage } from './page-name.ts';
import type { Query } from './query.ts';
import type { ShardEntry } from './shard-list.ts';
import { foldWord, splitToken, tokenize } from './words.ts';

/** The results of one shard, in the order asked for; scores are comparable between shards. */
export interface ShardHits {
  readonly hits: readonly PagefindResult[];
  /** A word that no release of the shard holds; then there are no hits, and the other words were not looked up. */
  readonly lacking?: string;
}

/** True where a shard holds releases of the years and values asked for; no other need be loaded. */
export function mayHold(entry: ShardEntry, search: Search): boolean {
  if (search.from !== undefined && entry.to < search.from) return false;
  if (search.to !== undefined && entry.from > search.to) return false;
  const { [filterNames.year]: years, ...values } = filtersOf(entry, search);
  void years;
  // A filter that no release of the shard has a value for would be passed over, and everything found.
  return Object.entries(values).every(([name, asked]) =>
    (asked as readonly string[]).every((value) => entry.filters[name]?.[value] !== undefined),
  );
}

/** Searches a shard that `mayHold` what is asked. A phrase narrows to the releases that hold it in one of its forms. */
export async function searchShard(
  entry: ShardEntry,
  shard: PagefindShard,
  query: Query,
  search: Search,
): Promise<ShardHits> {
  const filters = filtersOf(entry, search);
  if (query.lookup.length === 0)
    return { hits: ordered((await shard.search(null, { filters })).results, query, search) };
  // Pagefind passes over words that it does not know, or takes a shorter one in their stead.
  // The likely rarest goes first, for where one is lacking the parts of the index for the others need not be loaded.
  const rarities = new Map<string, number>();
  for (const word of query.lookup.toSorted((a, b) => b.length - a.length)) {
    const held = await countWord(shard, word);
    if (held === 0) return { hits: [], lacking: word };
    rarities.set(word, idf(entry.count, held));
  }
  const { results } = await shard.search(query.lookup.join(' '), { filters });
  const kept = await keepPhrases(shard, results, query);
  // No headline holds the word of an amount's value: with it, even one that is the query would seem to hold little of it.
  const words = query.lookup.filter((word) => !isAmountWord(word));
  const telling = words.length > 0 && words.length < query.lookup.length ? words : undefined;
  const scores = telling && (await scoresFor(shard, telling));
  const best = (telling ?? query.lookup).reduce((sum, word) => sum + (rarities.get(word) ?? 0), 0);
  const hits = kept.map((result) => scored(result, (scores?.get(result.id) ?? result.score) / best));
  return { hits: ordered(hits, query, search) };
}

async function scoresFor(shard: PagefindShard, words: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { results } = await shard.search(words.join(' '));
  return new Map(results.map(({ id, score }) => [id, score]));
}

/** A result, and how many of the words it holds. */
type LooseHit = PagefindResult & { readonly words: number };

/** The releases of a shard that hold any of the words, by how many they hold, then by score: for when none holds all. */
export async function searchAnyWord(
  entry: ShardEntry,
  shard: PagefindShard,
  query: Query,
  search: Search,
): Promise<readonly LooseHit[]> {
  const found = new Map<string, LooseHit>();
  for (const word of query.lookup) {
    const held = await countWord(shard, word);
    if (held === 0) continue;
    const { results } = await shard.search(word, { filters: filtersOf(entry, search) });
    for (const result of results) {
      const { score = 0, words = 0 } = found.get(result.id) ?? {};
      found.set(result.id, { ...scored(result, score + result.score / idf(entry.count, held)), words: words + 1 });
    }
  }
  return [...found.values()];
}

/** Counts of every filter's values among the releases that hold the words or the one phrase asked for, with the filters' own files loaded. */
export async function countFilters(
  entry: ShardEntry,
  shard: PagefindShard,
  query: Query,
  search: Search,
): Promise<FilterCounts> {
  await shard.filters();
  const [forms = [query.lookup.join(' ')]] = query.phrases;
  let answer: PagefindAnswer | undefined;
  for (const form of forms) {
    const term = query.phrases.length > 0 ? `"${form}"` : form || null;
    const one = await shard.search(term, { filters: filtersOf(entry, search) });
    if (answer === undefined || one.results.length > answer.results.length) answer = one;
  }
  return answer?.filters ?? {};
}

/** The order in which results are shown: without words there is no best match. */
export function orderOf(query: Query, search: Search): Order {
  return search.order === 'best' && query.words.length === 0 ? 'newest' : search.order;
}

function filtersOf(entry: ShardEntry, search: Search): PagefindFilters {
  const years = Object.keys(entry.filters[filterNames.year] ?? {}).filter(
    (year) => Number(year) >= (search.from ?? 0) && Number(year) <= (search.to ?? Infinity),
  );
  const whole = years.length === Object.keys(entry.filters[filterNames.year] ?? {}).length;
  return {
    ...(search.company !== undefined && { [filterNames.company]: [search.company] }),
    ...(search.type !== undefined && { [filterNames.type]: [search.type] }),
    ...(search.flags.length > 0 && { [filterNames.flag]: search.flags }),
    ...(!whole && { [filterNames.year]: { any: years } }),
  };
}

/** By date, where that is asked for: pages have their places in a shard in its order. */
function ordered<Result extends PagefindResult>(
  results: readonly Result[],
  query: Query,
  search: Search,
): readonly Result[] {
  const order = orderOf(query, search);
  if (order === 'best') return results;
  const direction = order === 'newest' ? 1 : -1;
  return results.toSorted((a, b) => direction * (placeOfPage(a.id) - placeOfPage(b.id)));
}

/** How many releases of a shard hold a word or, where none does, a longer form of it; 0 where none holds either. */
async function countWord(shard: PagefindShard, word: string): Promise<number> {
  const exact = await shard.search(`"${word}"`, { filters: { [filterNames.probe]: ['none'] } });
  if (exact.unfilteredResultCount > 0) return exact.unfilteredResultCount;
  const { results } = await shard.search(word);
  // Either all results hold a longer form, or all hold what Pagefind took in its stead.
  const text = await results[0]?.data();
  return text !== undefined && holdsWord(text, word) ? results.length : 0;
}

function holdsWord({ content, meta }: Fragment, word: string): boolean {
  return tokenize(`${content} ${meta['title']} ${meta[ALIASES]} ${meta[FACTS]}`).some((token) =>
    [token, ...splitToken(token)].some((part) => foldWord(part).startsWith(word)),
  );
}

function scored(result: PagefindResult, score: number): PagefindResult {
  return { id: result.id, score, data: () => result.data() };
}

async function keepPhrases(
  shard: PagefindShard,
  results: readonly PagefindResult[],
  query: Query,
): Promise<readonly PagefindResult[]> {
  let kept = results;
  for (const forms of query.phrases) {
    const ids = new Set<string>();
    for (const form of forms) for (const { id } of (await shard.search(`"${form}"`)).results) ids.add(id);
    kept = kept.filter(({ id }) => ids.has(id));
  }
  return kept;
}

/** The rarity of a word as BM25 has it, so that a score can be held against the best one possible. */
function idf(count: number, holding: number): number {
  return Math.log((count - holding + 0.5) / (holding + 0.5) + 1);
}
