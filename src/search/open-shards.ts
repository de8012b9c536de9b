import type { OpenShard } from './engine.ts';
import type { PagefindModule, PagefindShard } from './pagefind.ts';
import { ranking } from './rank.ts';
import type { ShardEntry, ShardList } from './shard-list.ts';

/**
 * Opens the index in a folder, given by its address with a slash at the end. Throws when its list cannot be loaded.
 * An opened shard throws whenever a file of it is missing; Pagefind itself would find less without a word.
 * Replaces `globalThis.fetch` for this: Pagefind takes no other, so call it where nothing else fetches (a worker).
 */
export async function openShards(base: string): Promise<{ readonly list: ShardList; readonly open: OpenShard }> {
  const files = watchFiles(base);
  const list = (await (await files.get(`${base}shards.json`, { cache: 'no-cache' })).json()) as ShardList;
  let started: Promise<unknown> | undefined;
  return {
    list,
    open(entry) {
      // Two that start at once would each start the WebAssembly, and the first lose its memory.
      const opened = (started ?? Promise.resolve()).then(() => openShard(files, base, entry));
      started ??= opened.catch(() => {
        started = undefined;
      });
      return opened;
    },
  };
}

/** Pagefind puts it behind the address of its first file. A shard's folder changes its name with its content, so it says nothing. */
const TAG = '1';

async function openShard(files: Files, base: string, entry: ShardEntry): Promise<PagefindShard> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as PagefindModule;
  const folder = `${base}${entry.name}/`;
  // Loaded here first: where they fail inside Pagefind, the failure cannot be caught.
  const start = await files.keep(`${folder}pagefind-entry.json?ts=${TAG}`);
  const { languages } = (await start.json()) as { languages: Readonly<Record<string, { hash: string }>> };
  await Promise.all(Object.values(languages).map(({ hash }) => files.keep(`${folder}pagefind.${hash}.pf_meta`)));
  const shard = pagefind.createInstance({ basePath: folder, metaCacheTag: TAG, ranking });
  const complete = async <Answer>(answer: Promise<Answer>) => {
    const before = files.missing(folder);
    const value = await answer;
    if (files.missing(folder) > before) throw new Error(`A file of ${folder} could not be loaded.`);
    return value;
  };
  // A search for nothing waits until the shard can be searched.
  await complete(shard.search(''));
  return {
    search: (term, options) => complete(shard.search(term, options)),
    filters: () => complete(shard.filters()),
  };
}

interface Files {
  /** Loads a file; throws unless it is there. */
  get(address: string, options?: RequestInit): Promise<Response>;
  /** Loads a file and holds it ready for Pagefind, which will ask for it at this very address. */
  keep(address: string): Promise<Response>;
  /** How many files of a folder could not be loaded so far. */
  missing(folder: string): number;
}

function watchFiles(base: string): Files {
  const load = globalThis.fetch.bind(globalThis);
  const kept = new Map<string, Response>();
  const failed: string[] = [];
  const get = async (address: string, options?: RequestInit) => {
    const response = await load(address, options).catch((error: unknown) => {
      failed.push(address);
      throw error;
    });
    if (!response.ok) {
      failed.push(address);
      throw new Error(`${response.status} for ${address}`);
    }
    return response;
  };
  const keep = async (address: string) => {
    const response = await get(address);
    kept.set(address, response);
    return response.clone();
  };
  globalThis.fetch = (input, options) => {
    const asked = String(input instanceof Request ? input.url : input);
    const shared = asked.startsWith(base) && asked.endsWith('.pagefind');
    // All shards share one WebAssembly file, though Pagefind asks for one in each.
    const address = shared ? `${base}${asked.split('/').at(-1)}` : asked;
    const ready = kept.get(address);
    if (ready) return Promise.resolve(ready.clone());
    return shared ? keep(address) : get(address, options);
  };
  return {
    get,
    keep,
    missing: (folder) => failed.filter((address) => address.startsWith(folder)).length,
  };
}
