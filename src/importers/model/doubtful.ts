/** Distinct words from which one can tell whether they are words at all. */
const ENOUGH = 8;

/**
 * The words of a text that are hardly any, in their order: letters one by one, and all of them where so many have no
 * vowel that the file must name its letters wrongly. Words are those of `wordsOf`.
 */
export function doubtfulWords(words: readonly string[]): string[] {
  const distinct = new Set(words.filter((word) => /^[a-z]{3,}$/.test(word)));
  const dumb = [...distinct].filter((word) => !/[aeiouy]/.test(word));
  if (distinct.size >= ENOUGH && dumb.length > 0.35 * distinct.size) return words.filter((word) => /\p{L}/u.test(word));
  return words.filter((_, at) => isLetterApart(words, at));
}

/** Letters in a row that stand alone, from which on they are no words. */
const APART = 6;

/** True for one of at least `APART` letters in a row that stand alone. */
function isLetterApart(words: readonly string[], at: number): boolean {
  const isLetter = (place: number) => /^\p{L}$/u.test(words[place] ?? '');
  if (!isLetter(at)) return false;
  // No further than is needed: a row of letters may be as long as the text.
  let first = at;
  while (at - first < APART && isLetter(first - 1)) first -= 1;
  let last = at;
  while (last - first + 1 < APART && isLetter(last + 1)) last += 1;
  return last - first + 1 >= APART;
}
