import type { ShardList } from '../record/shard-list.ts';
import { createEngine } from './engine.ts';
import { openFiles, type IndexFiles } from './index-files.ts';
import { noNames, type Names } from './names.ts';
import { soon } from './patience.ts';

/** An index that can be searched. */
export interface OpenIndex {
  readonly list: ShardList;
  readonly files: IndexFiles;
  readonly names: Names;
  /** The names did not load; a search goes without them. */
  readonly lacksNames: boolean;
  readonly engine: ReturnType<typeof createEngine>;
}

/** Opens the index in a folder, given by its address with a slash at the end. Rejects when its list cannot be loaded. */
export async function openIndex(base: string): Promise<OpenIndex> {
  const files = openFiles(base);
  const [list, known] = await Promise.all([readList(files), soon(readNames(files)).catch(() => undefined)]);
  const names = known ?? noNames;
  return { list, files, names, lacksNames: known === undefined, engine: createEngine(list, files, names) };
}

/** The names of companies and things. Rejects where it is none. */
async function readNames(files: IndexFiles): Promise<Names> {
  const names = (await files.json('names.json')) as Partial<Names>;
  if (!Array.isArray(names.companies) || !Array.isArray(names.synonyms)) throw new Error('These are no names.');
  return names as Names;
}

/** The list of shards as it is now. Rejects where it is none, such as the page of a host that answers everything with one. */
export async function readList(files: IndexFiles): Promise<ShardList> {
  const list = (await files.json('shards.json')) as Partial<ShardList>;
  if (typeof list.build !== 'string' || !Array.isArray(list.shards)) throw new Error('This is no list of shards.');
  return list as ShardList;
}
