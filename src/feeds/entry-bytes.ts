/**
 * A document in UTF-8: what stands before its entries, these with a text between two of them, and what stands behind. An entry is
 * the same in every document of a format, so each is encoded once: that takes a fraction of the time of encoding whole documents.
 */
export function concat(head: string, entries: readonly Buffer[], between: string, end: string): Buffer {
  const gap = Buffer.from(between);
  const parts = entries.flatMap((entry, at) => (at === 0 ? [entry] : [gap, entry]));
  return Buffer.concat([Buffer.from(head), ...parts, Buffer.from(end)]);
}
