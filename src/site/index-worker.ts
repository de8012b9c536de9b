import { parentPort } from 'node:worker_threads';
import { closePagefind, createShardIndex, type ShardIndex } from '../search/shard-index.ts';
import type { SearchRecord } from '../search/text.ts';
import { writeShard } from './write-shard.ts';

// The thread in which releases are prepared for search and handed to Pagefind, beside the one in which Astro renders.

/** What the thread is told. Messages are obeyed one after the other; a shard's records come newest first. */
export type IndexOrder =
  | { readonly kind: 'record'; readonly record: SearchRecord }
  /** Ends the shard that the records before belong to. */
  | { readonly kind: 'write'; readonly folder: string }
  | { readonly kind: 'close' };

/** What the thread answers: a record was taken, a shard was written, or nothing more will be. */
export type IndexAnswer =
  { readonly kind: 'taken' | 'written' | 'closed' } | { readonly kind: 'failed'; readonly message: string };

const port = parentPort;
if (port === null) throw new Error('index-worker.ts runs in a thread that search-index.ts starts.');
const answer = (message: IndexAnswer): void => port.postMessage(message);

let index: ShardIndex | undefined;
let work = Promise.resolve();
port.on('message', (order: IndexOrder) => {
  work = work.then(() => obey(order));
  work.catch((error: unknown) => {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});

async function obey(order: IndexOrder): Promise<void> {
  if (order.kind === 'close') {
    await closePagefind();
    answer({ kind: 'closed' });
    port?.close();
    return;
  }
  index ??= await createShardIndex();
  if (order.kind === 'record') {
    await index.add(order.record);
    answer({ kind: 'taken' });
    return;
  }
  await writeShard(index, order.folder);
  index = undefined;
  answer({ kind: 'written' });
}
