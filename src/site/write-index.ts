import { createHash } from 'node:crypto';
import { pageMaker } from '../search/index-page.ts';
import { createShardIndex, type Files } from '../search/shard-index.ts';
import { shardEntry, type ShardEntry, type ShardList } from '../search/shard-list.ts';
import { SHARD_SIZE, shardReleases } from '../search/shards.ts';
import type { SearchRecord } from '../search/text.ts';
import { closePagefind, programFiles } from '../search/ask-pagefind.ts';
import { createVocabulary } from '../search/vocabulary.ts';
import { openSiteFolder, type SiteFolder } from './site-folder.ts';

/**
 * Writes a search index into a folder: `shards.json`, Pagefind's script and WebAssembly once, and a folder for each shard.
 * The records come newest first; the same records give the same bytes. A build, which keeps shards from one to the next,
 * makes the shards itself.
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  root: string,
  shardSize: number = SHARD_SIZE,
): Promise<ShardList> {
  const { write } = openSiteFolder(root);
  const entries: ShardEntry[] = [];
  const vocabulary = createVocabulary();
  const makePage = pageMaker(vocabulary);
  try {
    for (const shard of shardReleases(records, shardSize)) {
      const entry = shardEntry(shard, shortDigest(JSON.stringify(shard.items)));
      const index = createShardIndex(vocabulary, makePage);
      for (const record of shard.items) index.add(record);
      const files = await index.finish();
      for (const [name, content] of [...programOf(files), ...shardFiles(entry, files)]) write(name, content);
      entries.push(entry);
    }
  } finally {
    await closePagefind();
  }
  return writeShardList(entries, write);
}

/** The files of a shard alone, in its folder. */
export function shardFiles({ name: shard }: ShardEntry, files: Files): Files {
  return new Map([...files].flatMap(([name, bytes]) => (isProgram(name) ? [] : [[`${shard}/${name}`, bytes]])));
}

/** Those of Pagefind's program, which one copy of serves all shards, beside them. */
export function programOf(files: Files): Files {
  return new Map([...files].filter(([name]) => isProgram(name)));
}

function isProgram(name: string): boolean {
  return programFiles.includes(name);
}

/** Writes the list of shards, newest first. */
export function writeShardList(shards: readonly ShardEntry[], write: SiteFolder['write']): ShardList {
  const count = shards.reduce((sum, shard) => sum + shard.count, 0);
  const list = { build: shortDigest(JSON.stringify(shards)), count, shards };
  write('shards.json', Buffer.from(`${JSON.stringify(list)}\n`));
  return list;
}

/** 16 hexadecimal digits of SHA-256. */
function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
