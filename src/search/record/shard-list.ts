import { filterValues, type Filtered } from './filters.ts';
import type { Shard } from './shards.ts';

/** What `shards.json` tells the search page. */
export interface ShardList {
  /** Another whenever anything in the index is: a digest of all shards. */
  readonly build: string;
  /** Releases in all. */
  readonly count: number;
  /** The words of all releases, see `lexicon.ts`. */
  readonly words: WordStarts & { readonly folder: string };
  /** Newest first; their spans do not overlap, so results of one after the other are in exact order. */
  readonly shards: readonly ShardEntry[];
}

/** The first words of each file of words, sorted from their beginnings and from their ends. */
export interface WordStarts {
  readonly begin: readonly string[];
  readonly end: readonly string[];
}

export interface ShardEntry {
  /** Its folder beside `shards.json`: its span and its digest, so that no file in it ever changes. */
  readonly name: string;
  /** The first and the last Sydney year of its releases. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** How many releases each value of each filter holds for. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What the list says of a shard whose content has a digest. */
export function shardEntry(shard: Shard<Filtered>, digest: string): ShardEntry {
  return {
    name: `${shard.name}-${digest}`,
    from: Number(shard.from),
    to: Number(shard.to),
    count: shard.items.length,
    filters: countValues(shard.items),
  };
}

function countValues(records: readonly Filtered[]): ShardEntry['filters'] {
  const counts = new Map<string, Map<string, number>>();
  for (const [name, values] of records.flatMap((record) => Object.entries(filterValues(record)))) {
    const known = counts.get(name) ?? new Map<string, number>();
    counts.set(name, known);
    for (const value of values) known.set(value, (known.get(value) ?? 0) + 1);
  }
  const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted(counts).map(([name, values]) => [name, Object.fromEntries(sorted(values))]));
}
