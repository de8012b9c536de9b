import { Worker } from 'node:worker_threads';
import type { Problem } from '../release/problem.ts';
import { BuildFailure, UsageError } from './failure.ts';
import type { SiteParts } from './site.ts';
import type { WorkerMessage, WorkerOrder } from './worker-thread.ts';

/** The worker thread that reads the releases and makes the search index, as the main thread sees it. */
export interface BuildWorker {
  /** What it has read; `undefined` where a problem that reading shows forbids to publish. Rejects with what kept it from reading. */
  readonly read: Promise<SiteParts | undefined>;
  /** All that is wrong with it, sorted, some time later. Rejects as `read` does. */
  readonly checked: Promise<readonly Problem[]>;
  /** All files are written. Rejects with what went wrong. */
  readonly made: Promise<MadeFiles>;
  /** Ends it, so that it writes nothing more. */
  stop(): Promise<void>;
}

type MadeFiles = Omit<Extract<WorkerMessage, { kind: 'made' }>, 'kind'>;

/**
 * Starts the worker, which begins to read at once.
 * This file loads little, so that the worker is busy while the program is loaded.
 */
export function startWorker(order: WorkerOrder): BuildWorker {
  const worker = new Worker(new URL('./worker-thread.ts', import.meta.url), { workerData: order });
  const read = Promise.withResolvers<SiteParts | undefined>();
  const checked = Promise.withResolvers<readonly Problem[]>();
  const made = Promise.withResolvers<MadeFiles>();
  const fail = (error: unknown): void => {
    read.reject(error);
    checked.reject(error);
    made.reject(error);
  };
  worker.on('message', (message: WorkerMessage) => {
    switch (message.kind) {
      case 'read':
        read.resolve(message.parts);
        break;
      case 'checked':
        read.resolve(undefined);
        checked.resolve(message.problems);
        break;
      case 'made':
        made.resolve(message);
        break;
      case 'failed':
        fail(asThrown(message));
    }
  });
  worker.once('error', fail);
  worker.once('exit', () => fail(new Error('The worker ended before it was done.')));
  // Whoever waits is told; until then the build goes on.
  for (const { promise } of [read, checked, made]) promise.catch(() => undefined);
  return {
    read: read.promise,
    checked: checked.promise,
    made: made.promise,
    async stop() {
      await worker.terminate();
    },
  };
}

/** Between threads an error loses what kind it is of, and the system's code. */
function asThrown({ error, manner, code, path }: Extract<WorkerMessage, { kind: 'failed' }>): Error {
  if (manner === 'usage') return new UsageError(error.message);
  if (manner === 'failure') return new BuildFailure(error.message);
  return Object.assign(error, code !== undefined && { code }, path !== undefined && { path });
}
