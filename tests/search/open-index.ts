import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSearchIndex } from '../../src/build/search/write-index.ts';
import { openSiteFolder } from '../../src/build/site-folder.ts';
import { emptySearch, type Search } from '../../src/search/query/address.ts';
import { createEngine, type Progress } from '../../src/search/query/engine.ts';
import type { FilterCounts } from '../../src/search/query/filter-counts.ts';
import { openFiles } from '../../src/search/query/index-files.ts';
import { noNames, type Names } from '../../src/search/query/names.ts';
import { readList } from '../../src/search/query/open-index.ts';
import { resultView } from '../../src/search/query/view.ts';
import type { SearchRecord } from '../../src/search/record/search-record.ts';
import type { ShardList } from '../../src/search/record/shard-list.ts';

/** An index on the disk that is searched as the page's worker searches it. */
export interface OpenIndex {
  readonly folder: string;
  readonly list: ShardList;
  /** The last answer to a search. */
  readonly search: (search: Partial<Search> | string) => Promise<Progress>;
  /** What the values of filters hold for among its results. */
  readonly counts: (search: Partial<Search>) => Promise<FilterCounts>;
  /** Ids of the first results, in their order; those that hold all that is asked for, where there are any. */
  readonly find: (search: Partial<Search> | string, count?: number) => Promise<readonly string[]>;
  /** The same, with those that hold some of it. */
  readonly findAny: (search: Partial<Search> | string, count?: number) => Promise<readonly string[]>;
  readonly show: (q: string) => Promise<readonly ReturnType<typeof resultView>[]>;
  readonly close: () => Promise<void>;
}

/** Writes an index of records, newest first, into a folder of its own, and opens it. */
export async function openIndex(
  records: readonly SearchRecord[],
  shardSize?: number,
  names: Names = noNames,
): Promise<OpenIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'search-test-'));
  const sources = records.map(({ html, ...record }) => ({ ...record, html: () => html }));
  await writeSearchIndex(sources, openSiteFolder(folder).write, shardSize === undefined ? {} : { shardSize });
  return openFolder(folder, names);
}

/** Opens an index that is there. Files stand for what a server would send. */
export async function openFolder(folder: string, names: Names = noNames): Promise<OpenIndex> {
  const before = globalThis.fetch;
  globalThis.fetch = async (address) => {
    try {
      return new Response(await readFile(address as string)); // addresses are texts here
    } catch {
      return new Response(null, { status: 404 });
    }
  };
  const files = openFiles(`${folder}/`);
  const list = await readList(files);
  const engine = createEngine(list, files, names);
  const whole = (wanted: Partial<Search> | string): Search => ({
    ...emptySearch,
    ...(typeof wanted === 'string' ? { q: wanted } : wanted),
  });
  const search = async (wanted: Partial<Search> | string) => {
    let last: Progress | undefined;
    for await (const progress of engine.search(whole(wanted))) last = progress;
    if (!last) throw new Error('A search always answers.');
    return last;
  };
  const load = async ({ hits }: Pick<Progress, 'hits'>, count: number) =>
    Promise.all(hits.slice(0, count).map(async (hit) => ({ hit, page: await hit.shard.page(hit.page) })));
  const ids = async (progress: Pick<Progress, 'hits'>, count: number) =>
    (await load(progress, count)).map(({ page }) => page.url.replace(/^\/releases\/|\/$/g, ''));
  return {
    folder,
    list,
    search,
    counts: async (wanted) => engine.counts(whole(wanted), await search(wanted)),
    find: async (wanted, count = 10) => {
      const { hits, full } = await search(wanted);
      return ids({ hits: hits.slice(0, full || undefined) }, count);
    },
    findAny: async (wanted, count = 10) => ids(await search(wanted), count),
    show: async (q) => {
      const progress = await search(q);
      return (await load(progress, 10)).map(({ hit, page }) => resultView(page, progress.query, hit.lacking));
    },
    close: async () => {
      globalThis.fetch = before;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
