/** What a Pagefind index is made of: texts, whole numbers, lists and nothing. */
export type CborValue = string | number | null | readonly CborValue[];

/**
 * Reads CBOR (RFC 8949) as Pagefind writes it: definite lengths, texts, whole numbers, lists and null.
 * Throws at anything else, since the file then is not what we know.
 */
export function decodeCbor(bytes: Buffer): CborValue {
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

/** Writes CBOR piece by piece into memory of its own. */
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

function readHead(bytes: Buffer, at: number): Head {
  const first = bytes.readUInt8(at);
  const major = first >> 5;
  const info = first & 31;
  if (info < 24) return { major, size: info, end: at + 1 };
  if (info === 24) return { major, size: bytes.readUInt8(at + 1), end: at + 2 };
  if (info === 25) return { major, size: bytes.readUInt16BE(at + 1), end: at + 3 };
  if (info === 26) return { major, size: bytes.readUInt32BE(at + 1), end: at + 5 };
  throw new Error(`CBOR: byte ${first} at ${at} is none that Pagefind writes.`);
}

function read(bytes: Buffer, at: number): { readonly value: CborValue; readonly end: number } {
  if (bytes[at] === NULL) return { value: null, end: at + 1 };
  const { major, size, end } = readHead(bytes, at);
  if (major === UNSIGNED) return { value: size, end };
  if (major === NEGATIVE) return { value: -1 - size, end };
  if (major === TEXT) {
    if (end + size > bytes.length) throw new Error('CBOR: the file ends within a value.');
    return { value: bytes.toString('utf8', end, end + size), end: end + size };
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
