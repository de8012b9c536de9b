import { createHash, hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Files } from '../search/shard-index.ts';
import { isRunning } from './staging.ts';

/** Search shards that builds leave for later ones, each under the digest of all that it was made from. */
interface KeptShards {
  /** True where a shard was kept; whether it is whole, `take` tells. */
  has(key: string): boolean;
  /** The files of a shard; `undefined` where it was not kept, or is not what it was: other programs may reach the cache too. */
  take(key: string): Files | undefined;
  /** Keeps the files of a shard. */
  keep(key: string, files: Files): void;
  /** Forgets what is older than an hour, but for these shards and those that other archives' last builds have used. */
  retain(keys: readonly string[]): void;
  /** What the system said where the cache could not be read or written. A build needs it for its speed alone, and goes on. */
  fault(): string | undefined;
}

/**
 * Opens the shards below `cache`; `archive` tells archives apart that are built in one project. A shard is one file,
 * since thousands of small ones take longer to make than the index in them.
 */
export function openKeptShards(cache: string, archive: string): KeptShards {
  const root = path.join(cache, 'search');
  const fileOf = (key: string): string => path.join(root, `${key}${ENDING}`);
  let fault: string | undefined;
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error; // node:fs gives it
      fault ??= (error as Error).message;
      return undefined;
    }
  };
  const retain = (keys: readonly string[]): void => {
    // An archive without any release has kept nothing.
    mkdirSync(root, { recursive: true });
    writeFileSync(path.join(root, `${USED}${hash('sha256', archive).slice(0, 16)}.json`), JSON.stringify(keys));
    const used = new Set(readdirSync(root).flatMap((name) => usedBy(path.join(root, name))));
    for (const name of readdirSync(root)) {
      // Somebody may have named a folder of their own.
      const isLeft = name.startsWith(MAKING)
        ? !isRunning(Number(name.slice(MAKING.length)))
        : SHARD.test(name) && !used.has(name.slice(0, -ENDING.length));
      if (isLeft && isOlder(path.join(root, name), SPARE)) rmSync(path.join(root, name), { force: true });
    }
  };
  return {
    has: (key) => existsSync(fileOf(key)),
    take: (key) =>
      attempt(() => {
        const file = fileOf(key);
        return existsSync(file) ? unpack(readFileSync(file)) : undefined;
      }),
    keep(key, files) {
      attempt(() => {
        mkdirSync(root, { recursive: true });
        const making = path.join(root, `${MAKING}${process.pid}`);
        write(making, files);
        // One rename, so that a kept shard is whole or not there.
        renameSync(making, fileOf(key));
      });
    },
    retain(keys) {
      attempt(() => retain(keys));
    },
    fault: () => fault,
  };
}

const ENDING = '.shard';
const SHARD = /^[0-9a-f]{64}\.shard$/;
const MAKING = 'making-';
/** Beginning of the name of a list of the shards that the last build of an archive has used. */
const USED = 'used-';
/** An archive that was not built for this long has to index anew. */
const FORGET_AFTER = 30 * 24 * 60 * 60 * 1000;
/** What is younger may have been made by a build of another archive that is still at work. */
const SPARE = 60 * 60 * 1000;

/** Writes the digest of what follows, a line of names and lengths, then the files themselves in that order; no copy is made of them. */
function write(target: string, files: Files): void {
  const list = Buffer.from(`${JSON.stringify([...files].map(([name, bytes]) => [name, bytes.length]))}\n`);
  const digest = createHash('sha256').update(list);
  for (const bytes of files.values()) digest.update(bytes);
  const file = openSync(target, 'w');
  try {
    for (const bytes of [Buffer.from(`${digest.digest('hex')}\n`), list, ...files.values()]) writeFileSync(file, bytes);
  } finally {
    closeSync(file);
  }
}

function unpack(bytes: Buffer): Files | undefined {
  const content = bytes.subarray(bytes.indexOf('\n') + 1);
  if (bytes.toString('latin1', 0, bytes.length - content.length) !== `${hash('sha256', content)}\n`) return undefined;
  let at = content.indexOf('\n') + 1;
  const list = JSON.parse(content.toString('utf8', 0, at)) as readonly (readonly [string, number])[]; // `pack` wrote it
  return new Map(
    list.map(([name, length]) => {
      at += length;
      return [name, content.subarray(at - length, at)];
    }),
  );
}

function isOlder(file: string, milliseconds: number): boolean {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs > milliseconds;
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
