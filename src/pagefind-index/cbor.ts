/** What a Pagefind index is made of: texts, whole numbers, lists and nothing. */
export type CborValue = string | number | null | readonly CborValue[];

/**
 * Reads CBOR (RFC 8949) as Pagefind writes it: definite lengths, texts, whole numbers, lists and null.
 * Throws at anything else, since the file then is not what we know.
 */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const { value, end } = read(bytes, 0);
  if (end !== bytes.length) throw new Error(`CBOR: ${bytes.length - end} bytes follow the value.`);
  return value;
}

/** Writes a value as `decodeCbor` reads it, each number in its shortest form. */
export function encodeCbor(value: CborValue): Buffer {
  const writer = createCborWriter();
  write(value, writer);
  return writer.take(0, writer.length());
}

/** Writes CBOR item by item into memory of its own. */
export interface CborWriter {
  readonly number: (value: number) => void;
  readonly text: (value: string) => void;
  /** Begins a list; its items are written next. */
  readonly list: (length: number) => void;
  readonly nothing: () => void;
  /** Bytes so far. */
  readonly length: () => number;
  /** A copy of the bytes from one place up to another. */
  readonly take: (from: number, to: number) => Buffer;
  /** Forgets the bytes before a place, which becomes place 0. */
  readonly drop: (to: number) => void;
}

/** Begins to write. */
export function createCborWriter(): CborWriter {
  let bytes = Buffer.alloc(4096);
  let at = 0;
  const reserve = (count: number): void => {
    if (at + count <= bytes.length) return;
    const larger = Buffer.alloc(Math.max(bytes.length * 2, at + count));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };
  const head = (major: number, size: number): void => {
    reserve(5);
    const first = major << 5;
    if (size < 24) bytes[at++] = first | size;
    else if (size < 0x100) {
      bytes[at++] = first | 24;
      bytes[at++] = size;
    } else if (size < 0x10000) {
      bytes[at++] = first | 25;
      at = bytes.writeUInt16BE(size, at);
    } else {
      bytes[at++] = first | 26;
      at = bytes.writeUInt32BE(size, at);
    }
  };
  return {
    number: (value) => {
      if (value < 0) head(NEGATIVE, -1 - value);
      else head(UNSIGNED, value);
    },
    text: (value) => {
      const length = Buffer.byteLength(value);
      head(TEXT, length);
      reserve(length);
      at += bytes.write(value, at);
    },
    list: (length) => head(LIST, length),
    nothing: () => {
      reserve(1);
      bytes[at++] = NULL;
    },
    length: () => at,
    take: (from, to) => Buffer.from(bytes.subarray(from, to)),
    drop: (to) => {
      bytes.copyWithin(0, to, at);
      at -= to;
    },
  };
}

const UNSIGNED = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;
const NULL = 0xf6;

interface Head {
  readonly major: number;
  /** The number itself, the bytes of a text or the items of a list. */
  readonly size: number;
  readonly end: number;
}

function readHead(bytes: Uint8Array, at: number): Head {
  const first = bytes[at];
  if (first === undefined) throw new RangeError('CBOR: the file ends within a value.');
  const major = first >> 5;
  const info = first & 31;
  if (info < 24) return { major, size: info, end: at + 1 };
  if (info > 26) throw new Error(`CBOR: byte ${first} at ${at} is none that Pagefind writes.`);
  const end = at + 1 + 2 ** (info - 24);
  if (end > bytes.length) throw new RangeError('CBOR: the file ends within a value.');
  let size = 0;
  for (let place = at + 1; place < end; place++) size = size * 256 + (bytes[place] ?? 0);
  return { major, size, end };
}

const utf8 = new TextDecoder();

function read(bytes: Uint8Array, at: number): { readonly value: CborValue; readonly end: number } {
  if (bytes[at] === NULL) return { value: null, end: at + 1 };
  const { major, size, end } = readHead(bytes, at);
  if (major === UNSIGNED) return { value: size, end };
  if (major === NEGATIVE) return { value: -1 - size, end };
  if (major === TEXT) {
    if (end + size > bytes.length) throw new Error('CBOR: the file ends within a value.');
    return { value: utf8.decode(bytes.subarray(end, end + size)), end: end + size };
  }
  if (major !== LIST) throw new Error(`CBOR: a value of kind ${major} at ${at} is none that Pagefind writes.`);
  const items: CborValue[] = [];
  let next = end;
  for (let left = size; left > 0; left--) {
    const item = read(bytes, next);
    items.push(item.value);
    next = item.end;
  }
  return { value: items, end: next };
}

function write(value: CborValue, writer: CborWriter): void {
  if (value === null) writer.nothing();
  else if (typeof value === 'number') writer.number(value);
  else if (typeof value === 'string') writer.text(value);
  else {
    writer.list(value.length);
    for (const item of value) write(item, writer);
  }
}

/** A decoded value that is a list; throws where it is none, as the next two do of theirs. */
export function listOf(value: CborValue | undefined): readonly CborValue[] {
  if (Array.isArray(value)) return value as readonly CborValue[]; // a list of values, by its type
  throw new Error('The index holds something other than a list where one is expected.');
}

export function textOf(value: CborValue | undefined): string {
  if (typeof value === 'string') return value;
  throw new Error('The index holds something other than a text where one is expected.');
}

export function numberOf(value: CborValue | undefined): number {
  if (typeof value === 'number') return value;
  throw new Error('The index holds something other than a number where one is expected.');
}
