import {
  chunkOf,
  readFilter,
  readMeta,
  readIndexChunk,
  withoutSignature,
  type Posting,
  type ShardMeta,
} from '../../pagefind-index/read-shard.ts';
import { textName } from '../../pagefind-index/page-name.ts';
import type { ShardEntry } from '../record/shard-list.ts';
import type { IndexFiles } from './index-files.ts';

/** A shard of the index, read file by file as it is asked; each rejects where its file cannot be loaded. */
export interface Shard {
  readonly entry: ShardEntry;
  readonly meta: () => Promise<ShardMeta>;
  /** Where a stem stands; in no page where none holds it. */
  readonly postings: (stem: string) => Promise<readonly Posting[]>;
  /** The name of the chunk that would hold a stem. */
  readonly chunk: (stem: string) => Promise<string | undefined>;
  /** The pages of each value of a filter; none for a filter that no release of the shard has a value of. */
  readonly filter: (name: string) => Promise<ReadonlyMap<string, ReadonlySet<number>>>;
  readonly page: (place: number) => Promise<IndexedPage>;
}

/** A release as the index holds it. */
export interface IndexedPage {
  readonly url: string;
  /** The text, its words between spaces. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Sections, in the order of the text; `location` is the place of their first word. */
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** Opens a shard; nothing is loaded yet. */
export function openShard(files: IndexFiles, entry: ShardEntry): Shard {
  const read = <Value>(load: (name: string) => Promise<Value>) => {
    const known = new Map<string, Promise<Value>>();
    return (name: string): Promise<Value> => {
      const value = known.get(name) ?? load(name);
      known.set(name, value);
      value.catch(() => known.delete(name));
      return value;
    };
  };
  const bytes = (name: string) => files.bytes(`${entry.name}/${name}`);
  const meta = read(async (name) => readMeta(await bytes(name)));
  const chunks = read(async (name) => readIndexChunk(await bytes(`index/${name}.pf_index`)));
  const filters = read(async (name) => readFilter(await bytes(`filter/${name}.pf_filter`)));
  const texts = read(async (name) => readTexts(await bytes(`fragment/${name}.pf_fragment`)));
  const shard: Shard = {
    entry,
    meta: () => meta('pagefind.en.pf_meta'),
    chunk: async (stem) => chunkOf(await shard.meta(), stem),
    async postings(stem) {
      const name = await shard.chunk(stem);
      return name === undefined ? [] : ((await chunks(name)).get(stem)?.() ?? []);
    },
    filter: async (name) => (entry.filters[name] === undefined ? new Map() : filters(name)),
    async page(place) {
      const page = (await texts(textName(place)))[(await shard.meta()).names[place] ?? ''];
      if (page === undefined) throw new Error(`${entry.name} has no text at ${place}.`);
      return page;
    },
  };
  return shard;
}

function readTexts(bytes: Uint8Array): Readonly<Record<string, IndexedPage>> {
  // The build wrote it.
  return JSON.parse(new TextDecoder().decode(withoutSignature(bytes))) as Readonly<Record<string, IndexedPage>>;
}
