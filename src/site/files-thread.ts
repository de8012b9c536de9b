import { Worker } from 'node:worker_threads';
import { BuildFailure } from './environment.ts';
import type { FilesAnswer, FilesOrder } from './files-worker.ts';
import type { MadeText } from './site.ts';

/** The thread that makes a site's files beside Astro, as the building thread sees it. */
export interface FilesThread {
  /** Lets the thread write into the site's folder. */
  begin(): void;
  /** Waits until all files are there. Rejects with what went wrong in the thread. */
  finish(): Promise<Extract<FilesAnswer, { kind: 'made' }>>;
}

let running: Worker | undefined;

/** Ends the thread of a build that has failed, so that it writes nothing more. */
export async function stopFilesThread(): Promise<void> {
  await running?.terminate();
}

/** Starts the thread: what it reads and computes does not wait until it may write. `take` gets the texts that it makes. */
export function startFilesThread(order: FilesOrder, take: (texts: readonly MadeText[]) => void): FilesThread {
  const thread = new Worker(new URL('./files-worker.ts', import.meta.url), { workerData: order });
  running = thread;
  const answered = new Promise<Exclude<FilesAnswer, { kind: 'texts' }>>((resolve, reject) => {
    thread.on('message', (answer: FilesAnswer) => {
      if (answer.kind === 'texts') take(answer.texts);
      else resolve(answer);
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that makes files ended before it was done.')));
  });
  // `finish` tells of it; until then rendering goes on.
  answered.catch(() => undefined);
  return {
    begin: () => thread.postMessage('begin'),
    async finish() {
      const answer = await answered;
      await thread.terminate();
      if (answer.kind === 'made') return answer;
      const { error, expected, code } = answer;
      throw expected ? new BuildFailure(error.message) : Object.assign(error, code !== undefined && { code });
    },
  };
}
