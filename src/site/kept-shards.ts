import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hash } from 'node:crypto';
import { BuildFailure } from './environment.ts';
import { isRunning } from './staging.ts';

/** Search shards that builds leave for later ones, each in a folder named by the digest of all that it was made from. */
export interface KeptShards {
  has(key: string): boolean;
  /** A folder that is not there yet, in which a shard can be made. */
  place(key: string): string;
  /** Keeps the shard that was made in its place, with the digests of its files by their path. */
  keep(key: string, digests: Readonly<Record<string, string>>): void;
  /**
   * Copies a kept shard into a folder, and gives the digests of its files. Throws a `BuildFailure`, and forgets the
   * shard, where a file of it is not what it was: other programs may reach the cache too.
   */
  copy(key: string, to: string): readonly (readonly [name: string, digest: string])[];
  /** Forgets what is older than an hour, but for these shards and those that other archives' last builds have used. */
  retain(keys: readonly string[]): void;
}

/** Opens the shards below `cache`; `archive` tells archives apart that are built in one project. */
export function openKeptShards(cache: string, archive: string): KeptShards {
  const root = path.join(cache, 'search');
  const making = path.join(root, `making-${process.pid}`);
  const folderOf = (key: string): string => path.join(root, key);
  return {
    has: (key) => existsSync(path.join(folderOf(key), LIST)),
    place(key) {
      mkdirSync(making, { recursive: true });
      const folder = path.join(making, key);
      rmSync(folder, { recursive: true, force: true });
      return folder;
    },
    keep(key, digests) {
      const made = path.join(making, key);
      writeFileSync(path.join(made, LIST), JSON.stringify(digests));
      // One rename, so that a kept shard is whole or not there.
      rmSync(folderOf(key), { recursive: true, force: true });
      renameSync(made, folderOf(key));
    },
    copy(key, to) {
      const from = folderOf(key);
      const changed = (name: string): BuildFailure => {
        rmSync(from, { recursive: true, force: true });
        return new BuildFailure(
          `${path.join(from, name)}, a part of the search index kept from an earlier build, was changed. It was thrown away and the site was not replaced; build it again.`,
        );
      };
      const files = readList(path.join(from, LIST));
      if (!files) throw changed(LIST);
      for (const [name, digest] of files) {
        const bytes = existsSync(path.join(from, name)) ? readFileSync(path.join(from, name)) : undefined;
        if (bytes === undefined || hash('sha256', bytes) !== digest) throw changed(name);
        mkdirSync(path.dirname(path.join(to, name)), { recursive: true });
        writeFileSync(path.join(to, name), bytes);
      }
      return files;
    },
    retain(keys) {
      // An archive without any release has kept nothing.
      mkdirSync(root, { recursive: true });
      writeFileSync(path.join(root, `${USED}${hash('sha256', archive).slice(0, 16)}.json`), JSON.stringify(keys));
      const used = new Set(readdirSync(root).flatMap((name) => usedBy(path.join(root, name))));
      for (const name of readdirSync(root)) {
        const pid = /^making-(\d+)$/.exec(name)?.[1];
        const left = pid === undefined ? /^[0-9a-f]{64}$/.test(name) && !used.has(name) : !isRunning(Number(pid));
        if (left && isOlder(path.join(root, name), SPARE))
          rmSync(path.join(root, name), { recursive: true, force: true });
      }
      rmSync(making, { recursive: true, force: true });
    },
  };
}

/** In a shard's folder the digests of its files; it is the last that is written. */
const LIST = 'files.json';
/** Beginning of the name of a list of the shards that the last build of an archive has used. */
const USED = 'used-';
/** An archive that was not built for this long has to index anew. */
const FORGET_AFTER = 30 * 24 * 60 * 60 * 1000;
/** What is younger may have been made by a build of another archive that is still at work. */
const SPARE = 60 * 60 * 1000;

function isOlder(file: string, milliseconds: number): boolean {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs > milliseconds;
}

function readList(file: string): readonly (readonly [name: string, digest: string])[] | undefined {
  try {
    return Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>); // `keep` wrote it
  } catch {
    return undefined;
  }
}

function usedBy(file: string): readonly string[] {
  if (!path.basename(file).startsWith(USED)) return [];
  if (isOlder(file, FORGET_AFTER)) {
    rmSync(file, { force: true });
    return [];
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly string[]; // `retain` wrote it
  } catch {
    // Cut off by a kill: the next build of that archive indexes anew.
    return [];
  }
}
