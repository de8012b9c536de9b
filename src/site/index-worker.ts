import { parentPort } from 'node:worker_threads';
import { closePagefind, createShardIndex, type ShardIndex } from '../search/shard-index.ts';
import type { SearchRecord } from '../search/text.ts';

// The thread in which releases are prepared for search and handed to Pagefind, beside the one in which Astro renders.

/** What the thread is told. Messages are obeyed one after the other; a shard's records come newest first. */
export type IndexOrder =
  | { readonly kind: 'record'; readonly record: SearchRecord }
  /** Ends the shard that the records before belong to; Pagefind writes it into a folder. */
  | { readonly kind: 'write'; readonly raw: string }
  | { readonly kind: 'close' };

/** What the thread answers: a record was taken, a shard was written, or all is closed. An error ends the thread. */
export type IndexAnswer =
  | { readonly kind: 'taken' | 'closed' }
  | { readonly kind: 'written'; readonly raw: string; readonly urls: readonly string[] };

const port = parentPort;
if (port === null) throw new Error('index-worker.ts runs in a thread that index-thread.ts starts.');
const answer = (message: IndexAnswer): void => port.postMessage(message);

let index: ShardIndex | undefined;
let urls: string[] = [];
let work = Promise.resolve();
port.on('message', (order: IndexOrder) => {
  // A rejection that nobody takes ends the thread, and whoever started it hears of it.
  work = work.then(() => obey(order));
});

async function obey(order: IndexOrder): Promise<void> {
  if (order.kind === 'close') {
    await closePagefind();
    answer({ kind: 'closed' });
    return;
  }
  index ??= await createShardIndex();
  if (order.kind === 'record') {
    urls.push(order.record.url);
    await index.add(order.record);
    answer({ kind: 'taken' });
    return;
  }
  await index.write(order.raw);
  answer({ kind: 'written', raw: order.raw, urls });
  index = undefined;
  urls = [];
}
