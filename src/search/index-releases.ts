import { createHash } from 'node:crypto';
import * as pagefind from 'pagefind';
import { filterValues } from './filters.ts';
import { indexHtml } from './index-html.ts';
import type { ShardEntry, ShardList } from './shard-list.ts';
import { shardReleases, type Shard } from './shards.ts';
import type { SearchRecord } from './text.ts';

/**
 * Lets Pagefind write the search index of an archive, a folder for each shard, into a folder, and returns the list of them.
 * The records come newest first; the same records give the same bytes.
 * Throws when Pagefind reports an error: an index that lacks a release is not written to its end.
 */
export async function indexReleases(
  records: readonly SearchRecord[],
  folder: string,
  shardSize: number,
): Promise<ShardList> {
  const shards: ShardEntry[] = [];
  try {
    for (const shard of shardReleases(records, shardSize))
      shards.push(await indexShard(shard, `${folder}/${shard.name}`, fragmentGroup(records.length)));
  } finally {
    await pagefind.close();
  }
  return { build: sha256(JSON.stringify(shards)), count: records.length, shards };
}

/** Of Pagefind's own program what one copy of serves all shards; it writes these and more into each. */
export const programFiles: ReadonlySet<string> = new Set(['pagefind.js', 'wasm.en.pagefind']);

/** True for what a shard's folder is for; the rest is Pagefind's program, with interfaces of its own. */
export function isIndexFile(name: string): boolean {
  return /^pagefind-entry\.json$|\.pf_meta$|^(?:index|filter|fragment)$/.test(name);
}

/** How many releases share a file of texts: one where hosts' usual limit of 20,000 files allows it, since each more is loaded too. */
function fragmentGroup(count: number): number {
  return count <= 6_000 ? 1 : 2;
}

async function indexShard(shard: Shard<SearchRecord>, folder: string, group: number): Promise<ShardEntry> {
  const { index, errors } = await pagefind.createIndex({
    // Else `en-AU`, `en` and `de` would be three indexes, of which a page searches one.
    forceLanguage: 'en',
    ...(group > 1 && { maxFragments: Math.ceil(shard.items.length / group) }),
  });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const input = createHash('sha256');
  let last = Promise.resolve();
  for (const [place, record] of shard.items.entries()) {
    const content = indexHtml(record, place === 0);
    input.update(`${record.url}\0${content}\0`);
    // The next page is made while Pagefind, a program of its own, reads this one.
    await last;
    last = index.addHTMLFile({ url: record.url, content }).then((added) => refuse(added.errors, record.id));
  }
  await last;
  refuse((await index.writeFiles({ outputPath: folder })).errors, shard.name);
  await index.deleteIndex();
  return {
    name: shard.name,
    from: Number(shard.from),
    to: Number(shard.to),
    count: shard.items.length,
    digest: input.digest('hex').slice(0, 16),
    filters: countValues(shard.items),
  };
}

function refuse(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index ${what}: ${errors.join('; ')}`);
}

function countValues(records: readonly SearchRecord[]): ShardEntry['filters'] {
  const counts = new Map<string, Map<string, number>>();
  for (const [name, values] of records.flatMap((record) => Object.entries(filterValues(record)))) {
    const known = counts.get(name) ?? new Map<string, number>();
    counts.set(name, known);
    for (const value of values) known.set(value, (known.get(value) ?? 0) + 1);
  }
  const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted(counts).map(([name, values]) => [name, Object.fromEntries(sorted(values))]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
