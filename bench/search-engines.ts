import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import * as pagefind from 'pagefind';
import { writeSearchIndex } from '../src/build/search/write-index.ts';
import { openSiteFolder } from '../src/build/site-folder.ts';
import { emptySearch } from '../src/search/query/address.ts';
import { createEngine, type Progress } from '../src/search/query/engine.ts';
import { openFiles } from '../src/search/query/index-files.ts';
import { noNames } from '../src/search/query/names.ts';
import { readList } from '../src/search/query/open-index.ts';
import { plainText, type SearchRecord } from '../src/search/record/search-record.ts';
import { escapeMarkup } from '../src/text/markup.ts';
import { createBm25 } from './search-bm25.ts';

/** Answers a query with the ids of the first so many. */
export type Find = (query: string, count: number) => Promise<readonly string[]>;

/**
 * The searches that are held against each other, on the same texts: ours as it is, Pagefind with its defaults, MiniSearch as its users
 * set it (beginnings of words, a fifth of the letters wrong, any word), and BM25 over stems.
 * Each opens with its index in a folder of its own below `folder`; an index that is there already is used as it is.
 */
export const engines: Readonly<Record<string, (records: readonly SearchRecord[], folder: string) => Promise<Find>>> = {
  ours,
  'Pagefind, plain': plain,
  MiniSearch: miniSearch,
  BM25: (records) => Promise.resolve(createBm25(records)),
};

async function ours(records: readonly SearchRecord[], folder: string): Promise<Find> {
  const place = join(folder, 'ours');
  const sources = records.map(({ html, ...record }) => ({ ...record, html: () => html }));
  if (!existsSync(join(place, 'shards.json'))) await writeSearchIndex(sources, openSiteFolder(place).write);
  serveFiles();
  const files = openFiles(`${place}/`);
  const engine = createEngine(await readList(files), files, noNames);
  return async (q, count) => {
    let last: Progress | undefined;
    for await (const progress of engine.search({ ...emptySearch, q })) last = progress;
    const pages = await Promise.all((last?.hits ?? []).slice(0, count).map((hit) => hit.shard.page(hit.page)));
    return pages.map(({ url }) => idOf(url));
  };
}

/** What is used of Pagefind's JavaScript API; its package has no types for it. */
interface PagefindModule {
  createInstance(options: { basePath: string; metaCacheTag: string; ranking: object }): {
    search(term: string): Promise<{ results: readonly { data(): Promise<{ raw_url: string }> }[] }>;
  };
}

async function plain(records: readonly SearchRecord[], folder: string): Promise<Find> {
  const place = join(folder, 'plain');
  if (!existsSync(join(place, 'pagefind.js'))) {
    const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
    if (!index) throw new Error('Pagefind made no index.');
    for (const { url, title, html } of records) {
      const content = `<html lang="en"><body><h1>${escapeMarkup(title)}</h1>${html}</body></html>`;
      await index.addHTMLFile({ url, content });
    }
    await index.writeFiles({ outputPath: place });
    await pagefind.close();
  }
  serveFiles();
  const program = (await import(`${place}/pagefind.js`)) as PagefindModule;
  const shard = program.createInstance({ basePath: `${place}/`, metaCacheTag: '0', ranking: {} });
  return async (query, count) => {
    const { results } = await shard.search(query);
    const fragments = await Promise.all(results.slice(0, count).map((result) => result.data()));
    return fragments.map((fragment) => idOf(fragment.raw_url));
  };
}

async function miniSearch(records: readonly SearchRecord[], folder: string): Promise<Find> {
  const place = join(folder, 'minisearch.json');
  const options = { fields: ['title', 'text'] };
  let index = new MiniSearch<{ id: string; title: string; text: string }>(options);
  if (existsSync(place)) index = MiniSearch.loadJSON(await readFile(place, 'utf8'), options);
  else {
    index.addAll(records.map(({ id, title, html }) => ({ id, title, text: plainText(html) })));
    await writeFile(place, JSON.stringify(index));
  }
  return (query, count) =>
    Promise.resolve(
      index
        .search(query, { prefix: true, fuzzy: 0.2, combineWith: 'OR', boost: { title: 2 } })
        .slice(0, count)
        .map((result) => String(result.id)),
    );
}

function idOf(url: string): string {
  return url.slice('/releases/'.length, -1);
}

/** Files of the index stand for what a server would send. */
function serveFiles(): void {
  globalThis.fetch = async (address) => {
    try {
      return new Response(await readFile((address as string).replace(/\?.*/, ''))); // Pagefind gives texts
    } catch {
      return new Response(null, { status: 404 });
    }
  };
}
