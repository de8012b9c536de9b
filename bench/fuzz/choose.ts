/** Chances that are the same for the same seed. */
export interface Choose {
  /** A whole number from 0 to below `limit`. */
  number(limit: number): number;
  from<T>(list: readonly [T, ...T[]] | readonly T[]): T;
}

/** Numbers by the xorshift generator of Marsaglia with 32 bits (https://www.jstatsoft.org/article/view/v008i14). */
export function choosing(seed: number): Choose {
  let state = (seed * 2654435761) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const number = (limit: number): number => next() % limit;
  return {
    number,
    from: (list) => {
      const one = list[number(list.length)];
      if (one === undefined) throw new Error('There is nothing to choose from.');
      return one;
    },
  };
}
