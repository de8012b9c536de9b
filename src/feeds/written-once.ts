import type { Entry } from './entry.ts';

/** Writes each entry once: its text is the same in every document of a format that holds it, and is kept as long as the entry. */
export function writtenOnce(write: (entry: Entry) => string): (entry: Entry) => string {
  const texts = new WeakMap<Entry, string>();
  return (entry) => {
    const known = texts.get(entry);
    if (known !== undefined) return known;
    const text = write(entry);
    texts.set(entry, text);
    return text;
  };
}
