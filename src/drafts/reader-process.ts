import { Worker } from 'node:worker_threads';
import type { ReadAnswer, ReadMessage, ReadRequest } from './reader-messages.ts';

// The process that reads documents, started and ended by document-reader.ts. Its main thread is idle, so that it can
// watch the memory of the whole process while its other thread reads: a thread's own limit holds for its heap alone,
// not for the pictures, fonts and streams of a PDF.

/** Bytes of memory that it may hold. */
const limit = Number(process.argv[2]);
const LOOK_EVERY_MS = 25;

const thread = new Worker(new URL('./reader-thread.ts', import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: Math.round((limit / 1e6) * 0.7) },
});
thread.on('message', send);
thread.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') send({ kind: 'out of memory' });
  else send({ kind: 'failed', name: error.name, message: error.message });
});

process.on('message', (request: ReadRequest) => {
  // The bytes may be a part of a larger buffer, which cannot be handed on without the rest.
  const bytes = request.bytes.slice();
  thread.postMessage({ ...request, bytes }, [bytes.buffer]);
});
setInterval(() => {
  if (process.memoryUsage.rss() > limit) send({ kind: 'out of memory' });
}, LOOK_EVERY_MS);

// Ctrl-C reaches every process of the terminal; the command decides.
process.on('SIGINT', () => undefined);
// A command that was killed leaves nothing behind that goes on reading.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

function send(answer: ReadAnswer): void {
  process.send?.({ answer, memory: process.memoryUsage.rss() } satisfies ReadMessage);
}
