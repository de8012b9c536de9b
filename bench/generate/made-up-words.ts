import { chances } from './chance.ts';

/**
 * The given words and after them made-up ones, `count` in all, none twice.
 * They are the same for every seed: a market has one language.
 */
export function makeWords(known: readonly string[], count: number): readonly string[] {
  const chance = chances(1);
  const words = new Set(known);
  const stems: string[] = [];
  while (words.size < count) {
    // Other forms of a word are what the indexer's stemming folds.
    if (stems.length > 0 && chance.happens(0.4)) {
      words.add(chance.from(stems) + chance.from(ENDINGS));
      continue;
    }
    const syllables = chance.from([1, 2, 2, 2, 2, 3]);
    const stem = Array.from(
      { length: syllables },
      () => chance.from(ONSETS) + chance.from(VOWELS) + chance.from(CODAS),
    ).join('');
    if (stem.length < 4 || words.has(stem)) continue;
    words.add(stem);
    stems.push(stem);
  }
  return [...words];
}

const ONSETS = 'b b c d f g h j k l m n p r s t v w br cr dr pr tr bl pl st sp sh th ch'.split(' ');
const VOWELS = 'a e i o u a e i o ai ea ee oa ou'.split(' ');
const CODAS = ['', '', '', '', '', '', 'n', 'r', 'l', 's', 't', 'd', 'm', 'ck', 'nd', 'st', 'll'];
const ENDINGS = ['s', 'ing', 'ed', 'ion', 'al', 'er', 'ly', 'ment', 'able'];
