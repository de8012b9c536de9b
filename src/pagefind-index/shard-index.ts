import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { encodeCbor, type CborValue } from './cbor.ts';
import type { IndexPage } from './index-page.ts';
import { fileName, pageName, PAGES_A_TEXT, textName } from './page-name.ts';
import { spacedWords } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createWordIndex } from './word-index.ts';

/** Files by their path below a folder, with `/`. */
export type Files = ReadonlyMap<string, Buffer>;

/** The index of one shard while it is made. */
interface ShardIndex {
  /** Takes the next page, newest first. */
  add(page: IndexPage): void;
  /** The shard's files, with one copy of Pagefind's program. The same pages give the same bytes. Rejects where Pagefind does not know a word. */
  finish(): Promise<Files>;
}

/**
 * Begins a shard's index: files that Pagefind's program in the browser reads as its own (version 1.6.0), cut to suit a
 * reader on the phone and a host. Chunks of the index are small, since each word of a query loads one; texts stand together by
 * `PAGES_A_TEXT`, since hosts limit files; and both have short names in a row, since long ones are most of what must be
 * loaded first. They may be short because the shard's folder changes its name with anything in it.
 * What words there are, `vocabulary` says; it may serve several shards. `fields` are searched beside the text, in the order
 * of their names.
 */
export function createShardIndex(vocabulary: Vocabulary, fields: readonly string[]): ShardIndex {
  const words = createWordIndex(vocabulary, fields);
  const files = new Map<string, Buffer>();
  const pages: CborValue[] = [];
  const filters = new Map<string, Map<string, number[]>>();
  // What each file of texts is to hold, before it is compressed.
  const contents = new Map<string, Buffer>();
  let texts: [name: string, text: object][] = [];

  const endTexts = (): void => {
    contents.set(textName(pages.length - 1), Buffer.from(JSON.stringify(Object.fromEntries(texts))));
    texts = [];
  };
  return {
    add(page) {
      const place = pages.length;
      words.add(page);
      for (const [name, values] of Object.entries(page.filters)) {
        const known = within(filters, name, () => new Map<string, number[]>());
        for (const value of values) within(known, value, () => []).push(place);
      }
      const headline = spacedWords(page.meta['title'] ?? '');
      const name = pageName(place, headline === '' ? 0 : headline.split(' ').length);
      pages.push([name, wordCount(page), textName(place)]);
      texts.push([name, textOf(page)]);
      if (texts.length === PAGES_A_TEXT) endTexts();
    },
    async finish() {
      if (texts.length > 0) endTexts();
      const learnt = vocabulary.learn();
      // While Pagefind is asked about the last words, and answers whenever this thread lets go.
      for (const [name, content] of contents) {
        files.set(`fragment/${name}.pf_fragment`, pack(content));
        if (files.size % TURN === 0) await setImmediate();
      }
      await learnt;
      const chunks: CborValue[] = [];
      for (const { from, to, cbor } of words.chunks()) {
        const name = fileName(chunks.length);
        chunks.push([from, to, name]);
        files.set(`index/${name}.pf_index`, pack(cbor));
      }
      const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [name, values] of sorted(filters))
        files.set(`filter/${name}.pf_filter`, pack(encodeCbor([name, sorted(values)])));
      const { version, includeCharacters, files: program } = vocabulary.program();
      const names = sorted(filters).map(([name]) => [name, name]);
      files.set(`pagefind.${LANGUAGE}.pf_meta`, pack(encodeCbor([version, pages, chunks, names, [], [...fields]])));
      files.set(
        'pagefind-entry.json',
        Buffer.from(
          JSON.stringify({
            version,
            languages: { [LANGUAGE]: { hash: LANGUAGE, wasm: LANGUAGE, page_count: pages.length } },
            include_characters: includeCharacters,
          }),
        ),
      );
      for (const [name, bytes] of program) files.set(name, bytes);
      return files;
    },
  };
}

/** What a map holds under a key; where it holds nothing, something is put there. */
function within<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Files that are compressed before other work of the thread has its turn. */
const TURN = 20;

/** One for all releases: the browser searches those of one language. */
const LANGUAGE = 'en';
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Takes four fifths of the time that the usual one takes, and makes files as small to two parts in a thousand. */
const LEVEL = 5;

/** What a result shows of a page. */
function textOf(page: IndexPage): object {
  return {
    anchors: page.headings.flatMap(({ level, id, text, start }) =>
      id === undefined ? [] : [{ element: `h${level}`, id, location: start, text }],
    ),
    content: page.text,
    filters: page.filters,
    meta: page.meta,
    url: page.url,
    word_count: wordCount(page),
  };
}

/** A page without a word counts as one of a single word. */
function wordCount({ tokens }: IndexPage): number {
  return Math.max(tokens.length, 1);
}

/** In this thread: to hand a file of some kilobytes to another one of the system's takes as long as to compress it. */
function pack(content: Buffer): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: LEVEL });
}
