import { findPossibleAmounts, isAmountWord } from './amounts.ts';
import type { Query } from './query.ts';
import { foldWord, isUnspaced, splitToken } from './words.ts';

/** A piece of a text, and whether it is one of the words that were asked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * The places, counted in tokens, at which a text holds what was asked for: words and longer words that begin with them,
 * amounts of the same value however written. `found` are the places that the index knows of, such as other endings.
 */
export function markedPlaces(
  tokens: readonly string[],
  query: Query,
  found: readonly number[] = [],
): ReadonlySet<number> {
  const places = new Set(found);
  const words = query.lookup.filter((word) => !isAmountWord(word));
  for (const [place, token] of tokens.entries()) {
    const forms = [foldWord(token), ...splitToken(token).map(foldWord)];
    if (words.some((word) => forms.some((form) => holds(form, word)))) places.add(place);
  }
  const amounts = new Set(query.lookup.filter(isAmountWord));
  if (amounts.size > 0) {
    const starts = tokenStarts(tokens);
    for (const amount of findPossibleAmounts(tokens.join(' '))) {
      if (!amounts.has(amount.word)) continue;
      for (const [place, start] of starts.entries())
        if (start < amount.end && start + (tokens[place]?.length ?? 0) > amount.start) places.add(place);
    }
  }
  return places;
}

/** Of writing without spaces a token is a whole clause, which is not marked for two characters in it. */
function holds(form: string, word: string): boolean {
  return word.length > 1 && !isUnspaced(word) ? form.startsWith(word) : form === word;
}

/** Tokens as a text in pieces, neighbouring marked ones as one piece. Marks leave out the punctuation at their ends. */
export function inPieces(tokens: readonly string[], marked: (place: number) => boolean): readonly Piece[] {
  const parts = tokens.flatMap((token, place): Piece[] => {
    const now = marked(place);
    const space = place === 0 ? '' : ' ';
    return [
      { text: space, marked: now && place > 0 && marked(place - 1) },
      { text: token, marked: now },
    ];
  });
  return joined(joined(parts).flatMap(withoutEdges));
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.text === '') continue;
    if (last?.marked === piece.marked) all.splice(-1, 1, { ...last, text: last.text + piece.text });
    else all.push(piece);
  }
  return all;
}

function withoutEdges(piece: Piece): readonly Piece[] {
  const [, before = '', text = '', after = ''] = (piece.marked && EDGES.exec(piece.text)) || [];
  if (text === '') return [piece];
  return [
    { text: before, marked: false },
    { text, marked: true },
    { text: after, marked: false },
  ];
}

const EDGES = /^([("'“‘[]*)([^]*?)([.,;:!?)\]"'”’]*)$/;

function tokenStarts(tokens: readonly string[]): readonly number[] {
  let start = 0;
  return tokens.map((token) => {
    const here = start;
    start += token.length + 1;
    return here;
  });
}
