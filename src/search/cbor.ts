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
  const parts: Buffer[] = [];
  write(value, parts);
  return Buffer.concat(parts);
}

/** The items of a list, each as the bytes that it stands in; nothing is decoded. */
export function sliceCborList(bytes: Buffer, start = 0): readonly Buffer[] {
  const head = readHead(bytes, start);
  if (head.major !== LIST) throw new Error('CBOR: a list was expected.');
  const items: Buffer[] = [];
  let at = head.end;
  for (let left = head.size; left > 0; left--) {
    const end = skip(bytes, at);
    items.push(bytes.subarray(at, end));
    at = end;
  }
  return items;
}

/** A list of items that are CBOR already. */
export function joinCborList(items: readonly Buffer[]): Buffer {
  return Buffer.concat([headOf(LIST, items.length), ...items]);
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
  if (major === TEXT) return { value: bytes.toString('utf8', end, end + size), end: end + size };
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

/** Where the value that begins at a place ends. A shard's index is walked through once, so nothing is made on the way. */
function skip(bytes: Buffer, start: number): number {
  let at = start;
  let left = 1;
  while (left > 0) {
    left--;
    const first = bytes[at] ?? 0;
    // Most of an index is numbers below 24, which are their own byte; so is null.
    if (first < 24 || (first >= 32 && first < 56) || first === NULL) {
      at++;
      continue;
    }
    const { major, size, end } = readHead(bytes, at);
    at = end;
    if (major === LIST) left += size;
    else if (major === TEXT) at += size;
    else if (major > LIST) throw new Error(`CBOR: a value of kind ${major} is none that Pagefind writes.`);
  }
  if (at > bytes.length) throw new Error('CBOR: the file ends within a value.');
  return at;
}

function write(value: CborValue, parts: Buffer[]): void {
  if (value === null) parts.push(Buffer.of(NULL));
  else if (typeof value === 'number') parts.push(value < 0 ? headOf(NEGATIVE, -1 - value) : headOf(UNSIGNED, value));
  else if (typeof value === 'string') {
    const text = Buffer.from(value);
    parts.push(headOf(TEXT, text.length), text);
  } else {
    parts.push(headOf(LIST, value.length));
    for (const item of value) write(item, parts);
  }
}

function headOf(major: number, size: number): Buffer {
  const first = major << 5;
  if (size < 24) return Buffer.of(first | size);
  if (size < 0x100) return Buffer.of(first | 24, size);
  const head = Buffer.alloc(size < 0x10000 ? 3 : 5);
  head[0] = first | (size < 0x10000 ? 25 : 26);
  if (size < 0x10000) head.writeUInt16BE(size, 1);
  else head.writeUInt32BE(size, 1);
  return head;
}
