import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeCbor, encodeCbor, joinCborList, sliceCborList, type CborValue } from './cbor.ts';
import { pageName } from './page-name.ts';

/** Files by their path below a folder, with `/`. */
export type Files = ReadonlyMap<string, Buffer>;

/**
 * Cuts what Pagefind wrote for one shard anew: the same pages, words and filters, in files that suit a reader on the
 * phone and a host. Pieces of the index are a third as large, since each word of a query loads one; texts stand together
 * by `PAGES_A_TEXT`, since hosts limit files; and both have short names in a row, since Pagefind's own, random ones are
 * most of what must be loaded first. They may be short because the shard's folder changes its name with anything in it.
 * `urls` are the pages' addresses, in the order in which Pagefind was given them: their places are their order by date.
 * Throws where a page lacks or stands elsewhere, or a file is not what Pagefind 1.6.0 writes.
 */
export function packShard(files: Files, urls: readonly string[]): Files {
  const metaName = [...files.keys()].find((name) => name.endsWith('.pf_meta'));
  if (metaName === undefined) throw new Error('Pagefind wrote no .pf_meta.');
  const meta = readMeta(unpack(files, metaName));
  const packed = new Map([...files].filter(([name]) => isKept(name)));
  const chunks = packChunks(meta.chunks, files, packed);
  const pages = packTexts(meta.pages, urls, files, packed);
  return packed.set(metaName, pack(encodeCbor([meta.version, pages, chunks, ...meta.rest])));
}

/** Of Pagefind's own program what one copy of serves all shards. */
export const programFiles: readonly string[] = ['pagefind.js', 'wasm.en.pagefind'];

/** How many releases share a file of texts. More would cost a reader, who wants ten of them, more than it saves a host. */
const PAGES_A_TEXT = 3;
/** Bytes of the index, before compression, at which a piece ends. A word that takes more has a piece for itself. */
const CHUNK_BYTES = 16_000;

const SIGNATURE = Buffer.from('pagefind_dcd');

function isKept(name: string): boolean {
  return name === 'pagefind-entry.json' || name.startsWith('filter/') || programFiles.includes(name);
}

interface Meta {
  readonly version: CborValue;
  /** A page: its name, its number of words, and the name of the file of texts in which its own stands. */
  readonly pages: readonly CborValue[];
  /** A piece of the index: its first and its last word, and its name. */
  readonly chunks: readonly CborValue[];
  /** Filters, sorts, names of meta fields. */
  readonly rest: readonly CborValue[];
}

function readMeta(bytes: Buffer): Meta {
  const meta = asList(decodeCbor(bytes));
  const [version = null, pages = null, chunks = null, ...rest] = meta;
  return { version, pages: asList(pages), chunks: asList(chunks), rest };
}

function packChunks(chunks: readonly CborValue[], files: Files, packed: Map<string, Buffer>): CborValue[] {
  const names: CborValue[] = [];
  for (const chunk of chunks) {
    const bytes = unpack(files, `index/${asText(asList(chunk)[2])}.pf_index`);
    const [words = Buffer.alloc(0), ...more] = sliceCborList(bytes);
    if (more.length > 0) throw new Error('A piece of the index holds more than its words.');
    for (const items of cut(sliceCborList(words))) {
      const name = pageName(names.length);
      names.push([wordOf(items[0]), wordOf(items.at(-1)), name]);
      packed.set(`index/${name}.pf_index`, pack(joinCborList([joinCborList(items)])));
    }
  }
  return names;
}

/** Puts neighbours together as long as they stay within `CHUNK_BYTES`. */
function cut(items: readonly Buffer[]): readonly (readonly Buffer[])[] {
  const pieces: Buffer[][] = [];
  let size = Infinity;
  for (const item of items) {
    size += item.length;
    if (size > CHUNK_BYTES) {
      pieces.push([]);
      size = item.length;
    }
    pieces.at(-1)?.push(item);
  }
  return pieces;
}

/** An item of the index begins with its word. */
function wordOf(item: Buffer | undefined): string {
  const [word] = sliceCborList(item ?? Buffer.alloc(0));
  return asText(decodeCbor(word ?? Buffer.alloc(0)));
}

function packTexts(
  pages: readonly CborValue[],
  urls: readonly string[],
  files: Files,
  packed: Map<string, Buffer>,
): CborValue[] {
  if (pages.length !== urls.length) throw new Error(`Pagefind indexed ${pages.length} of ${urls.length} releases.`);
  const texts = readTexts(files);
  const names: CborValue[] = [];
  for (let at = 0; at < pages.length; at += PAGES_A_TEXT) {
    const file = pageName(at / PAGES_A_TEXT);
    const together = pages.slice(at, at + PAGES_A_TEXT).map((page, place) => {
      const [name, words = null] = asList(page);
      const text = texts.get(asText(name));
      if (text?.url !== urls[at + place])
        throw new Error(`Pagefind wrote ${text?.url ?? 'no text'} where ${urls[at + place]} was expected.`);
      names.push([pageName(at + place), words, file]);
      return [pageName(at + place), text];
    });
    packed.set(`fragment/${file}.pf_fragment`, pack(Buffer.from(JSON.stringify(Object.fromEntries(together)))));
  }
  return names;
}

/** What a result shows; of it the address alone is looked at here. */
interface Text {
  readonly url: string;
}

/** Texts by the name of their page, out of files that hold one or several. */
function readTexts(files: Files): ReadonlyMap<string, Text> {
  const names = [...files.keys()].filter((name) => name.endsWith('.pf_fragment'));
  return new Map(
    names.flatMap((name) => {
      const texts = JSON.parse(unpack(files, name).toString()) as Text | Readonly<Record<string, Text>>; // Pagefind's own
      if (name.includes('_group_')) return Object.entries(texts as Readonly<Record<string, Text>>); // as its name says
      return [[name.replace(/^.*\/|\.pf_fragment$/g, ''), texts as Text] as const];
    }),
  );
}

function unpack(files: Files, name: string): Buffer {
  const bytes = gunzipSync(files.get(name) ?? Buffer.alloc(0));
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error(`${name} is not a file of Pagefind's.`);
  return bytes.subarray(SIGNATURE.length);
}

function pack(content: Buffer): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, content]));
}

function asList(value: CborValue | undefined): readonly CborValue[] {
  if (Array.isArray(value)) return value as readonly CborValue[]; // a list of values, by its type
  throw new Error('Pagefind wrote something other than a list where one was expected.');
}

function asText(value: CborValue | undefined): string {
  if (typeof value === 'string') return value;
  throw new Error('Pagefind wrote something other than a text where one was expected.');
}
