import { choosing, type Choose } from '../fuzz/choose.ts';

/** Chances that a seed determines, with the distributions that a made-up market needs. */
export interface Chance extends Choose {
  /** A number from 0 to below 1. */
  share(): number;
  /** True as often as `probability` says, from 0 to 1. */
  happens(probability: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** A number of a log-normal distribution: half of them are below `median`; `spread` is the deviation of the logarithm. */
  around(median: number, spread: number): number;
  /** One of a list whose members say how often they come. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T;
}

/** The same seed gives the same chances. */
export function chances(seed: number): Chance {
  const choose = choosing(seed);
  // The first numbers of neighbouring seeds are alike.
  for (let skipped = 0; skipped < 20; skipped += 1) choose.number(2);
  const share = (): number => choose.number(RESOLUTION) / RESOLUTION;
  return {
    ...choose,
    share,
    happens: (probability) => share() < probability,
    between: (least, most) => least + choose.number(most - least + 1),
    around(median, spread) {
      // The sum of twelve such numbers is near enough to a normal distribution.
      const sum = Array.from({ length: 12 }, share).reduce((total, part) => total + part, -6);
      return median * 2 ** ((sum * spread) / Math.LN2);
    },
    weighted(list) {
      let left = share() * list.reduce((total, { weight }) => total + weight, 0);
      const found = list.find(({ weight }) => (left -= weight) < 0) ?? list.at(-1);
      if (found === undefined) throw new Error('There is nothing to choose from.');
      return found;
    },
  };
}

const RESOLUTION = 2 ** 30;
