import type { Query } from './query.ts';
import { foldWord, splitToken, tokenize } from './words.ts';

/**
 * How well a headline answers a query, from 0 (not at all) to 1 (it is the query): words held in the order of typing,
 * how much of the headline is asked for, and how early it begins. People recall headlines in pieces, from the front.
 */
export function headlineScore(query: Query, headline: string): number {
  const asked = query.words;
  const held = tokenize(headline)
    .flatMap((token) => splitToken(token).map(foldWord))
    .filter(Boolean);
  const places = asked.map((word) => held.indexOf(word));
  const found = places.filter((place) => place >= 0);
  if (found.length === 0) return 0;
  const whole = found.length / asked.length;
  const inOrder = places.filter((place, at) => at > 0 && (places[at - 1] ?? -1) >= 0 && place > (places[at - 1] ?? 0));
  const order = asked.length > 1 ? inOrder.length / (asked.length - 1) : whole;
  const share = Math.min(1, asked.length / held.length) * whole;
  const start = places[0] === undefined || places[0] < 0 ? 0 : 1 / (1 + Math.min(...found));
  return (15 * order + 8 * share + 4 * start) / 27;
}

/** Pagefind's weights for its own part of the order; measured, like all numbers here, by bench/search.ts on one half of a corpus. */
export const ranking = { metaWeights: { title: 5, also: 0.2, facts: 0 } } as const;

/** What the best headline adds to a score of Pagefind's, which is between 5 and 8 for a good match. */
export const HEADLINE_WEIGHT = 27;
