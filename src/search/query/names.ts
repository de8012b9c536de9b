import { editDistance } from '../../text/nearest.ts';
import { foldWord, tokenize } from '../record/words.ts';

/** What `names.json` tells a search: the companies, and what the archive calls things. */
export interface Names {
  readonly companies: readonly KnownCompany[];
  readonly synonyms: readonly (readonly string[])[];
}

export interface KnownCompany {
  readonly code: string;
  readonly name: string;
  readonly formerCodes: readonly string[];
  readonly formerNames: readonly string[];
}

export const noNames: Names = { companies: [], synonyms: [] };

/** The folded words of a company's name, without what says only that it is one: `example minerals`. */
export function nameWords(name: string): readonly string[] {
  const words = tokenize(name).map(foldWord).filter(Boolean);
  const telling = words.filter((word) => !LEGAL.has(word));
  return telling.length > 0 ? telling : words;
}

/** Words that say only that a name is a company's. */
export const LEGAL: ReadonlySet<string> = new Set(
  'ltd limited pty plc inc incorporated corp corporation company co nl llc'.split(' '),
);

/** A company by a code, one that it had before too. The one that has it now comes first. */
export function companyOfCode({ companies }: Names, code: string): KnownCompany | undefined {
  const given = code.toUpperCase();
  return (
    companies.find((company) => company.code === given) ??
    companies.find(({ formerCodes }) => formerCodes.includes(given))
  );
}

/** Companies by each name that they have or had, in folded words. */
export function namesByWords({ companies }: Names): ReadonlyMap<string, KnownCompany> {
  const known = new Map<string, KnownCompany>();
  for (const company of companies)
    for (const name of [company.name, ...company.formerNames]) {
      const key = nameWords(name).join(' ');
      // Written in one word too.
      for (const one of [key, key.replaceAll(' ', '')]) if (one.length > 2 && !known.has(one)) known.set(one, company);
    }
  return known;
}

/**
 * The name that is meant by some typed words with typing errors: each word is one of the name's, or a long one with a letter or two
 * wrong. Of several the nearest; nothing where none is.
 */
export function nearestName(known: ReadonlyMap<string, KnownCompany>, words: readonly string[]): string | undefined {
  const near = [...known.keys()].flatMap((name) => {
    const own = name.split(' ');
    const wrong = own.length === words.length ? words.map((word, at) => lettersWrong(word, own[at] ?? '')) : [Infinity];
    const distance = wrong.reduce((sum, one) => sum + one, 0);
    return distance < Infinity ? [{ name, distance }] : [];
  });
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name;
}

/** How many letters of a word are wrong; infinitely many where it is another word. */
function lettersWrong(word: string, meant: string): number {
  if (word === meant) return 0;
  const length = Math.min(word.length, meant.length);
  const distance = length < 5 || Math.abs(word.length - meant.length) > 2 ? Infinity : editDistance(word, meant);
  return distance <= (length < 8 ? 1 : 2) ? distance : Infinity;
}
