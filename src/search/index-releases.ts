import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { filterValues } from './filters.ts';
import { indexHtml } from './index-html.ts';
import type { ShardEntry, ShardList } from './shard-list.ts';
import { shardReleases, type Shard } from './shards.ts';
import type { SearchRecord } from './text.ts';

/**
 * Writes the search index of an archive into an empty or missing folder: `shards.json`, Pagefind's script and WebAssembly
 * once, and a folder for each shard. The records come newest first; the same records give the same bytes.
 * Throws when Pagefind reports an error: an index that lacks a release is not written to its end.
 */
export async function indexReleases(records: readonly SearchRecord[], folder: string): Promise<ShardList> {
  const shards = shardReleases(records);
  const group = fragmentGroup(records.length);
  const entries: ShardEntry[] = [];
  await mkdir(folder, { recursive: true });
  try {
    for (const shard of shards) entries.push(await indexShard(shard, join(folder, shard.name), group));
  } finally {
    await pagefind.close();
  }
  await shareProgram(
    shards.map((shard) => join(folder, shard.name)),
    folder,
  );
  const list = { build: digest(JSON.stringify(entries)), count: records.length, shards: entries };
  await writeFile(join(folder, 'shards.json'), `${JSON.stringify(list)}\n`);
  return list;
}

/** How many releases share one file of texts: more files than hosts take, or more bytes than a result is worth. */
function fragmentGroup(count: number): number {
  return Math.min(4, Math.ceil(count / 3_000));
}

async function indexShard(shard: Shard<SearchRecord>, folder: string, group: number): Promise<ShardEntry> {
  // Without a language by force, `en-AU`, `en` and `de` would be three indexes of which a page searches one.
  const created = await pagefind.createIndex({
    forceLanguage: 'en',
    ...(group > 1 && { maxFragments: Math.ceil(shard.items.length / group) }),
  });
  const index = created.index;
  refuse(created.errors, shard.name);
  if (!index) throw new Error(`Pagefind made no index for ${shard.name}.`);
  const input = createHash('sha256');
  const counts: Record<string, Record<string, number>> = {};
  for (const [place, record] of shard.items.entries()) {
    const content = indexHtml(record, place === 0);
    input.update(`${record.url}\0${content}\0`);
    const added = await index.addHTMLFile({ url: record.url, content });
    refuse(added.errors, record.id);
    count(counts, filterValues(record));
  }
  const written = await index.writeFiles({ outputPath: folder });
  refuse(written.errors, shard.name);
  await index.deleteIndex();
  return {
    name: shard.name,
    from: Number(shard.from),
    to: Number(shard.to),
    count: shard.items.length,
    digest: input.digest('hex').slice(0, 16),
    filters: sorted(counts),
  };
}

function refuse(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index ${what}: ${errors.join('; ')}`);
}

function count(
  counts: Record<string, Record<string, number>>,
  values: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [name, list] of Object.entries(values)) {
    const known = (counts[name] ??= {});
    for (const value of list) known[value] = (known[value] ?? 0) + 1;
  }
}

function sorted(counts: Readonly<Record<string, Readonly<Record<string, number>>>>): ShardEntry['filters'] {
  const byName = <Value>(entries: [string, Value][]) => entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    byName(Object.entries(counts)).map(([name, values]) => [name, Object.fromEntries(byName(Object.entries(values)))]),
  );
}

/** Pagefind writes its program into every shard's folder, with interfaces of its own: one copy is kept, the rest goes. */
async function shareProgram(folders: readonly string[], target: string): Promise<void> {
  for (const [place, folder] of folders.entries()) {
    for (const file of await readdir(folder)) {
      if (place === 0 && PROGRAM.has(file)) await rename(join(folder, file), join(target, file));
      else if (!/^pagefind-entry\.json$|\.pf_meta$|^(?:index|filter|fragment)$/.test(file))
        await rm(join(folder, file));
    }
  }
}

const PROGRAM: ReadonlySet<string> = new Set(['pagefind.js', 'wasm.en.pagefind']);

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
