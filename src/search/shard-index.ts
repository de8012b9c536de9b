import * as pagefind from 'pagefind';
import { indexHtml } from './index-html.ts';
import type { SearchRecord } from './text.ts';

/** The index of one shard while it is made by Pagefind, a program of its own beside this one. */
export interface ShardIndex {
  /** Takes the next release, newest first. Resolves when the one before it has been read, so that one is prepared meanwhile. */
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
  let last = Promise.resolve();
  return {
    async add(record) {
      const content = indexHtml(record, count++ === 0);
      await last;
      last = index.addHTMLFile({ url: record.url, content }).then((added) => refuse(added.errors, record.id));
      // Whoever adds the next one or writes hears of it.
      last.catch(() => undefined);
    },
    async write(folder) {
      await last;
      refuse((await index.writeFiles({ outputPath: folder })).errors, 'a shard');
      await index.deleteIndex();
    },
  };
}

/** Ends Pagefind's program; a later index starts it again. */
export async function closePagefind(): Promise<void> {
  await pagefind.close();
}

function refuse(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index ${what}: ${errors.join('; ')}`);
}
