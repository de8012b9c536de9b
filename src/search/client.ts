import type { Search } from './address.ts';
import type { Answer, Reply, Request } from './messages.ts';
import { trustOwnScripts } from './trusted-types.ts';

/**
 * Asks the search page's worker, which starts with the first question, and hands on what it answers to the latest one.
 * `base` is the address of the index folder, with a slash at the end.
 */
export function createClient(base: string, receive: (reply: Reply) => void) {
  let asked = 0;
  let worker: Worker | undefined;
  const start = () => {
    trustOwnScripts();
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.id === asked) receive(data.reply);
    });
    started.addEventListener('error', () => receive({ kind: 'failure', cause: 'no-index' }));
    return started;
  };
  return {
    ask(search: Search, count: number): void {
      asked += 1;
      if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined')
        return receive({ kind: 'failure', cause: 'no-wasm' });
      worker ??= start();
      worker.postMessage({ id: asked, base, search, count } satisfies Request);
    },
    /** What is still to come is no longer wanted. */
    cancel(): void {
      asked += 1;
    },
  };
}
