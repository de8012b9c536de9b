import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { importDocument } from '../importers/import-document.ts';
import { ImportRefusal } from '../importers/refusal.ts';
import { formatRelease } from '../release/format.ts';
import { parseRelease } from '../release/parse.ts';
import type { ReadAnswer, ReadRequest } from './reader-messages.ts';

// The thread of the reading process in which documents are read, one after the other.
parentPort?.on('message', (request: ReadRequest) => {
  send({ kind: 'began' });
  void read(request).then((answer) => {
    send(answer);
    // Kept now, since the process does not live to its own end.
    flushCompileCache();
  });
});

async function read({ fileName, bytes, given, knowledge, seconds }: ReadRequest): Promise<ReadAnswer> {
  try {
    const imported = await importDocument(fileName, bytes, given, knowledge, AbortSignal.timeout(seconds * 1000));
    const problems = imported.draft ? parseRelease(fileName, formatRelease(imported.draft)).problems : [];
    return { kind: 'imported', imported, warnings: problems.map((problem) => problem.message) };
  } catch (error) {
    if (error instanceof ImportRefusal) return { kind: 'refused', message: error.message };
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'failed', name, message };
  }
}

function send(answer: ReadAnswer): void {
  parentPort?.postMessage(answer);
}
