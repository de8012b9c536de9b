import type { Chance } from './chance.ts';
import { commonWords } from './common-words.ts';
import { makeWords } from './made-up-words.ts';

/** How many different words there are; numbers come beside them. */
const VOCABULARY = 60_000;

/**
 * The share of all words that the word of a rank has, as counted in 10,000 real English press releases
 * (6.0 million words, 106,000 different ones, numbers among them); between the ranks a line in logarithms.
 */
const SHARES = [
  [1, 0.0422],
  [10, 0.00697],
  [100, 0.000996],
  [1000, 0.000153],
  [3000, 0.000041],
  [10_000, 0.00000612],
  [30_000, 0.000000993],
  [VOCABULARY, 0.0000004],
] as const;

/** The words of the market, the most frequent first: common ones of English and of the trade, then made-up ones. */
export const vocabulary: readonly string[] = makeWords(commonWords, VOCABULARY);
const cumulative = makeCumulative();

/** The rank of a word, from 0, drawn as often as it comes in real releases. */
export function drawRank(chance: Chance): number {
  const wanted = chance.share() * (cumulative.at(-1) ?? 1);
  let [low, high] = [0, VOCABULARY - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A name that no dictionary has, for projects and people: `Brennick`. */
export function drawName(chance: Chance): string {
  return capitalised(vocabulary[chance.between(commonWords.length, 6000)] ?? 'Sample');
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function makeCumulative(): Float64Array {
  const sums = new Float64Array(VOCABULARY);
  let sum = 0;
  for (let rank = 1; rank <= VOCABULARY; rank += 1) sums[rank - 1] = sum += shareOf(rank);
  return sums;
}

function shareOf(rank: number): number {
  const next = SHARES.findIndex(([known]) => known >= rank);
  const [b, after] = SHARES[next] ?? SHARES[0];
  const [a, before] = SHARES[next - 1] ?? [b, after];
  if (a === b) return after;
  return before * (after / before) ** (Math.log(rank / a) / Math.log(b / a));
}
