import { Worker } from 'node:worker_threads';
import type { Problem } from '../release/problem.ts';
import { BuildFailure, UsageError, type Environment } from './environment.ts';
import type { FilesAnswer, FilesOrder } from './files-worker.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteParts } from './site.ts';
import { stagingFolder } from './staging.ts';
import { jobCounter, type JobCounter } from './job-counter.ts';
import { exchangeEnds, type ExchangeEnd } from './text-exchange.ts';

/** The thread that reads the releases and makes a site's files beside Astro, as the building thread sees it. */
export interface FilesThread {
  /** What it has read; `undefined` where a problem that reading shows forbids to publish. Rejects with what kept it from reading. */
  readonly read: Promise<SiteParts | undefined>;
  /** All that is wrong with it, sorted, some time later. Rejects as `read` does. */
  readonly checked: Promise<readonly Problem[]>;
  /** Where texts are exchanged with it. */
  readonly texts: ExchangeEnd;
  /** Lets it write into the site's folder; what it has no time to write itself is given to `write`. */
  begin(write: SiteFolder['write']): void;
  /** The work that both threads share. */
  readonly jobs: JobCounter;
  /** Waits until all files are there. Rejects with what went wrong in the thread. */
  finish(): Promise<Answer<'made'>>;
}

type Answer<Kind extends FilesAnswer['kind']> = Extract<FilesAnswer, { kind: Kind }>;

let running: { readonly worker: Worker; readonly thread: FilesThread } | undefined;

/** The thread of this process; a build has one. */
export function runningFilesThread(): FilesThread | undefined {
  return running?.thread;
}

/** Ends the thread of a build that has failed, so that it writes nothing more. */
export async function stopFilesThread(): Promise<void> {
  await running?.worker.terminate();
}

/**
 * Starts the thread, which begins to read at once: neither that nor what it computes waits until it may write.
 * `now` is the moment of the check in milliseconds since 1970 UTC. `staging` is the folder in which the site is made.
 * This file loads little, so that the thread is at work while the program is loaded.
 */
export function startFilesThread(
  environment: Environment,
  now: number,
  staging: string = stagingFolder(environment),
): FilesThread {
  const jobs = jobCounter();
  const [texts, its] = exchangeEnds();
  const order: FilesOrder = { environment, now, staging, jobs, texts: its };
  const worker = new Worker(new URL('./files-worker.ts', import.meta.url), {
    workerData: order,
    transferList: [its.port],
  });
  const read = Promise.withResolvers<SiteParts | undefined>();
  const checked = Promise.withResolvers<readonly Problem[]>();
  const made = Promise.withResolvers<Answer<'made'>>();
  const fail = (error: unknown): void => {
    read.reject(error);
    checked.reject(error);
    made.reject(error);
  };
  let write: SiteFolder['write'] | undefined;
  worker.on('message', (answer: FilesAnswer) => {
    if (answer.kind === 'read') read.resolve(answer.parts);
    else if (answer.kind === 'checked') {
      read.resolve(undefined);
      checked.resolve(answer.problems);
    } else if (answer.kind === 'made') made.resolve(answer);
    else if (answer.kind === 'failed') fail(asThrown(answer));
    else {
      try {
        let at = 0;
        for (const [name, length] of answer.files) {
          write?.(name, Buffer.from(answer.bytes, at, length));
          at += length;
        }
      } catch (error) {
        fail(error);
      }
    }
  });
  worker.once('error', fail);
  worker.once('exit', () => fail(new Error('The thread that makes files ended before it was done.')));
  // Whoever waits is told; until then the build goes on.
  for (const { promise } of [read, checked, made]) promise.catch(() => undefined);
  const thread: FilesThread = {
    read: read.promise,
    checked: checked.promise,
    texts,
    begin(writing) {
      write = writing;
      worker.postMessage('begin');
    },
    jobs,
    async finish() {
      const answer = await made.promise;
      await worker.terminate();
      return answer;
    },
  };
  running = { worker, thread };
  return thread;
}

/** Between threads an error loses what kind it is of, and the system's code. */
function asThrown({ error, manner, code, path }: Answer<'failed'>): Error {
  if (manner === 'usage') return new UsageError(error.message);
  if (manner === 'failure') return new BuildFailure(error.message);
  return Object.assign(error, code !== undefined && { code }, path !== undefined && { path });
}
