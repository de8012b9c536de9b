import { nearest } from '../../text/nearest.ts';
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

/** The name that is nearest to some typed words, where one is near enough to be meant. */
export function nearestName(known: ReadonlyMap<string, KnownCompany>, words: string): string | undefined {
  if (words.length < 6) return undefined;
  const near = [...known.keys()].filter(
    (name) => Math.abs(name.length - words.length) < 3 && name.split(' ').length === words.split(' ').length,
  );
  const found = nearest(words, near);
  return found;
}
