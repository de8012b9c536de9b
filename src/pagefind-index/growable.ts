/** Whole numbers below 2^32, in memory that grows. */
export function growableUint32() {
  let values = new Uint32Array(1 << 16);
  let length = 0;
  return {
    /** Room for some more, to be filled before more is asked for. */
    next: (count: number): Uint32Array => {
      if (length + count > values.length) {
        const larger = new Uint32Array(2 ** Math.ceil(Math.log2(length + count)));
        larger.set(values);
        values = larger;
      }
      length += count;
      return values.subarray(length - count, length);
    },
    length: () => length,
    values: () => values.subarray(0, length),
  };
}
