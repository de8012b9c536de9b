import type { Term } from './ask-pagefind.ts';
import type { CborWriter } from './cbor.ts';

/** A place is its weight, or the number of its field behind `FIELDS`, times this, and its position. */
export const POSITION_BITS = 24;
export const POSITION = 2 ** POSITION_BITS;
export const FIELDS = 250;

/** All places of a shard by the words under which they are found. */
export interface SortedPlaces {
  /** Stems in the order of their bytes, each with its terms: itself where it stands without accents, and its forms. */
  readonly words: readonly (readonly [stem: string, terms: readonly Numbered[]])[];
  /** Of a term the places from `starts[number]` up to the next: in the order of pages, within a page as they came. */
  readonly starts: Uint32Array;
  readonly pages: Uint32Array;
  readonly places: Uint32Array;
}

/** A word with its number in the vocabulary. */
export type Numbered = Term & { readonly number: number };

/** Writes a word: its stem, the pages on which it stands without accents, and its forms with theirs. Sorts its places. */
export function writeWord(writer: CborWriter, stem: string, terms: readonly Numbered[], sorted: SortedPlaces): void {
  const [first] = terms;
  const plain = first?.form === undefined ? first : undefined;
  const forms = plain ? terms.slice(1) : terms;
  writer.list(3);
  writer.text(stem);
  if (plain) writePages(writer, plain.number, sorted);
  else writer.list(0);
  writer.list(forms.length);
  for (const { form = '', number } of forms) {
    writer.list(2);
    writer.text(form);
    writePages(writer, number, sorted);
  }
}

function writePages(writer: CborWriter, term: number, { starts, pages, places }: SortedPlaces): void {
  const from = starts[term] ?? 0;
  const to = starts[term + 1] ?? from;
  let count = 0;
  for (let at = from; at < to; at++) if (at === from || pages[at] !== pages[at - 1]) count++;
  writer.list(count);
  let before = 0;
  for (let start = from; start < to;) {
    const page = pages[start] ?? 0;
    let end = start + 1;
    while (end < to && pages[end] === page) end++;
    writer.list(3);
    writer.number(page - before);
    before = page;
    // By weight, then place; fields come last.
    sortRange(places, start, end);
    let fields = start;
    while (fields < end && (places[fields] ?? 0) < FIELDS * POSITION) fields++;
    writePlaces(writer, places, start, fields, -1);
    writePlaces(writer, places, fields, end, FIELDS - 1);
    start = end;
  }
}

/** Sorts the values from `start` up to `end`. Most are in order, and few. */
function sortRange(values: Uint32Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at++) {
    if ((values[at - 1] ?? 0) <= (values[at] ?? 0)) continue;
    values.subarray(start, end).sort();
    return;
  }
}

/**
 * The places from `start` up to `end`, each as its distance from the one before it. A negative number, `sign` less the weight
 * or the field's number, says of what kind those behind it are; the first of them is the place itself.
 */
function writePlaces(writer: CborWriter, places: Uint32Array, start: number, end: number, sign: number): void {
  let changes = 0;
  let kind = -1;
  for (let at = start; at < end; at++) {
    const own = (places[at] ?? 0) >>> POSITION_BITS;
    if (own !== kind) changes++;
    kind = own;
  }
  writer.list(end - start + changes);
  kind = -1;
  let before = 0;
  for (let at = start; at < end; at++) {
    const place = places[at] ?? 0;
    const own = place >>> POSITION_BITS;
    const position = place & (POSITION - 1);
    if (own !== kind) {
      writer.number(sign - own);
      before = 0;
    }
    writer.number(position - before);
    kind = own;
    before = position;
  }
}
