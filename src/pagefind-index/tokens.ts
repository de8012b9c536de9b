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
  // Entries of the tokens that came last, each where its hash says: words that are in every text are found in little memory.
  const recent = new Int32Array(ENTRY << RECENT_BITS);
  // The tokens' code units, one behind the other.
  let units = new Uint16Array(1 << 17);
  let used = 0;
  // Of each token, where its entry was written from: its first unit and its length.
  let starts = new Uint32Array(1 << 14);
  let size = 0;
  // The code units of the text that is cut: they are read many times, and faster here than from the text.
  let text = new Uint16Array(1 << 16);
  let found = new Uint32Array(1 << 15);

  /** True where an entry is that of a part of the text. */
  const holds = (entries: Int32Array, entry: number, from: number, to: number, hash: number): boolean => {
    if (entries[entry] !== hash || entries[entry + LENGTH] !== to - from || entries[entry + NUMBER] === 0) return false;
    // Names of its own for what may be replaced, which need not be looked up at each unit.
    const known = units;
    const given = text;
    let at = from;
    for (let unit = entries[entry + START] ?? 0; at < to && known[unit] === given[at]; unit++) at++;
    return at === to;
  };
  /** The number of a part of the text, which is a new one where nothing like it was there before. */
  const numberOf = (from: number, to: number, hash: number): number => {
    const own = (hash & ((1 << RECENT_BITS) - 1)) * ENTRY;
    if (holds(recent, own, from, to, hash)) return (recent[own + NUMBER] ?? 0) - 1;
    const last = table.length / ENTRY - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const entry = place * ENTRY;
      if (table[entry + NUMBER] === 0) return add(from, to, hash, entry);
      if (!holds(table, entry, from, to, hash)) continue;
      for (let part = 0; part < ENTRY; part++) recent[own + part] = table[entry + part] ?? 0;
      return (table[entry + NUMBER] ?? 0) - 1;
    }
  };
  const add = (from: number, to: number, hash: number, entry: number): number => {
    units = roomFor(units, used + to - from);
    starts = roomFor(starts, size + 2);
    for (let at = from; at < to; at++) units[used + at - from] = text[at] ?? 0;
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
    cut(given) {
      text = roomFor(text, given.length);
      const { length } = given;
      const units = text;
      Buffer.from(units.buffer).write(given, 'utf16le');
      // Between two tokens is a space, and at most one token more than spaces.
      found = roomFor(found, Math.ceil(length / 2) + 1);
      const numbers = found;
      let count = 0;
      let start = 0;
      let state = SEED;
      for (let at = 0; at <= length; at++) {
        const unit = at === length ? SPACE : (units[at] ?? 0);
        if (unit !== SPACE) {
          state = Math.imul(state ^ unit, FNV_PRIME);
          continue;
        }
        if (at > start) numbers[count++] = numberOf(start, at, spread(state));
        start = at + 1;
        state = SEED;
      }
      return numbers.slice(0, count);
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
/** Makes room for sixteen thousand tokens: with more, what was fetched would fall out of the processor's own memory again. */
const RECENT_BITS = 14;

const SPACE = 0x20;
// FNV-1a. It begins anywhere, so that nobody can write a text of tokens that all fall on one place; numbers do not tell of it.
const SEED = randomInt(2 ** 31);
const FNV_PRIME = 0x01000193;

/** Mixes the upper bits of a hash into the lower ones, which choose the place. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 16);
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
