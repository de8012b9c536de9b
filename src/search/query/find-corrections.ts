import { unknownTerms, type Meant } from './corrections.ts';
import { matchTerm } from './matches.ts';
import { nearestWords } from './nearest-words.ts';
import type { ShardAnswer } from './rank.ts';
import type { Words } from './archive-words.ts';
import { way, type Query, type Way } from './terms.ts';

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
