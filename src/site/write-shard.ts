import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packShard, type Files } from '../search/pack-shard.ts';

/**
 * Takes what Pagefind wrote for a shard out of one folder and writes it, in the form in which it is published, into
 * another, which is not there yet; `urls` are the addresses of its releases, newest first. Comes back with the SHA-256 of each file by its path, in the order of writing.
 */
export function writeShard(raw: string, folder: string, urls: readonly string[]): Readonly<Record<string, string>> {
  const files = packShard(readFiles(raw), urls);
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  rmSync(raw, { recursive: true });
  return Object.fromEntries([...files].map(([name, bytes]) => [name, hash('sha256', bytes)]));
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
