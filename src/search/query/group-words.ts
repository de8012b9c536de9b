import { memoised } from '../../text/memoised.ts';
import { editDistance } from '../../text/nearest.ts';
import { foldWord, tokenize, wordsOf } from '../record/words.ts';
import { marketTerms, withSynonyms, type MarketTerm } from './market-terms.ts';
import { LEGAL, nameWords, namesByWords, nearestName, type KnownCompany, type Names } from './names.ts';
import { way, type Term, type Way } from './terms.ts';

/** Puts words that mean one thing together, companies and what the market calls a thing; the longest first. Other words stay as they are. */
export function groupWords(words: readonly Term[], names: Names): readonly Term[] {
  const known = knownFor(names);
  const grouped: Term[] = [];
  for (let at = 0; at < words.length;) {
    const found = longest(words, at, known);
    grouped.push(...(found?.terms ?? words.slice(at, at + 1)));
    at = found?.end ?? at + 1;
  }
  return grouped;
}

interface Known {
  readonly companies: ReadonlyMap<string, KnownCompany>;
  readonly market: ReadonlyMap<string, MarketTerm>;
}

const knownFor = memoised((names: Names): Known => ({
  companies: namesByWords(names),
  market: new Map(
    (names.synonyms.length > 0 ? withSynonyms(names.synonyms) : marketTerms)
      .toReversed()
      .flatMap((term) =>
        term.names.map((name) => [LETTERS.test(name) ? name : phraseOf(name).join(' '), term] as const),
      ),
  ),
}));

/** Letters that mean something with their sign alone: `m&a`, not Massachusetts. */
const LETTERS = /^\p{L}&\p{L}$/u;

const LONGEST = 9;

function longest(words: readonly Term[], at: number, { companies, market }: Known) {
  for (let end = Math.min(words.length, at + LONGEST); end > at; end--) {
    const own = words.slice(at, end);
    if (own.some(({ ways }) => ways.length === 0)) continue;
    const folded = own.flatMap(({ ways }) => ways[0]?.words ?? []);
    const term = isNumbered(words, at) ? undefined : market.get(marketName(own, folded));
    if (term) return { end, terms: marketWords(own, folded, term) };
    const name = companyNamed(companies, folded) ?? '';
    const company = companies.get(name);
    if (company) return { end: behindLegal(words, end), terms: [companyTerm(own, folded, name, company)] };
  }
  return undefined;
}

/** How a thing is called that people write in many ways: `app 3 y` and `apendix 3y` are `appendix 3y`. */
function marketName([only]: readonly Term[], folded: readonly string[]): string {
  if (folded.length === 1 && only !== undefined && LETTERS.test(only.typed)) return only.typed.toLowerCase();
  const name = folded.join(' ').replace(/(\d) ([a-z])$/, '$1$2');
  const [, first = '', number = ''] = /^([a-z]+) (\d[a-z])$/.exec(name) ?? [];
  return /^(?:app|appx|apdx|form)$/.test(first) || (first.length > 5 && editDistance(first, 'appendix') <= 2)
    ? `appendix ${number}`
    : name;
}

/** Behind a word that takes a number, a number is no form: `phase 2a`, `hole 603`; and an amount of money is none. */
function isNumbered(words: readonly Term[], at: number): boolean {
  const number = words[at]?.typed ?? '';
  return /^\d/.test(number) ? NUMBERED.has(words[at - 1]?.ways[0]?.words[0] ?? '') : /^\p{Sc}/u.test(number);
}

const NUMBERED: ReadonlySet<string> = new Set(
  'phase stage section rule clause part level class series hole block lot note table figure tranche version room suite'.split(
    ' ',
  ),
);

/** The name that is meant. Two words at least, since one may be any word; mistyped ones too. */
function companyNamed(companies: Known['companies'], folded: readonly string[]): string | undefined {
  const key = folded.join('');
  if (companies.has(key)) return folded.length > 1 || key.length > 4 ? key : undefined;
  return folded.length < 2 || folded.length > 5 ? undefined : nearestName(companies, folded);
}

function behindLegal(words: readonly Term[], end: number): number {
  let last = end;
  while (LEGAL.has(words[last]?.ways[0]?.words[0] ?? '')) last++;
  return last;
}

function companyTerm(own: readonly Term[], folded: readonly string[], name: string, company: KnownCompany): Term {
  // Of a former name what was lodged under its code comes first. A name may be written in one word.
  const isFormer = nameWords(company.name).join('') !== name.replaceAll(' ', '');
  const fact = (code: string): Way => ({
    ...way(code.toLowerCase(), isFormer && code === company.code ? 0.9 : 1),
    isFact: true,
  });
  return {
    typed: own.map(({ typed }) => typed).join(' '),
    kind: 'company',
    meaning: company.name,
    ways: [
      fact(company.code),
      ...company.formerCodes.map(fact),
      { words: folded, weight: 0.9 },
      ...[company.name, ...company.formerNames].map((name) => ({ words: nameWords(name), weight: 0.9 })),
    ],
  };
}

/** Of what is written in one word or by its number, one thing; of a name in several words each of them, or the whole in another form. */
function marketWords(own: readonly Term[], folded: readonly string[], term: MarketTerm): readonly Term[] {
  const typed = folded.join(' ');
  const others: readonly Way[] = [
    ...term.names.map((name) => ({ words: phraseOf(name), weight: 0.95 })),
    ...(term.loosely ?? []).map((name) => ({ words: phraseOf(name), weight: 0.8 })),
    ...(term.types ?? []).map((slug) => ({ ...way(slug.replaceAll('-', ''), 0.95), isFact: true as const })),
  ].filter(({ words }) => words.join(' ') !== typed);
  if (own.length === 1 || /\d/.test(typed)) {
    // Another way to write it is no other name.
    const meaning = term.names.findLast((name) => lettersOf(phraseOf(name)) !== lettersOf(folded));
    return [
      {
        typed: own.map((word) => word.typed).join(' '),
        kind: meaning === undefined ? 'word' : 'form',
        ways: [{ words: folded, weight: 1 }, ...others],
        ...(meaning !== undefined && { meaning }),
      },
    ];
  }
  const lesser = others.map((other) => ({ ...other, weight: other.weight * 0.95 }));
  return own.map((word, at) => {
    if (!term.isWhole) return { ...word, ways: [...word.ways, ...lesser] };
    return at === own.length - 1
      ? { ...word, ways: [...word.ways, ...lesser.filter(({ isFact }) => isFact)] }
      : { ...word, ways: [{ words: folded, weight: 1 }, ...lesser] };
  });
}

function lettersOf(words: readonly string[]): string {
  return words.join('').replace(/(?:s|ies|y)$/, '');
}

function phraseOf(name: string): readonly string[] {
  return /[&.]/.test(name) ? tokenize(name).map(foldWord).filter(Boolean) : tokenize(name).flatMap(wordsOf);
}
