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
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Files } from '../../pagefind-index/shard-index.ts';
import { isRunning } from '../../files/is-running.ts';

/** Search shards that builds leave for later ones, each under the digest of all that it was made from. */
export interface KeptShards {
  /** The files of a shard; `undefined` where it was not kept, or is not what it was: other programs may reach the cache too. */
  take(key: string): Files | undefined;
  /** Keeps the files of a shard. */
  keep(key: string, files: Files): void;
  /** Deletes the shards that no build has used for a week, and what killed builds have left half made. */
  forgetUnused(): void;
  /** What the system said where the cache could not be read or written. A build needs it for its speed alone, and goes on. */
  fault(): string | undefined;
}

/**
 * Opens the shards below `cache`; with `clean` none is taken. A shard is one file, since thousands of small ones take longer to
 * make than the index in them; its time of change is when a build has used it last.
 */
export function openKeptShards(cache: string, { clean }: { readonly clean: boolean }): KeptShards {
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
  return {
    take: (key) =>
      attempt(() => {
        const file = fileOf(key);
        if (clean || !existsSync(file)) return undefined;
        const files = unpack(readFileSync(file));
        const now = new Date();
        if (files) utimesSync(file, now, now);
        return files;
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
    forgetUnused() {
      attempt(() => {
        if (!existsSync(root)) return;
        for (const name of readdirSync(root)) {
          // Somebody may have named a folder of their own.
          const isLeft = name.startsWith(MAKING) ? !isRunning(Number(name.slice(MAKING.length))) : SHARD.test(name);
          if (isLeft && isOlder(path.join(root, name), WEEK)) rmSync(path.join(root, name), { force: true });
        }
      });
    },
    fault: () => fault,
  };
}

const ENDING = '.shard';
const SHARD = /^[0-9a-f]{64}\.shard$/;
const MAKING = 'making-';
const WEEK = 7 * 24 * 60 * 60 * 1000;

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
  const list = JSON.parse(content.toString('utf8', 0, at)) as readonly (readonly [string, number])[]; // `write` made it
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
