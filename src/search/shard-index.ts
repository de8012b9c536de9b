import * as pagefind from 'pagefind';
import { indexHtml } from './index-html.ts';
import type { SearchRecord } from './text.ts';

/** The index of one shard while it is made by Pagefind, a program of its own beside this one. */
export interface ShardIndex {
  /** Takes the next release, newest first. Resolves at once until `WINDOW` of them have not been read. */
  add(record: SearchRecord): Promise<void>;
  /** Lets Pagefind write the index into a folder, and ends it. */
  write(folder: string): Promise<void>;
}

/**
 * Begins a shard's index. The same records give the same bytes.
 * Rejects, then or later, when Pagefind reports an error: an index that lacks a release is not written to its end.
 */
export async function createShardIndex(): Promise<ShardIndex> {
  const { index, errors } = await pagefind.createIndex({
    // Else `en-AU`, `en` and `de` would be three indexes, of which a page searches one.
    forceLanguage: 'en',
    // The texts are cut into files anew, and one file is the quickest to write and to read.
    maxFragments: 1,
  });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  let count = 0;
  const unread: Promise<void>[] = [];
  return {
    async add(record) {
      const content = indexHtml(record, count++ === 0);
      if (unread.length >= WINDOW) await unread.shift();
      const read = index.addHTMLFile({ url: record.url, content }).then((added) => refuse(added.errors, record.id));
      // Whoever adds a later one or writes hears of it.
      read.catch(() => undefined);
      unread.push(read);
    },
    async write(folder) {
      await Promise.all(unread);
      refuse((await index.writeFiles({ outputPath: folder })).errors, 'a shard');
      await index.deleteIndex();
    },
  };
}

/** Some on their way, so that Pagefind never waits for the next one. */
const WINDOW = 4;

/** Ends Pagefind's program; a later index starts it again. */
export async function closePagefind(): Promise<void> {
  await pagefind.close();
}

function refuse(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index ${what}: ${errors.join('; ')}`);
}
