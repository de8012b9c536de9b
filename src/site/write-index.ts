import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { programFiles } from '../search/pack-shard.ts';
import { closePagefind, createShardIndex } from '../search/shard-index.ts';
import { shardEntry, type ShardEntry, type ShardList } from '../search/shard-list.ts';
import { SHARD_SIZE, shardReleases } from '../search/shards.ts';
import type { SearchRecord } from '../search/text.ts';
import { writeShard } from './write-shard.ts';

/**
 * Writes a search index into a folder: `shards.json`, Pagefind's script and WebAssembly once, and a folder for each shard.
 * The records come newest first; the same records give the same bytes. A build, which keeps shards from one to the next
 * and has other work for its own thread, makes the shards itself and calls `completeIndex`.
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  folder: string,
  shardSize: number = SHARD_SIZE,
): Promise<ShardList> {
  const entries: ShardEntry[] = [];
  await mkdir(folder, { recursive: true });
  try {
    for (const shard of shardReleases(records, shardSize)) {
      const entry = shardEntry(shard, shortDigest(JSON.stringify(shard.items)));
      const index = await createShardIndex();
      for (const record of shard.items) await index.add(record);
      const place = path.join(folder, entry.name);
      await index.write(`${place}.raw`);
      writeShard(
        `${place}.raw`,
        place,
        shard.items.map(({ url }) => url),
      );
      entries.push(entry);
    }
  } finally {
    await closePagefind();
  }
  return completeIndex(entries, folder);
}

/** Writes the list of shards, newest first, that lie in a folder, and takes the one copy of the program out of them. */
export async function completeIndex(shards: readonly ShardEntry[], folder: string): Promise<ShardList> {
  for (const [place, { name }] of shards.entries()) {
    for (const file of await readdir(path.join(folder, name))) {
      if (!programFiles.includes(file)) continue;
      if (place === 0) await rename(path.join(folder, name, file), path.join(folder, file));
      else await rm(path.join(folder, name, file));
    }
  }
  const count = shards.reduce((sum, shard) => sum + shard.count, 0);
  const list = { build: shortDigest(JSON.stringify(shards)), count, shards };
  await writeFile(path.join(folder, 'shards.json'), `${JSON.stringify(list)}\n`);
  return list;
}

/** 16 hexadecimal digits of SHA-256. */
function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
