import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import * as pagefind from 'pagefind';
import { escapeMarkup } from '../src/release/escape.ts';
import { emptySearch } from '../src/search/address.ts';
import { createEngine, type Progress } from '../src/search/engine.ts';
import { loadHits } from '../src/search/load-hits.ts';
import { openShards } from '../src/search/open-shards.ts';
import type { PagefindModule } from '../src/search/pagefind.ts';
import { plainText, type SearchRecord } from '../src/search/text.ts';
import { writeSearchIndex } from '../src/site/write-index.ts';

/** Answers a query with the ids of the first ten. */
export type Find = (query: string) => Promise<readonly string[]>;

/**
 * The searches that are held against each other, on the same texts: ours as it is, and the others with their defaults.
 * Each opens with its index in a folder of its own below `folder`; an index that is there already is used as it is.
 */
export const engines: Readonly<Record<string, (records: readonly SearchRecord[], folder: string) => Promise<Find>>> = {
  ours,
  'Pagefind, plain': plain,
  MiniSearch: miniSearch,
};

async function ours(records: readonly SearchRecord[], folder: string): Promise<Find> {
  const place = join(folder, 'ours');
  if (!existsSync(join(place, 'shards.json'))) await writeSearchIndex(records, place);
  serveFiles();
  const { list, open } = await openShards(`${place}/`);
  const engine = createEngine(list, open);
  return async (q) => {
    const search = { ...emptySearch, q };
    let last: Progress | undefined;
    for await (const progress of engine.search(search)) last = progress;
    return last ? (await loadHits(last, search, 10)).map((fragment) => idOf(fragment.raw_url)) : [];
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
  return async (query) => {
    const { results } = await shard.search(query);
    const fragments = await Promise.all(results.slice(0, 10).map((result) => result.data()));
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
  return (query) =>
    Promise.resolve(
      index
        .search(query)
        .slice(0, 10)
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
