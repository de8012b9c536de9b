import { stem } from '../../text/stem.ts';
import type { Search } from './address.ts';
import { allowsOf } from './filtering.ts';
import { matchTerm, type Matches } from './matches.ts';
import type { ShardAnswer } from './rank.ts';
import type { Shard } from './shard.ts';
import { isSameNumber } from './archive-words.ts';
import { way, type Query, type Term, type Way } from './terms.ts';

/**
 * What a shard answers to a query. `longer` are the words that the last one may still become, the most frequent first; until they
 * have come, all that does not depend on them is loaded.
 */
export async function askShard(
  shard: Shard,
  query: Query,
  search: Search,
  longer: readonly string[] | Promise<readonly string[]> = [],
): Promise<ShardAnswer> {
  const matchesOf = async (term: Term): Promise<Matches> => {
    if (term.isCommon) return new Map();
    if (term.beginning === undefined) return matchTerm(shard, term);
    const [words] = await Promise.all([longer, matchTerm(shard, term)]);
    return matchTerm(shard, await withLonger(shard, term, words));
  };
  const [meta, allows, matches] = await Promise.all([
    shard.meta(),
    allowsOf(shard, query, search),
    Promise.all(query.terms.map(matchesOf)),
  ]);
  return { shard, headlines: meta.headlines, lengths: meta.lengths, matches, allows };
}

/** Longer words cost a chunk of the index each: so many chunks of a shard are loaded at most, those of the most frequent words. */
const MOST_CHUNKS = 6;
/** The word itself comes first. */
const LONGER_WEIGHT = 0.9;

async function withLonger(shard: Shard, term: Term, longer: readonly string[]): Promise<Pick<Term, 'ways'>> {
  if (longer.length === 0) return term;
  const ways: Way[] = [...term.ways];
  const chunks = new Set<string>();
  const stems = new Set(ways.map(({ words }) => words.map(stem).join(' ')));
  for (const word of longer) {
    const own = stem(word);
    if (stems.has(own)) continue;
    const chunk = await shard.chunk(own);
    if (chunk === undefined || (!chunks.has(chunk) && chunks.size >= MOST_CHUNKS)) continue;
    chunks.add(chunk);
    stems.add(own);
    ways.push(way(word, isSameNumber(word, term.beginning ?? '') ? 1 : LONGER_WEIGHT));
  }
  return { ways };
}
