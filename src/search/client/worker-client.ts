import type { Search } from '../query/address.ts';
import type { Answer, Reply, Request } from '../query/messages.ts';
import { trustOwnScripts } from './trusted-types.ts';

/**
 * Asks the search page's worker, and hands on what it answers to the latest question.
 * A worker that did not load is left, and the next question starts another.
 * `base` is the address of the index folder, with a slash at the end.
 */
export function createClient(base: string, receive: (reply: Reply) => void) {
  let asked = 0;
  let worker: Worker | undefined;
  const others = new Map<number, (reply: Reply) => void>();
  const start = () => {
    trustOwnScripts();
    const started = new Worker(new URL('../query/worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const other = others.get(data.id);
      others.delete(data.id);
      if (other) other(data.reply);
      else if (data.id === asked) receive(data.reply);
    });
    started.addEventListener('error', () => {
      if (worker !== started) return;
      worker = undefined;
      others.clear();
      if (isWaiting) receive({ kind: 'failure', cause: 'no-index' });
    });
    return started;
  };
  let numbers = 0;
  /** Somebody has asked for results; before that, what fails is nobody's matter. */
  let isWaiting = false;
  const post = (request: Request): void => {
    worker ??= start();
    worker.postMessage(request);
  };
  return {
    /** Loads the worker's program, of the index nothing. */
    load(): void {
      if (typeof Worker !== 'undefined') worker ??= start();
    },
    /** Has the worker open the index, so that it is there when somebody types. */
    prepare(): void {
      if (typeof Worker !== 'undefined') post({ kind: 'open', id: ++numbers, base });
    },
    ask(search: Search, count: number): void {
      asked = ++numbers;
      isWaiting = true;
      if (typeof Worker === 'undefined') return receive({ kind: 'failure', cause: 'no-worker' });
      post({ kind: 'search', id: asked, base, search, count });
    },
    /** Asks something beside the search that is shown; what is answered to it goes to `take`. */
    askBeside(
      request: { readonly kind: 'suggest'; readonly typed: string } | { readonly kind: 'all'; readonly search: Search },
      take: (reply: Reply) => void,
    ): void {
      if (typeof Worker === 'undefined') return;
      const id = ++numbers;
      others.set(id, take);
      post({ ...request, id, base });
    },
    /** What is still to come is no longer wanted. */
    cancel(): void {
      isWaiting = false;
      asked = ++numbers;
    },
  };
}
