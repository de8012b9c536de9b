import { findAmounts } from '../record/amounts.ts';
import { foldWord, splitToken, tokenize } from '../record/words.ts';
import type { Phrase } from './terms.ts';

/**
 * The runs of words in a phrase that the index can hold together. A dash or sign between spaces takes up a place there,
 * and an amount may stand in the text in another form, so both part a phrase.
 */
export function phrasesOf(phrase: string): readonly Phrase[] {
  const runs: string[][] = [[]];
  let end = 0;
  const take = (text: string) => {
    for (const token of tokenize(text)) {
      if (foldWord(token) === '') runs.push([]);
      else runs.at(-1)?.push(token);
    }
  };
  for (const amount of findAmounts(phrase)) {
    take(phrase.slice(end, amount.start));
    runs.push([]);
    end = amount.end;
  }
  take(phrase.slice(end));
  return runs
    .filter((run) => run.flatMap(splitToken).length > 1)
    .map((run) => ({ typed: phrase, forms: phraseForms(run) }));
}

/** A token that is split has one place in the index, as a whole or in its parts: `non-core` is found by `noncore` and `core`. */
function phraseForms(run: readonly string[]): readonly (readonly string[])[] {
  const forms = [run, run.flatMap(splitToken)];
  // Of a short phrase any two words may be one in the text.
  if (run.length <= 5)
    for (const place of run.keys())
      if (place > 0) forms.push(run.with(place, `${run[place - 1]}${run[place]}`).toSpliced(place - 1, 1));
  const known = new Map(forms.map((tokens) => [tokens.map(foldWord).join(' '), tokens.map(foldWord)]));
  return [...known.values()];
}
