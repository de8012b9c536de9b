/** What `shards.json` tells the search page. */
export interface ShardList {
  /** Another whenever anything in the index is: a digest of all shards. */
  readonly build: string;
  /** Releases in all. */
  readonly count: number;
  /** Newest first; their spans do not overlap, so results of one after the other are in exact order. */
  readonly shards: readonly ShardEntry[];
}

export interface ShardEntry {
  /** Its folder beside `shards.json`. */
  readonly name: string;
  /** The first and the last Sydney year of its releases. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Digest of all that was indexed. */
  readonly digest: string;
  /** How many releases each value of each filter holds for. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
