import { neededTerms, type ShardAnswer } from './rank.ts';
import type { Query, Term } from './terms.ts';

/** The needed words of a query that no release of some answers holds. */
export function unknownTerms(query: Query, answers: readonly ShardAnswer[]): readonly Term[] {
  return neededTerms(query)
    .filter((at) => answers.length > 0 && answers.every(({ matches }) => (matches[at]?.size ?? 0) === 0))
    .flatMap((at) => query.terms[at] ?? []);
}
