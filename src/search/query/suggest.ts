import { foldWord } from '../record/words.ts';
import { withSynonyms } from './market-terms.ts';
import type { Names } from './names.ts';

/** What somebody who types may mean. */
export interface Suggestion {
  /** What the search box then holds. */
  readonly q: string;
  /** What it is, where that is more than the word: a company's name, what a form is called. */
  readonly about: string;
}

/** What may be meant by what is typed so far: companies, forms, and words that begin with the last one; a few of each. */
export async function suggest(
  typed: string,
  names: Names,
  complete: (beginning: string) => Promise<readonly string[]>,
): Promise<readonly Suggestion[]> {
  const whole = typed.trim().toLowerCase();
  const [, before = '', last = ''] = /^(.*?)([\p{L}\p{N}.'’-]*)$/su.exec(typed) ?? [];
  if (whole.length < 2) return [];
  const companies = names.companies
    .filter(
      ({ code, name, formerNames, formerCodes }) =>
        [code, ...formerCodes].some((one) => one.toLowerCase().startsWith(whole)) ||
        [name, ...formerNames].some((one) => one.toLowerCase().startsWith(whole)),
    )
    .slice(0, 3)
    .map(({ code, name }) => ({ q: code, about: name }));
  const forms = withSynonyms(names.synonyms)
    .filter(({ names: own }) => own.some((name) => name.toLowerCase().startsWith(whole)))
    .map(({ names: own }) => ({ q: own[0] ?? '', about: own.at(-1) ?? '' }))
    .filter(({ q, about }) => lettersOf(q) !== lettersOf(about))
    .slice(0, 3);
  const word = foldWord(last);
  const words = word.length < 2 ? [] : (await complete(word)).slice(0, 4);
  const seen = new Set([whole]);
  return [...companies, ...forms, ...words.map((one) => ({ q: `${before}${one}`, about: '' }))].filter(({ q }) => {
    const isNew = !seen.has(q.toLowerCase());
    seen.add(q.toLowerCase());
    return isNew;
  });
}

/** Another way to write a name is nothing to say about it. */
function lettersOf(name: string): string {
  return foldWord(name.replace(/[\s-]/g, ''));
}
