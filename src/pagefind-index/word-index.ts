import { createCborWriter } from './cbor.ts';
import { growableUint32 } from './growable.ts';
import type { IndexPage } from './index-page.ts';
import { spacedWords } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { FIELDS, POSITION, POSITION_BITS, writeWord, type Numbered, type SortedPlaces } from './write-word.ts';

/** Where in a shard's releases each word stands, while they are collected. */
interface WordIndex {
  /** Takes the next page. */
  add(page: IndexPage): void;
  /** All words with their places, in chunks; empty where there is no word. Only after the vocabulary has learnt them. */
  chunks(): Iterable<Chunk>;
}

/** A chunk of the index: its words, and the first and the last of them. */
interface Chunk {
  readonly from: string;
  readonly to: string;
  /** As the browser's side of Pagefind 1.6.0 reads it: a list of one list of words. */
  readonly cbor: Buffer;
}

/** Bytes, before compression, at which a chunk ends. A word that takes more has a chunk for itself. */
const PIECE_BYTES = 16_000;

/** Begins an index of words; `fields` are the names of what is searched beside the text, in their order. */
export function createWordIndex(vocabulary: Vocabulary, fields: readonly string[]): WordIndex {
  // A place is a token's number, and what says where it stands: weight and place, see `POSITION`.
  const tokens = growableUint32();
  const places = growableUint32();
  const ends: number[] = [];
  return {
    add(page) {
      const weights = weightsOf(page);
      tokens.next(page.tokens.length).set(page.tokens);
      const standing = places.next(page.tokens.length);
      for (let at = 0; at < standing.length; at++) standing[at] = (weights?.[at] ?? PLAIN) * POSITION + at;
      for (const [field, name] of fields.entries()) {
        const words = vocabulary.cut(spacedWords(page.meta[name] ?? ''));
        tokens.next(words.length).set(words);
        const standing = places.next(words.length);
        for (let at = 0; at < standing.length; at++) standing[at] = (FIELDS + field) * POSITION + at;
      }
      ends.push(tokens.length());
    },
    *chunks() {
      const sorted = sortByTerm(vocabulary, tokens.values(), places.values(), ends);
      const writer = createCborWriter();
      let [count, first, last] = [0, '', ''];
      const chunk = (end: number): Chunk => {
        const head = createCborWriter();
        head.list(1);
        head.list(count);
        return {
          from: first,
          to: last,
          cbor: Buffer.concat([head.take(0, head.length()), writer.take(0, end)]),
        };
      };
      for (const [stem, forms] of sorted.words) {
        const start = writer.length();
        writeWord(writer, stem, forms, sorted);
        if (count > 0 && writer.length() > PIECE_BYTES) {
          yield chunk(start);
          writer.drop(start);
          count = 0;
        }
        if (count++ === 0) first = stem;
        last = stem;
      }
      if (count > 0) yield chunk(writer.length());
    },
  };
}

/** The weight of a word in the text. */
const PLAIN = 24;
/** What a heading's weight is of that, by its level; h1 first. */
const HEADING_FACTORS = [7, 6, 5, 4, 3, 2];

/** The weights of a text's words, where not all are plain. */
function weightsOf({ tokens, headings }: IndexPage): Uint8Array | undefined {
  if (headings.length === 0) return undefined;
  const weights = new Uint8Array(tokens.length).fill(PLAIN);
  for (const { level, start, end } of headings) weights.fill(PLAIN * (HEADING_FACTORS[level - 1] ?? 1), start, end);
  return weights;
}

/** Sorts all places by the words under which they are found; counts first, so that nothing is kept twice. */
function sortByTerm(
  vocabulary: Vocabulary,
  tokens: Uint32Array,
  places: Uint32Array,
  ends: readonly number[],
): SortedPlaces {
  const { from, terms, divisors } = vocabulary;
  // There are many times more places than tokens, so of each place as little as possible is asked.
  const counts = countEach(tokens);
  const starts = new Uint32Array(vocabulary.size() + 1);
  const onlyWord = new Int32Array(counts.length).fill(SEVERAL);
  for (let token = 0; token < counts.length; token++) {
    const first = from(token);
    const to = from(token + 1);
    for (let at = first; at < to; at++) starts[(terms[at] ?? 0) + 1]! += counts[token] ?? 0; // within, by its length
    if (to === first + 1) onlyWord[token] = terms[first] ?? SEVERAL;
  }
  for (let term = 1; term < starts.length; term++) starts[term]! += starts[term - 1]!; // within
  const next = starts.slice();
  const total = starts.at(-1) ?? 0;
  const pages = new Uint32Array(total);
  const sorted = new Uint32Array(total);
  const put = (term: number, page: number, place: number): void => {
    const slot = next[term]!++; // within
    pages[slot] = page;
    sorted[slot] = place;
  };
  let at = 0;
  for (const [page, end] of ends.entries()) {
    for (; at < end; at++) {
      const token = tokens[at] ?? 0;
      const place = places[at] ?? 0;
      const term = onlyWord[token] ?? SEVERAL;
      if (term !== SEVERAL) put(term, page, place);
      else
        for (let word = from(token), to = from(token + 1); word < to; word++)
          put(terms[word] ?? 0, page, shareWeight(place, divisors[word] ?? 1));
    }
  }
  return { words: sortWords(vocabulary, starts), starts, pages, places: sorted };
}

/** Of a token with several words, which share its weight, or with none. */
const SEVERAL = -1;

/** How often each number comes, up to the largest of them. */
function countEach(numbers: Uint32Array): Uint32Array {
  let largest = 0;
  for (let at = 0; at < numbers.length; at++) largest = Math.max(largest, numbers[at] ?? 0);
  const counts = new Uint32Array(largest + 1);
  for (let at = 0; at < numbers.length; at++) counts[numbers[at] ?? 0]! += 1; // within
  return counts;
}

/** A part of a compound has its part of the weight; in a field words have none. */
function shareWeight(place: number, divisor: number): number {
  const weight = place >>> POSITION_BITS;
  if (divisor === 1 || weight >= FIELDS) return place;
  return Math.max(1, Math.floor(weight / divisor)) * POSITION + (place & (POSITION - 1));
}

function sortWords(vocabulary: Vocabulary, starts: Uint32Array): SortedPlaces['words'] {
  const words = new Map<string, Numbered[]>();
  for (let number = 0; number < vocabulary.size(); number++) {
    if (starts[number] === starts[number + 1]) continue;
    const term = { ...vocabulary.term(number), number };
    const known = words.get(term.stem);
    if (known) known.push(term);
    else words.set(term.stem, [term]);
  }
  const stems = new Map([...words.keys()].map((stem) => [byteOrder(stem), stem]));
  // Sorted as JavaScript does by itself: a function that compares would take three times as long.
  return [...stems.keys()].sort().map((key) => {
    const stem = stems.get(key) ?? '';
    const terms = words.get(stem) ?? [];
    return [stem, terms.sort((a, b) => (byteOrder(a.form ?? '') < byteOrder(b.form ?? '') ? -1 : 1))];
  });
}

/** A text whose code units stand in the order in which those of the given one do as UTF-8. */
function byteOrder(text: string): string {
  return text.replace(/[\uD800-\uFFFF]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800);
  });
}
