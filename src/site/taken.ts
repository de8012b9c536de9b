/** How many pieces of work are taken already: memory that threads share. */
export type Taken = SharedArrayBuffer;

/** Nothing is taken yet. */
export function nothingTaken(): Taken {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}
