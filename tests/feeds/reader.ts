import { writeAtom } from '../../src/feeds/atom.ts';
import { writeJsonFeed } from '../../src/feeds/json-feed.ts';
import type { FeedSizes } from '../../src/feeds/documents.ts';
import type { FeedSource } from '../../src/feeds/source.ts';
import { readFeed, type ReadEntry } from '../support/read-feed.ts';
import { feedsOf } from './sample.ts';

/** What a host answers: the text of each document by its whole address. */
export type Documents = ReadonlyMap<string, string>;

/** All documents of a source in one format, as they would be published. */
export function published(source: FeedSource, format: 'atom.xml' | 'feed.json', sizes?: FeedSizes): Documents {
  const write = format === 'atom.xml' ? writeAtom : writeJsonFeed;
  return new Map(
    feedsOf(source, sizes).map(({ document, feed }) => [
      source.urls.absolute(document.address(format)),
      write(feed).toString(),
    ]),
  );
}

/** The documents from an address on, each led to by the one before it. */
export function walk(documents: Documents, address: string): { address: string; entries: readonly ReadEntry[] }[] {
  const steps: { address: string; entries: readonly ReadEntry[] }[] = [];
  for (let next: string | undefined = address; next !== undefined;) {
    if (steps.some((step) => step.address === next)) throw new Error(`The documents lead in a circle at ${next}.`);
    const { previous, entries } = readFeed(next, textAt(documents, next));
    steps.push({ address: next, entries });
    next = previous;
  }
  return steps;
}

/**
 * A feed reader that follows RFC 5005, section 4.2: it reads the subscription document, goes back through archive
 * documents until one that it has read before, and keeps the version of an entry that was updated last.
 */
export class Reader {
  readonly entries = new Map<string, ReadEntry>();
  readonly #read = new Set<string>();

  fetch(documents: Documents, subscription: string): void {
    for (let next: string | undefined = subscription; next !== undefined && !this.#read.has(next);) {
      const { previous, entries } = readFeed(next, textAt(documents, next));
      if (next !== subscription) this.#read.add(next);
      for (const entry of entries) {
        const known = this.entries.get(entry.id ?? '');
        if (!known || known.updated < entry.updated) this.entries.set(entry.id ?? '', entry);
      }
      next = previous;
    }
  }
}

function textAt(documents: Documents, address: string): string {
  const text = documents.get(address);
  if (text === undefined) throw new Error(`There is no document at ${address}.`);
  return text;
}
