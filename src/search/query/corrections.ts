import { neededTerms, type ShardAnswer } from './rank.ts';
import type { Phrase, Query, Term } from './terms.ts';

/** What was searched in place of a word that no release holds. */
export interface Correction {
  readonly typed: string;
  /** Any of these. */
  readonly used: readonly string[];
}

/** A correction with its place in the query. */
export interface Meant extends Correction {
  readonly at: number;
  readonly term: Term;
}

/** A query with what was meant in place of what was typed, in its phrases too. */
export function withMeant(query: Query, meant: readonly Meant[]): Query {
  const formsOf = (forms: Phrase['forms'], { at, term }: Meant): Phrase['forms'] => {
    const [typed] = query.terms[at]?.ways[0]?.words ?? [];
    return forms.flatMap((form) =>
      form.some((word) => word === typed)
        ? term.ways.map(({ words }) => form.flatMap((word) => (word === typed ? words : [word])))
        : [form],
    );
  };
  return {
    ...query,
    terms: query.terms.map((term, at) => meant.find((one) => one.at === at)?.term ?? term),
    phrases: query.phrases.map((phrase) => ({ ...phrase, forms: meant.reduce(formsOf, phrase.forms) })),
  };
}

/** True where a release that nothing keeps out answers to what was meant. */
export function isAnswered({ at }: Meant, answers: readonly ShardAnswer[]): boolean {
  return answers.some(({ matches, allows }) => [...(matches[at]?.keys() ?? [])].some(allows));
}

/** The needed words of a query that no release of some answers holds. */
export function unknownTerms(query: Query, answers: readonly ShardAnswer[]): readonly Term[] {
  return neededTerms(query)
    .filter((at) => answers.length > 0 && answers.every(({ matches }) => (matches[at]?.size ?? 0) === 0))
    .flatMap((at) => query.terms[at] ?? []);
}
