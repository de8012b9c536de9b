import type { Entry } from './entry.ts';

/**
 * Writes each entry once, in UTF-8: its text is the same in every document of a format that holds it, and is kept as long
 * as the entry. So a document is put together from bytes, which takes a fraction of the time of encoding it whole.
 */
export function memoised(write: (entry: Entry) => string): (entry: Entry) => Buffer {
  const texts = new WeakMap<Entry, Buffer>();
  return (entry) => {
    const known = texts.get(entry);
    if (known !== undefined) return known;
    const text = Buffer.from(write(entry));
    texts.set(entry, text);
    return text;
  };
}

/** A document in UTF-8: what stands before its entries, these with a text between two of them, and what stands behind. */
export function concat(head: string, entries: readonly Buffer[], between: string, end: string): Buffer {
  const gap = Buffer.from(between);
  const parts = entries.flatMap((entry, at) => (at === 0 ? [entry] : [gap, entry]));
  return Buffer.concat([Buffer.from(head), ...parts, Buffer.from(end)]);
}
