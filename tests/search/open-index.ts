import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptySearch, type Search } from '../../src/search/address.ts';
import { createEngine, type Progress } from '../../src/search/engine.ts';
import { loadHits } from '../../src/search/load-hits.ts';
import { openShards } from '../../src/search/open-shards.ts';
import type { FilterCounts } from '../../src/search/pagefind.ts';
import type { ShardList } from '../../src/search/shard-list.ts';
import type { SearchRecord } from '../../src/search/text.ts';
import { resultView } from '../../src/search/view.ts';
import { writeSearchIndex } from '../../src/site/write-index.ts';

/** An index on the disk that is searched as the page's worker searches it. */
export interface OpenIndex {
  readonly folder: string;
  readonly list: ShardList;
  /** The last answer to a search. */
  readonly search: (search: Partial<Search>) => Promise<Progress>;
  /** What the values of filters hold for among its results. */
  readonly counts: (search: Partial<Search>) => Promise<FilterCounts | undefined>;
  /** Ids of the first results, in their order. */
  readonly find: (search: Partial<Search> | string, count?: number) => Promise<readonly string[]>;
  readonly show: (q: string) => Promise<readonly ReturnType<typeof resultView>[]>;
  readonly close: () => Promise<void>;
}

/** Writes an index of records, newest first, into a folder of its own, and opens it. */
export async function openIndex(records: readonly SearchRecord[], shardSize?: number): Promise<OpenIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'search-test-'));
  await writeSearchIndex(records, folder, shardSize);
  return openFolder(folder);
}

/** Opens an index that is there. Files stand for what a server would send. */
export async function openFolder(folder: string): Promise<OpenIndex> {
  const before = globalThis.fetch;
  globalThis.fetch = async (address) => {
    try {
      // Pagefind and the shards' opener give addresses as texts.
      return new Response(await readFile((address as string).replace(/\?.*/, '')));
    } catch {
      return new Response(null, { status: 404 });
    }
  };
  const { list, open } = await openShards(`${folder}/`);
  const engine = createEngine(list, open);
  const search = async (wanted: Partial<Search>) => {
    let last: Progress | undefined;
    for await (const progress of engine.search({ ...emptySearch, ...wanted })) last = progress;
    if (!last) throw new Error('A search always answers.');
    return last;
  };
  const load = async (wanted: Partial<Search>, count: number) =>
    loadHits(await search(wanted), { ...emptySearch, ...wanted }, count);
  return {
    folder,
    list,
    search,
    counts: async (wanted) => engine.counts({ ...emptySearch, ...wanted }, (await search(wanted)).hits.length),
    find: async (wanted, count = 10) =>
      (await load(typeof wanted === 'string' ? { q: wanted } : wanted, count)).map(({ raw_url: url }) =>
        url.replace(/^\/releases\/|\/$/g, ''),
      ),
    show: async (q) => {
      const { query } = await search({ q });
      return (await load({ q }, 10)).map((fragment) => resultView(fragment, query));
    },
    close: async () => {
      globalThis.fetch = before;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
