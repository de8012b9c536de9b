import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import * as pagefind from 'pagefind';
import { escapeMarkup } from '../src/release/escape.ts';
import { emptySearch } from '../src/search/address.ts';
import { createEngine, loadHits, type Progress } from '../src/search/engine.ts';
import { openShards } from '../src/search/open-shards.ts';
import type { PagefindModule } from '../src/search/pagefind.ts';
import { plainText } from '../src/search/text.ts';
import { writeSearchIndex } from '../src/site/write-index.ts';
import { readRecords } from './search-corpus.ts';
import { knownItems, type KnownItem } from './search-queries.ts';

// How often a release is found first, and among the first ten, by what somebody recalls of its headline:
// our search, Pagefind's plain index with its default ranking, and MiniSearch with its defaults, on the same texts.
//
//   node bench/search.ts FOLDER [--half 0|1] [--share 0.3] [--queries 400] [--seed 1]
//
// A fixed half of the releases is taken: numbers in src/search/rank.ts were chosen on half 0, and half 1 (the default) is reported.

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: 'string', default: '1' },
    share: { type: 'string', default: '1' },
    queries: { type: 'string', default: '400' },
    seed: { type: 'string', default: '11' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('Name a folder of releases: node bench/search.ts FOLDER\n');
  process.exit(2);
}

type Find = (query: string) => Promise<readonly string[]>;

const records = await readRecords(resolve(folder), Number(values.half), Number(values.share));
const sets = {
  'rarest words': knownItems(records, Number(values.queries), Number(values.seed), true),
  'rarer words': knownItems(records, Number(values.queries), Number(values.seed) + 1, false),
};
const work = await mkdtemp(join(tmpdir(), 'search-bench-'));
try {
  serveFiles();
  const engines: Readonly<Record<string, () => Promise<Find>>> = {
    ours,
    'Pagefind, plain': plain,
    MiniSearch: miniSearch,
  };
  process.stdout.write(
    `${records.length} releases of half ${values.half}, ${values.queries} queries a set, seed ${values.seed}\n`,
  );
  for (const [name, open] of Object.entries(engines)) {
    const find = await open();
    for (const [set, items] of Object.entries(sets))
      process.stdout.write(`${name.padEnd(16)}  ${set}  ${await measure(find, items)}\n`);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

async function measure(find: Find, items: readonly KnownItem[]): Promise<string> {
  let first = 0;
  let ten = 0;
  const times: number[] = [];
  for (const { query, wanted } of items) {
    const start = performance.now();
    const place = (await find(query)).findIndex((id) => wanted.has(id));
    times.push(performance.now() - start);
    if (place === 0) first += 1;
    if (place >= 0 && place < 10) ten += 1;
  }
  const share = (count: number) => `${((count / items.length) * 100).toFixed(1)} %`.padStart(7);
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return `first ${share(first)}  first ten ${share(ten)}  median ${median.toFixed(0)} ms`;
}

async function ours(): Promise<Find> {
  await writeSearchIndex(records, join(work, 'ours'));
  const { list, open } = await openShards(`${work}/ours/`);
  const engine = createEngine(list, open);
  return async (q) => {
    const search = { ...emptySearch, q };
    let last: Progress | undefined;
    for await (const progress of engine.search(search)) last = progress;
    return last ? (await loadHits(last, search, 10)).map((fragment) => idOf(fragment.raw_url)) : [];
  };
}

async function plain(): Promise<Find> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error('Pagefind made no index.');
  for (const { url, title, html } of records) {
    const content = `<html lang="en"><body><h1>${escapeMarkup(title)}</h1>${html}</body></html>`;
    await index.addHTMLFile({ url, content });
  }
  await index.writeFiles({ outputPath: join(work, 'plain') });
  await pagefind.close();
  const program = (await import(`${work}/plain/pagefind.js`)) as PagefindModule;
  const shard = program.createInstance({ basePath: `${work}/plain/`, metaCacheTag: '0', ranking: {} });
  return async (query) => {
    const { results } = await shard.search(query);
    const fragments = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return fragments.map((fragment) => idOf(fragment.raw_url));
  };
}

function miniSearch(): Promise<Find> {
  const index = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ['title', 'text'] });
  index.addAll(records.map(({ id, title, html }) => ({ id, title, text: plainText(html) })));
  return Promise.resolve((query) =>
    Promise.resolve(
      index
        .search(query)
        .slice(0, 10)
        .map((result) => String(result.id)),
    ),
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
