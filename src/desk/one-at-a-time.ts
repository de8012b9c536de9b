import type { DocumentReader } from '../drafts/document-reader.ts';

/** The same reader for several who ask at once: each waits for those before it. */
export function oneAtATime(reader: DocumentReader): DocumentReader {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    read: (document) => inTurn(() => reader.read(document)),
    plan: (document) => inTurn(() => reader.plan(document)),
    show: (name, bytes) => inTurn(() => reader.show(name, bytes)),
    stop: reader.stop,
  };
}
