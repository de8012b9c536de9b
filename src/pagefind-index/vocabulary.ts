import { askPagefind, WHOLE, type Found, type Program, type Term } from './ask-pagefind.ts';
import { plainWord } from '../text/plain-word.ts';
import { indexedForms } from '../text/script-forms.ts';
import { stem } from '../text/stem.ts';
import { createTokens, type Tokens } from './tokens.ts';

/**
 * What Pagefind makes of words: for each token of a text the words under which it is found. A plain word has one, its stem, which
 * the browser finds in the same way. How compounds are cut and accents taken off Pagefind alone knows; so it is asked about all
 * other tokens, once each.
 */
export interface Vocabulary extends Pick<Tokens, 'token'> {
  /**
   * The numbers of a text's tokens, as `Tokens` gives them. Of new ones Pagefind is asked as soon as there are many, so that
   * it works while the next ones are found: whoever has much to do lets go of the thread now and then.
   */
  cut(text: string): Uint32Array;
  /** Waits until Pagefind was asked for all tokens. Rejects where it reports an error or leaves one out. */
  learn(): Promise<void>;
  /** Under which words a token is found: the places `from` up to `to` in `terms` and `divisors`. Only after `learn`. */
  readonly from: (token: number) => number;
  readonly terms: readonly number[];
  /** By how much the weight of a place is divided for this word: 1, or the number of a compound's parts. */
  readonly divisors: readonly number[];
  /** A word of the index, by its number: the stem, and the form with accents where it has some. */
  readonly term: (number: number) => Term;
  /** How many words there are. */
  readonly size: () => number;
  /** Pagefind's own program, and what it says of itself. Only after `learn`. */
  readonly program: () => Program;
}

/** Begins an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const tokens = createTokens();
  let asked = 0;
  const starts: number[] = [0];
  const terms: number[] = [];
  const divisors: number[] = [];
  const known: Term[] = [];
  const numbers = new Map<string, number>();
  let program: Program | undefined;

  const termNumber = (term: Term): number => {
    const key = term.form === undefined ? term.stem : `${term.stem} ${term.form}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = known.length;
      known.push(term);
      numbers.set(key, number);
    }
    return number;
  };
  const take = (forms: readonly (readonly Found[])[]): void => {
    const start = terms.length;
    for (const [at, words] of forms.entries()) {
      // A place of which a compound's parts are told says by their number how its weight is shared.
      const parts = Math.min(words.filter(({ weight }) => weight !== WHOLE).length, MOST_PARTS);
      for (const { term, weight } of words) {
        const number = termNumber(term);
        // What several forms have in common stands once.
        if (at > 0 && terms.includes(number, start)) continue;
        terms.push(number);
        divisors.push(weight === WHOLE ? 1 : parts);
      }
    }
    starts.push(terms.length);
  };
  let learning = Promise.resolve();
  const learnWaiting = (): void => {
    const from = asked;
    const to = (asked = tokens.size());
    // One after the other: what is found stands in the order of the tokens' numbers.
    learning = learning.then(async () => {
      const texts = Array.from({ length: to - from }, (_, at) => tokens.token(from + at));
      // Where letters and digits mix, or capitals stand within, Pagefind splits the word in some places and not in others.
      const plain = texts.map(plainWord);
      const forms = texts.map((text, at) => (plain[at] === undefined ? indexedForms(text) : []));
      const answer = await askPagefind(forms.flat());
      const found = answer.found[Symbol.iterator]();
      for (const [at, word] of plain.entries()) {
        if (word === undefined) take((forms[at] ?? []).map(() => found.next().value ?? []));
        else take([[{ term: { stem: stem(word) }, weight: WHOLE }]]);
      }
      program ??= answer.program;
    });
    // `learn` tells of it.
    learning.catch(() => undefined);
  };
  return {
    token: tokens.token,
    cut(text) {
      const numbers = tokens.cut(text);
      if (tokens.size() - asked >= TOKENS_A_PAGE) learnWaiting();
      return numbers;
    },
    learn() {
      if (tokens.size() > asked || program === undefined) learnWaiting();
      return learning;
    },
    from: (token) => starts[token] ?? terms.length,
    terms,
    divisors,
    term(number) {
      const term = known[number];
      if (term === undefined) throw new RangeError(`No word has the number ${number}.`);
      return term;
    },
    size: () => known.length,
    program() {
      if (program === undefined) throw new Error('Pagefind has not been asked yet.');
      return program;
    },
  };
}

/** Of how many parts of a compound Pagefind takes notice in sharing its weight. */
const MOST_PARTS = 255;
/** Enough for a hundred releases, little enough for Pagefind to need no memory worth speaking of. */
const TOKENS_A_PAGE = 30_000;
