import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { importDocument } from '../importers/import-document.ts';
import type { Scanner } from '../importers/scan/recognise.ts';
import { ImportRefusal, LockedPdf } from '../importers/model/refusal.ts';
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

async function read(request: ReadRequest): Promise<ReadAnswer> {
  const { fileName, bytes, given, knowledge, wanted, scans, seconds } = request;
  let scanner: Scanner | undefined;
  try {
    // Loaded where they are asked for: most documents need none of them.
    if (wanted === 'markup') {
      const { showDocument } = await import('../importers/show-document.ts');
      return { kind: 'shown', markup: await showDocument(fileName, bytes) };
    }
    if (wanted === 'plan') {
      const { planList } = await import('../importers/lists/plan-list.ts');
      return { kind: 'planned', plan: await planList(fileName, bytes, given.code, knowledge.today) };
    }
    if (scans) scanner = await (await import('../importers/scan/recognise.ts')).openScanner(scans);
    const signal = AbortSignal.timeout(seconds * 1000);
    const imported = await importDocument(fileName, bytes, given, knowledge, { signal, scanner });
    const { problems } = parseRelease(fileName, formatRelease(imported.draft));
    return { kind: 'imported', imported, warnings: problems.map((problem) => problem.message) };
  } catch (error) {
    if (error instanceof ImportRefusal)
      return { kind: 'refused', message: error.message, isLocked: error instanceof LockedPdf };
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'failed', name, message };
  } finally {
    await scanner?.close();
  }
}

function send(answer: ReadAnswer): void {
  parentPort?.postMessage(answer);
}
