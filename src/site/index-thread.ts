import { Worker } from 'node:worker_threads';
import type { SearchRecord } from '../search/text.ts';
import type { IndexAnswer, IndexOrder } from './index-worker.ts';
import type { PackAnswer, PackOrder } from './pack-worker.ts';

/** The two threads that make search shards, as the building thread sees them: one indexes, the other packs. */
interface IndexThread {
  /** Hands over a record; resolves at once until `WINDOW` of them wait. */
  add(record: SearchRecord): Promise<void>;
  /**
   * Ends the shard of all records since the last one; resolves with the digests of its files when it stands in a folder.
   * Records of the next shard can be added before.
   */
  write(folder: string): Promise<Readonly<Record<string, string>>>;
  /** Ends the threads; no shard can be made any more. */
  close(): Promise<void>;
}

/** How many records may wait in the thread: enough for it not to stand still while a long page is rendered. */
const WINDOW = 256;

/** Starts the threads. All methods reject once anything in them has failed. */
export function startIndexThread(): IndexThread {
  const indexer = new Worker(new URL('./index-worker.ts', import.meta.url));
  const packer = new Worker(new URL('./pack-worker.ts', import.meta.url));
  let waiting = 0;
  let closed = false;
  let failure: Error | undefined;
  const packed = new Map<string, PackAnswer['digests']>();
  const sleepers = new Set<() => void>();
  const wake = (): void => {
    for (const sleeper of sleepers) sleeper();
    sleepers.clear();
  };
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  const until = async <Value>(ready: () => Value | undefined): Promise<Value> => {
    for (;;) {
      if (failure) throw failure;
      const value = ready();
      if (value !== undefined) return value;
      await new Promise<void>((resolve) => sleepers.add(resolve));
    }
  };
  const send = (order: IndexOrder): void => indexer.postMessage(order);

  indexer.on('message', (answer: IndexAnswer) => {
    if (answer.kind === 'taken') waiting--;
    if (answer.kind === 'closed') closed = true;
    if (answer.kind === 'written') {
      const { raw, urls } = answer;
      packer.postMessage({ raw, folder: raw.slice(0, -RAW.length), urls } satisfies PackOrder);
    }
    wake();
  });
  packer.on('message', ({ folder, digests }: PackAnswer) => {
    packed.set(folder, digests);
    wake();
  });
  for (const thread of [indexer, packer]) {
    thread.on('error', fail);
    thread.on('exit', () => fail(new Error('A thread that indexes for search has ended.')));
  }
  return {
    async add(record) {
      await until(() => waiting < WINDOW || undefined);
      waiting++;
      send({ kind: 'record', record });
    },
    write(folder) {
      send({ kind: 'write', raw: folder + RAW });
      return until(() => packed.get(folder));
    },
    async close() {
      send({ kind: 'close' });
      try {
        await until(() => closed || undefined);
      } finally {
        await Promise.all([indexer.terminate(), packer.terminate()]);
      }
    },
  };
}

const RAW = '.raw';
