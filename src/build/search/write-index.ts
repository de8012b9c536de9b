import { createHash, hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { setImmediate } from 'node:timers/promises';
import { closePagefind, programFiles } from '../../pagefind-index/ask-pagefind.ts';
import { createShardIndex, type Files } from '../../pagefind-index/shard-index.ts';
import { spacedWords } from '../../pagefind-index/tokens.ts';
import { createVocabulary } from '../../pagefind-index/vocabulary.ts';
import { SIGNATURE } from '../../pagefind-index/read-shard.ts';
import { FIELDS } from '../../search/record/filters.ts';
import { wordCounter, turned, writeLexicon } from '../../search/record/lexicon.ts';
import { pageMaker } from '../../search/record/make-page.ts';
import type { SearchRecord } from '../../search/record/search-record.ts';
import { shardEntry, type ShardEntry, type ShardList, type WordStarts } from '../../search/record/shard-list.ts';
import { SHARD_SIZE, shardReleases } from '../../search/record/shards.ts';
import type { KeptShards } from './kept-shards.ts';

/** A release to be indexed; its text is asked for when it is its turn. */
export interface IndexSource extends Omit<SearchRecord, 'html'> {
  readonly html: () => string;
}

interface Options<Source> {
  /** At most so many releases stand in a shard. */
  readonly shardSize?: number;
  /** Shards of earlier builds, each under a digest of all that its index is made from. */
  readonly kept?: { readonly shards: KeptShards; readonly keyOf: (items: readonly Source[]) => string };
}

/**
 * Writes a search index: `shards.json`, a folder for each shard, and one of all words.
 * The records come newest first; the same records give the same bytes. Rejects where a release could not be indexed.
 * Comes back with the list of shards, and how many releases were indexed anew.
 */
export async function writeSearchIndex<Source extends IndexSource>(
  records: readonly Source[],
  write: (name: string, content: Buffer) => void,
  { shardSize = SHARD_SIZE, kept }: Options<Source> = {},
): Promise<{ readonly list: ShardList; readonly indexed: number }> {
  const vocabulary = createVocabulary();
  const makePage = pageMaker(vocabulary);
  const countWords = wordCounter((number) => vocabulary.token(number));
  const indexed = async (items: readonly Source[]): Promise<Files> => {
    const index = createShardIndex(vocabulary, FIELDS);
    const words = countWords();
    for (const [at, source] of items.entries()) {
      const page = makePage({ ...source, html: source.html() });
      index.add(page);
      const known = spacedWords([source.title, ...source.companies, ...source.types.map(({ name }) => name)].join(' '));
      words.add(page.tokens, vocabulary.cut(known));
      // Pagefind is asked and answers meanwhile.
      if (at % TURN === 0) await setImmediate();
    }
    const files = [...(await index.finish())].filter(([name]) => !isProgram(name));
    return new Map([...files, [WORDS, gzipSync(JSON.stringify([...words.counts()]), { level: 1 })]]);
  };
  const counts = new Map<string, number>();
  const takeWords = (file: Buffer | undefined): void => {
    // `indexed` wrote it.
    const own = file ? (JSON.parse(gunzipSync(file).toString()) as readonly (readonly [string, number])[]) : [];
    for (const [word, count] of own) counts.set(word, (counts.get(word) ?? 0) + count);
  };
  const entries: ShardEntry[] = [];
  let anew = 0;
  try {
    for (const shard of shardReleases(records, shardSize)) {
      const key = kept?.keyOf(shard.items) ?? '';
      let files = kept?.shards.take(key);
      if (!files) {
        files = await indexed(shard.items);
        kept?.shards.keep(key, files);
        anew += shard.items.length;
      }
      const entry = shardEntry(shard, filesDigest(files));
      for (const [name, bytes] of files) if (name !== WORDS) write(`${entry.name}/${name}`, bytes);
      takeWords(files.get(WORDS));
      entries.push(entry);
    }
  } finally {
    await closePagefind();
  }
  const count = entries.reduce((sum, shard) => sum + shard.count, 0);
  const build = hash('sha256', JSON.stringify(entries)).slice(0, 16);
  const list: ShardList = { build, count, words: writeWords(counts, build, write), shards: entries };
  write('shards.json', Buffer.from(`${JSON.stringify(list)}\n`));
  return { list, indexed: anew };
}

/** Writes the archive's words from both their ends, and comes back with what the list says of them. */
function writeWords(
  counts: ReadonlyMap<string, number>,
  build: string,
  write: (name: string, content: Buffer) => void,
): ShardList['words'] {
  const folder = `words-${build}`;
  const part = (name: keyof WordStarts, words: Iterable<readonly [string, number]>) => {
    const { starts, chunks } = writeLexicon(new Map(words));
    for (const [at, chunk] of chunks.entries())
      write(`${folder}/${name}-${at}.pf_words`, gzipSync(`${SIGNATURE}${chunk}`, { level: 9 }));
    return starts;
  };
  return {
    folder,
    begin: part('begin', counts),
    end: part(
      'end',
      [...counts].map(([word, count]) => [turned(word), count] as const),
    ),
  };
}

/** What is kept of a shard beside its files: its words, of which those of the archive are made. */
const WORDS = 'words';

/** Releases that are indexed before other work of the thread has its turn. */
const TURN = 20;

/** 16 hexadecimal digits, another where a file of the shard is: so none of them ever changes under its name. */
function filesDigest(files: Files): string {
  const digest = createHash('sha256');
  for (const [name, bytes] of files) digest.update(`${name} ${bytes.length}\n`).update(bytes);
  return digest.digest('hex').slice(0, 16);
}

/** Pagefind's own program, which is the same for all shards. */
function isProgram(name: string): boolean {
  return programFiles.includes(name);
}
