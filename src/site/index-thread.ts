import { Worker } from 'node:worker_threads';
import type { SearchRecord } from '../search/text.ts';
import type { IndexAnswer, IndexOrder } from './index-worker.ts';

/** The thread that makes search shards, as the building thread sees it. Its methods are called one after the other. */
export interface IndexThread {
  /** Hands over a record; resolves at once until `WINDOW` of them wait. */
  add(record: SearchRecord): Promise<void>;
  /** Resolves when the shard of all records since the last one stands in a folder. */
  write(folder: string): Promise<void>;
  /** Ends the thread; no shard can be made any more. */
  close(): Promise<void>;
}

/** How many records may wait in the thread: enough for it not to stand still while a long page is rendered. */
const WINDOW = 256;

/** Starts the thread. Its methods reject when anything in it has failed. */
export function startIndexThread(): IndexThread {
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url));
  let waiting = 0;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  const heard: IndexAnswer['kind'][] = [];
  const fail = (error: Error): void => {
    failure ??= error;
    wake?.();
  };
  worker.on('message', (answer: IndexAnswer) => {
    if (answer.kind === 'failed') return fail(new Error(answer.message));
    if (answer.kind === 'taken') waiting--;
    else heard.push(answer.kind);
    wake?.();
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The thread that indexes for search has ended.')));
  const until = async (done: () => boolean): Promise<void> => {
    while (failure === undefined && !done())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    if (failure !== undefined && !done()) throw failure;
  };
  const send = (order: IndexOrder): void => worker.postMessage(order);
  const settled = async (kind: IndexAnswer['kind']): Promise<void> => {
    await until(() => heard.includes(kind));
    heard.length = 0;
  };
  return {
    async add(record) {
      await until(() => waiting < WINDOW);
      waiting++;
      send({ kind: 'record', record });
    },
    async write(folder) {
      send({ kind: 'write', folder });
      await settled('written');
    },
    async close() {
      send({ kind: 'close' });
      await settled('closed');
    },
  };
}
