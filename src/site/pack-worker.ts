import { parentPort } from 'node:worker_threads';
import { writeShard } from './write-shard.ts';

// The thread that cuts a finished shard anew while Pagefind reads the releases of the next one.

/** A shard that Pagefind wrote into one folder, to be written into another. */
export interface PackOrder {
  readonly raw: string;
  readonly folder: string;
  /** Addresses of its releases, newest first. */
  readonly urls: readonly string[];
}

/** The digests of a shard's files, by their path. An error ends the thread. */
export interface PackAnswer {
  readonly folder: string;
  readonly digests: Readonly<Record<string, string>>;
}

const port = parentPort;
if (port === null) throw new Error('pack-worker.ts runs in a thread that index-thread.ts starts.');
port.on('message', ({ raw, folder, urls }: PackOrder) => {
  port.postMessage({ folder, digests: writeShard(raw, folder, urls) } satisfies PackAnswer);
});
