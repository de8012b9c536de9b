import { decodeCbor, listOf, numberOf, textOf, type CborValue } from './cbor.ts';
import { headlineLength } from './page-name.ts';

// Reads the files of a shard, ours and those of Pagefind's own indexer alike; also in the browser. FORMAT.md says what they hold.

/** What a shard says of itself. */
export interface ShardMeta {
  /** Of each page, by its place: the words of its text and of its headline. */
  readonly lengths: readonly number[];
  readonly headlines: readonly number[];
  readonly names: readonly string[];
  /** In the order of their words' bytes. */
  readonly chunks: readonly { readonly from: string; readonly to: string; readonly name: string }[];
  readonly fields: readonly string[];
}

/** Where a word stands in one page. */
export interface Posting {
  readonly page: number;
  /** How much its places in the text weigh; a plain one weighs 1. */
  readonly weight: number;
  /** Its places in the text, ascending, and in each field, by the field's number. */
  readonly text: readonly number[];
  readonly fields: readonly (readonly number[] | undefined)[];
}

/** Takes Pagefind's signature off a file. Throws where it is none of the index. */
export function withoutSignature(bytes: Uint8Array): Uint8Array {
  for (let at = 0; at < SIGNATURE.length; at++)
    if (bytes[at] !== SIGNATURE.charCodeAt(at)) throw new Error('This is no file of the index.');
  return bytes.subarray(SIGNATURE.length);
}

/** What every file of the index begins with. */
export const SIGNATURE = 'pagefind_dcd';

/** Reads the file that lists a shard's pages, chunks and fields. */
export function readMeta(bytes: Uint8Array): ShardMeta {
  const [, pages, chunks, , , fields] = listOf(decodeCbor(withoutSignature(bytes)));
  const listed = listOf(pages).map(listOf);
  const names = listed.map(([name]) => textOf(name));
  return {
    names,
    lengths: listed.map(([, words]) => numberOf(words)),
    headlines: names.map(headlineLength),
    chunks: listOf(chunks).map((chunk) => {
      const [from, to, name] = listOf(chunk);
      return { from: textOf(from), to: textOf(to), name: textOf(name) };
    }),
    fields: listOf(fields).map(textOf),
  };
}

/** The name of the chunk that holds a stem, if any does; by a binary search, since there may be thousands. */
export function chunkOf({ chunks }: ShardMeta, stem: string): string | undefined {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareBytes(chunks[middle]?.to ?? '', stem) < 0) low = middle + 1;
    else high = middle;
  }
  const found = chunks[low];
  return found && compareBytes(found.from, stem) <= 0 ? found.name : undefined;
}

/** The order of two texts as UTF-8, in which Pagefind sorts: that of their code points. */
function compareBytes(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The words of a chunk, each as its stem with what gives its places. */
export function readIndexChunk(bytes: Uint8Array): ReadonlyMap<string, () => readonly Posting[]> {
  const [words] = listOf(decodeCbor(withoutSignature(bytes)));
  return new Map(
    listOf(words).map((word) => {
      const [stem, plain, forms] = listOf(word);
      let postings: readonly Posting[] | undefined;
      const lists = [plain, ...listOf(forms).map((form) => listOf(form)[1])];
      return [textOf(stem), () => (postings ??= merged(lists.filter((list) => listOf(list).length > 0)))] as const;
    }),
  );
}

/** The places of a word's forms, as those of one word: `café` is `cafe`. */
function merged(lists: readonly (CborValue | undefined)[]): readonly Posting[] {
  const read = lists.map(readPages);
  if (read.length < 2) return read[0] ?? [];
  return [...Map.groupBy(read.flat(), ({ page }) => page).values()]
    .map((same) => ({
      page: same[0]?.page ?? 0,
      weight: same.reduce((sum, { weight }) => sum + weight, 0),
      text: same.flatMap(({ text }) => text).toSorted((a, b) => a - b),
      fields: Array.from({ length: Math.max(...same.map(({ fields }) => fields.length)) }, (_, field) => {
        const places = same.flatMap(({ fields }) => fields[field] ?? []).toSorted((a, b) => a - b);
        return places.length > 0 ? places : undefined;
      }),
    }))
    .toSorted((a, b) => a.page - b.page);
}

function readPages(pages: CborValue | undefined): readonly Posting[] {
  let page = 0;
  return listOf(pages).map((entry) => {
    const [step, text, fields] = listOf(entry);
    page += numberOf(step);
    return { page, ...readText(listOf(text)), fields: readFields(listOf(fields)) };
  });
}

/** A negative number gives the weight of the places behind it, of which a word in the plain text has 24. */
function readText(steps: readonly CborValue[]): Pick<Posting, 'weight' | 'text'> {
  const text: number[] = [];
  let weight = 0;
  eachPlace(steps, WHOLE, (own, place) => {
    text.push(place);
    weight += own / WHOLE;
  });
  return { weight, text: text.toSorted((a, b) => a - b) };
}

const WHOLE = 24;

/** A negative number gives the field of the places behind it. */
function readFields(steps: readonly CborValue[]): Posting['fields'] {
  const fields: number[][] = [];
  eachPlace(steps, 0, (field, place) => void (fields[field] ??= []).push(place));
  return fields;
}

/** Each place is its distance from the one before; a negative number tells the kind of those behind it and begins anew. */
function eachPlace(steps: readonly CborValue[], first: number, found: (kind: number, place: number) => void): void {
  let [kind, place] = [first, 0];
  for (const step of steps) {
    const number = numberOf(step);
    if (number < 0) [kind, place] = [-number - 1, 0];
    else found(kind, (place += number));
  }
}

/** The values of a filter, each with the places of the pages that have it. */
export function readFilter(bytes: Uint8Array): ReadonlyMap<string, ReadonlySet<number>> {
  const [, values] = listOf(decodeCbor(withoutSignature(bytes)));
  return new Map(
    listOf(values).map((entry) => {
      const [value, pages] = listOf(entry);
      return [textOf(value), new Set(listOf(pages).map(numberOf))];
    }),
  );
}
