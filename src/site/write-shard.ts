import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packShard, type Files } from '../search/pack-shard.ts';
import type { ShardIndex } from '../search/shard-index.ts';

/** Writes the index of a shard into a folder that is not there yet, in the form in which it is published, and ends it. */
export async function writeShard(index: ShardIndex, folder: string): Promise<void> {
  const raw = `${folder}.raw`;
  rmSync(raw, { recursive: true, force: true });
  await index.write(raw);
  for (const [name, bytes] of packShard(readFiles(raw))) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  rmSync(raw, { recursive: true });
}

function readFiles(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).replaceAll(path.sep, '/'), readFileSync(file)];
    }),
  );
}
