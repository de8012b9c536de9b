import { randomInt } from 'node:crypto';

/**
 * The different tokens of many texts, numbered from 0 in the order in which they first come. A text's tokens are found
 * without making a text of each, which would take as long as all else that the index needs.
 */
export interface Tokens {
  /** The numbers of a text's tokens, in their order. The text is one of `spacedWords`: tokens are parted by single spaces. */
  cut(text: string): Uint32Array;
  /** The token of a number. */
  readonly token: (number: number) => string;
  /** How many there are. */
  size(): number;
}

/** A text's words as they stand there, punctuation and all, with one space between two: cut at white space as Unicode defines it. */
export function spacedWords(text: string): string {
  const seen = text.replaceAll('\u200B', '');
  const words = OTHER_SPACE.test(seen) ? seen.replace(SPACES, ' ') : seen;
  return words.slice(words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? -1 : undefined);
}

// JavaScript's own \s has a zero-width no-break space and lacks the next line. Most texts have single spaces alone.
const SPACES = /(?:[^\S\uFEFF]|\u0085)+/g;
const OTHER_SPACE = /[^\S \uFEFF]|\u0085| {2}/;

/** Begins without any token. */
export function createTokens(): Tokens {
  // Entries stand where their tokens' hashes say, or on the first free place behind it; half of the places are free. All
  // of an entry lies together, since fetching it from memory is most of the work.
  let table = new Int32Array(ENTRY << 15);
  // The tokens' code units, one behind the other.
  let units = new Uint16Array(1 << 17);
  let used = 0;
  // Of each token, where its entry was written from: its first unit and its length.
  let starts = new Uint32Array(1 << 14);
  let size = 0;

  /** The number of a part of a text, which is a new one where nothing like it was there before. */
  const numberOf = (text: string, from: number, to: number, hash: number): number => {
    const [entries, known] = [table, units];
    const last = entries.length / ENTRY - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const entry = place * ENTRY;
      const number = entries[entry + NUMBER] ?? 0;
      if (number === 0) return add(text, from, to, hash, entry);
      if (entries[entry] !== hash || entries[entry + LENGTH] !== to - from) continue;
      let at = from;
      for (let unit = entries[entry + START] ?? 0; at < to && known[unit] === text.charCodeAt(at); unit++) at++;
      if (at === to) return number - 1;
    }
  };
  const add = (text: string, from: number, to: number, hash: number, entry: number): number => {
    units = roomFor(units, used + to - from);
    starts = roomFor(starts, size + 2);
    for (let at = from; at < to; at++) units[used + at - from] = text.charCodeAt(at);
    table[entry] = hash;
    table[entry + START] = used;
    table[entry + LENGTH] = to - from;
    table[entry + NUMBER] = ++size;
    starts[size - 1] = used;
    used += to - from;
    starts[size] = used;
    if (size * 2 * ENTRY >= table.length) table = larger(table);
    return size - 1;
  };
  return {
    cut(text) {
      const found = new Uint32Array(countSpaces(text) + 1);
      let count = 0;
      let start = 0;
      let state = SEED;
      for (let at = 0; at <= text.length; at++) {
        const unit = at === text.length ? SPACE : text.charCodeAt(at);
        if (unit !== SPACE) {
          state = Math.imul(state ^ unit, FNV_PRIME);
          continue;
        }
        if (at > start) found[count++] = numberOf(text, start, at, spread(state));
        start = at + 1;
        state = SEED;
      }
      return found.subarray(0, count);
    },
    token: (number) => {
      if (number >= size) throw new RangeError(`No token has the number ${number}.`);
      const [from = 0, to = 0] = starts.subarray(number, number + 2);
      return Buffer.from(units.buffer, from * 2, (to - from) * 2).toString('utf16le');
    },
    size: () => size,
  };
}

// What an entry of the table holds: the token's hash, where its units begin and how many they are, and its number, from 1;
// none is a free place.
const START = 1;
const LENGTH = 2;
const NUMBER = 3;
const ENTRY = 4;

const SPACE = 0x20;
// FNV-1a. It begins anywhere, so that nobody can write a text of tokens that all fall on one place; numbers do not tell of it.
const SEED = randomInt(2 ** 31);
const FNV_PRIME = 0x01000193;

/** Mixes the upper bits of a hash into the lower ones, which choose the place. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 16);
}

function countSpaces(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === SPACE) count++;
  return count;
}

/** The table with the same entries, and twice as many places. */
function larger(table: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const next = new Int32Array(table.length * 2);
  const last = next.length / ENTRY - 1;
  for (let entry = 0; entry < table.length; entry += ENTRY) {
    if (table[entry + NUMBER] === 0) continue;
    let place = (table[entry] ?? 0) & last;
    while (next[place * ENTRY + NUMBER] !== 0) place = (place + 1) & last;
    next.set(table.subarray(entry, entry + ENTRY), place * ENTRY);
  }
  return next;
}

/** The same values, with room for `count`. */
function roomFor<Values extends Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(
  values: Values,
  count: number,
): Values {
  if (count <= values.length) return values;
  const length = 2 ** Math.ceil(Math.log2(count));
  const room = values instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
  room.set(values);
  return room as Values; // of the same kind
}
