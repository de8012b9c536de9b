/** Work that either of two threads may do, as it is handed to both. */
export type Claim = SharedArrayBuffer;

/** Work that nobody has begun yet. */
export function unclaimed(): Claim {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

/** True for the thread that asks first, which is to do the work; false ever after. */
export function claim(work: Claim): boolean {
  return Atomics.exchange(new Int32Array(work), 0, 1) === 0;
}
