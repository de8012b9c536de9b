import type { Words } from './archive-words.ts';
import { matchTerm } from './matches.ts';
import { nearestWords } from './nearest-words.ts';
import type { ShardAnswer } from './rank.ts';
import { way, type Phrase, type Query, type Term, type Way } from './terms.ts';
import { unknownTerms } from './unknown-terms.ts';

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

/** The words that were probably meant by those that nothing holds. Rejects where the archive's words cannot be loaded. */
export async function findCorrections(
  words: Words,
  query: Query,
  answers: readonly ShardAnswer[],
): Promise<readonly Meant[]> {
  const holds = async (one: Way): Promise<boolean> => {
    const found = await Promise.all(answers.map(({ shard }) => matchTerm(shard, { ways: [one] })));
    return found.some(({ size }) => size > 0);
  };
  const lacking = unknownTerms(query, answers).filter(({ kind }) => kind === 'word');
  const found = await Promise.all(
    lacking.map(async (term): Promise<Meant | undefined> => {
      const [word = ''] = term.ways[0]?.words ?? [];
      // Of what holds a figure nobody can tell how it goes on.
      const longer = /^\p{L}{4,}$/u.test(word) ? (await words.beginning(word)).slice(0, 5) : [];
      const ways = longer.length > 0 ? longer.map((other) => way(other, 0.9)) : await nearestWords(words, word, holds);
      if (ways.length === 0) return undefined;
      // Of words that begin with what was typed the most frequent tells what was searched.
      const used = ways.slice(0, longer.length > 0 ? 1 : undefined).map((one) => one.words.join(' '));
      return {
        at: query.terms.indexOf(term),
        term: { typed: term.typed, kind: 'word', ways },
        typed: term.typed,
        used,
      };
    }),
  );
  return found.filter((one) => one !== undefined);
}

/** A query with what was meant in place of what was typed, in its phrases too, and what was corrected by it. */
export function withMeant(
  query: Query,
  meant: readonly Meant[],
): { readonly query: Query; readonly corrected: readonly Correction[] } {
  const formsOf = (forms: Phrase['forms'], { at, term }: Meant): Phrase['forms'] => {
    const [typed] = query.terms[at]?.ways[0]?.words ?? [];
    return forms.flatMap((form) =>
      form.some((word) => word === typed)
        ? term.ways.map(({ words }) => form.flatMap((word) => (word === typed ? words : [word])))
        : [form],
    );
  };
  return {
    query: {
      ...query,
      terms: query.terms.map((term, at) => meant.find((one) => one.at === at)?.term ?? term),
      phrases: query.phrases.map((phrase) => ({ ...phrase, forms: meant.reduce(formsOf, phrase.forms) })),
    },
    corrected: meant.map(({ typed, used }) => ({ typed, used })),
  };
}

/** True where a release that nothing keeps out answers to what was meant. */
export function isAnswered({ at }: Meant, answers: readonly ShardAnswer[]): boolean {
  return answers.some(({ matches, allows }) => [...(matches[at]?.keys() ?? [])].some(allows));
}
