import { plainWords, type Query } from './query.ts';

/**
 * How well a headline answers a query, from 0 (not at all) to 1 (it is the query): how many of the words it holds,
 * how much of it is asked for, how early it begins to answer, and whether the words stand in the order of typing.
 * Of headlines that hold all words the shorter is the likelier one to be meant.
 */
export function headlineScore(query: Query, headline: string): number {
  const held = plainWords(headline);
  const places = query.words.map((word) => held.indexOf(word));
  const found = places.filter((place) => place >= 0);
  if (found.length === 0) return 0;
  const whole = found.length / query.words.length;
  const share = Math.min(1, query.words.length / held.length) * whole;
  const start = 1 / (1 + Math.min(...found));
  const inOrder = places.filter((place, at) => at > 0 && (places[at - 1] ?? -1) >= 0 && place > (places[at - 1] ?? 0));
  const order = query.words.length > 1 ? inOrder.length / (query.words.length - 1) : whole;
  return (10 * whole + 10 * share + 2 * start + order) / 23;
}

/** Pagefind's weights for its own part of the order; chosen, like all numbers here, by bench/search.ts on one half of a corpus. */
export const ranking = { metaWeights: { title: 10, also: 0.2, facts: 0 } } as const;

/** A score, of those that are held against the best one possible, above which all words stand in the headline. */
export const IN_HEADLINE = 0.95 * ranking.metaWeights.title;

/** What the best headline adds to such a score. */
export const HEADLINE_WEIGHT = 23;
