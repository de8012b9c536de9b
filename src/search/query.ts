import { findAmounts } from './amounts.ts';
import { commonWords, foldWord, splitToken, tokenize, wordsOf } from './words.ts';

/** What a person typed, prepared for the index. */
export interface Query {
  /** Every word that was meant, folded, without repetition, in the order of typing; an amount is the word of its value. */
  readonly words: readonly string[];
  /** Of these words the ones to look up: without common words and single characters, where others remain. */
  readonly lookup: readonly string[];
  /** Phrases that must stand together, each in all forms in which the index may hold it: `noncore asset`, `non core asset`. */
  readonly phrases: readonly (readonly string[])[];
}

/**
 * Prepares what was typed or pasted: words, "exact phrases", numbers with their signs and units, amounts, codes.
 * Nothing that is typed is an error; without a letter or digit there are no words, and every release is meant.
 * The texts that `indexedText` prepares are found by whatever is copied out of them.
 */
export function prepareQuery(typed: string): Query {
  const { quoted, plain } = splitQuotes(typed.slice(0, MAX_LENGTH));
  const words = unique([...quoted.flatMap(plainWords), ...plainWords(plain)]).slice(0, MAX_WORDS);
  const telling = words.filter((word) => word.length > 1 && !commonWords.has(word));
  return {
    words,
    lookup: telling.length > 0 ? telling : words,
    phrases: quoted
      .flatMap(phraseRuns)
      .map(phraseForms)
      .filter((forms) => forms.length > 0),
  };
}

/** Longer texts than a headline or a sentence are cut: each word costs a part of the index. */
const MAX_LENGTH = 400;
const MAX_WORDS = 24;

/** Quotation marks of all kinds, around whole words; one that is never closed means nothing. */
function splitQuotes(typed: string): { quoted: string[]; plain: string } {
  const quoted: string[] = [];
  const plain = typed.replace(QUOTED, (_, phrase: string) => {
    quoted.push(phrase);
    return ' ';
  });
  return { quoted, plain };
}

const QUOTED = /(?<=^|[\s(])["“”„‟«»]([^"“”„‟«»]+)["“”„‟«»](?=[.,;:!?)]*(?:\s|$))/gu;

/**
 * The runs of tokens in a phrase that the index can hold together. A dash or sign between spaces takes up a place there,
 * and an amount may stand in the text in another form, so both part a phrase.
 */
function phraseRuns(phrase: string): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const piece of pieces(phrase)) {
    runs.push([]);
    if ('amount' in piece) continue;
    for (const token of tokenize(piece.text)) {
      if (foldWord(token) === '') runs.push([]);
      else runs.at(-1)?.push(token);
    }
  }
  return runs;
}

/** A token that is split has one place in the index, as a whole or in its parts: `non-core` is found by `noncore` and `core`. */
function phraseForms(run: readonly string[]): readonly string[] {
  if (run.length < 2) return [];
  const forms = [run, run.flatMap(splitToken)];
  // Of a short phrase any two words may be one in the text.
  if (run.length <= 5)
    for (const place of run.keys())
      if (place > 0) forms.push(run.with(place, `${run[place - 1]}${run[place]}`).toSpliced(place - 1, 1));
  return unique(forms.map((tokens) => tokens.map(foldWord).join(' ')));
}

/** The words of a text as they are looked up, in order: folded, compounds in parts, an amount as the word of its value. */
export function plainWords(text: string): readonly string[] {
  return pieces(text).flatMap((piece) => {
    if ('amount' in piece) return [piece.amount];
    // The sign and the words mean one thing, and the index holds the number alone.
    const bare = piece.text.replace(/(?<=\d\s?)(?:%|per\s?cent|pct)(?![\p{L}\p{N}])/giu, ' ');
    return tokenize(bare).flatMap(wordsOf);
  });
}

type Piece = { readonly text: string } | { readonly amount: string };

function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const amount of findAmounts(text)) {
    found.push({ text: text.slice(end, amount.start) }, { amount: amount.word });
    end = amount.end;
  }
  return [...found, { text: text.slice(end) }];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
