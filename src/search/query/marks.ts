import { findPossibleAmounts, isAmountWord } from '../record/amounts.ts';
import { createLru } from '../../text/lru.ts';
import { indexedForms, POINT } from '../../text/script-forms.ts';
import { stem } from '../../text/stem.ts';
import type { Query } from './terms.ts';
import { foldWord, isUnspaced, splitToken } from '../record/words.ts';

/** A segment of a text, and whether it is one of the words that were asked for. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * The places, counted in tokens, at which a text holds what was asked for: words with any ending and longer words that begin with them,
 * names in several words where they stand together, amounts of the same value however written.
 */
export function markedPlaces(tokens: readonly string[], { terms }: Pick<Query, 'terms'>): ReadonlySet<number> {
  const places = new Set<number>();
  const ways = terms.filter(({ isCommon }) => !isCommon).flatMap((term) => term.ways);
  const words = ways.flatMap((way) => (way.words.length === 1 ? way.words : [])).filter((word) => !isAmountWord(word));
  const stems = new Set(words.map(stem));
  const phrases = ways.filter((way) => way.words.length > 1).map((way) => way.words.map(stem));
  const held = tokens.map(formsOf);
  for (const [place, forms] of held.entries()) {
    if (forms.some((form) => stems.has(form.stem) || words.some((word) => beginsWith(form.word, word))))
      places.add(place);
    for (const phrase of phrases) {
      const end = phraseEnd(held, place, phrase);
      for (let at = place; at < end; at++) places.add(at);
    }
  }
  const amounts = new Set(ways.flatMap((way) => way.words).filter(isAmountWord));
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

interface Form {
  readonly word: string;
  readonly stem: string;
}

const known = createLru<readonly Form[]>(20_000, () => 1);

/** The words of a token, as the index has them; most tokens come again and again. */
function formsOf(token: string): readonly Form[] {
  return known(token, () => {
    const words = new Set([token, ...indexedForms(token), ...splitToken(token), ...token.split(/[’']/)].map(foldWord));
    return [...words].filter((word) => word !== '').map((word) => ({ word, stem: stem(word) }));
  });
}

/** The place behind a phrase that begins at a place; the place itself where none does. */
function phraseEnd(held: readonly (readonly Form[])[], start: number, phrase: readonly string[]): number {
  let at = start;
  for (const [number, part] of phrase.entries()) {
    const own = held[at]?.some((form) => form.stem === part);
    // Several words may stand in one token.
    if (!own && !(number > 0 && held[at - 1]?.some((form) => form.stem === part))) return start;
    if (own) at += 1;
  }
  return at;
}

/** Of writing without spaces a token is a whole clause, which is not marked for two characters in it; and a longer number is another one. */
function beginsWith(form: string, word: string): boolean {
  if (word.length < 3 || isUnspaced(word) || !form.startsWith(word)) return form === word;
  const next = form.charAt(word.length);
  return !/\d$/.test(word) || (!/\d/.test(next) && next !== POINT);
}

/** Tokens as a text in segments, neighbouring marked ones as one segment. Marks leave out the punctuation at their ends. */
export function inSegments(tokens: readonly string[], marked: (place: number) => boolean): readonly Segment[] {
  const parts = tokens.flatMap((token, place): Segment[] => {
    const now = marked(place);
    const space = place === 0 ? '' : ' ';
    return [
      { text: space, marked: now && place > 0 && marked(place - 1) },
      { text: token, marked: now },
    ];
  });
  return joined(joined(parts).flatMap(withoutEdges));
}

function joined(segments: readonly Segment[]): readonly Segment[] {
  const all: Segment[] = [];
  for (const segment of segments) {
    const last = all.at(-1);
    if (segment.text === '') continue;
    if (last?.marked === segment.marked) all.splice(-1, 1, { ...last, text: last.text + segment.text });
    else all.push(segment);
  }
  return all;
}

function withoutEdges(segment: Segment): readonly Segment[] {
  const [, before = '', text = '', after = ''] = (segment.marked && EDGES.exec(segment.text)) || [];
  if (text === '') return [segment];
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
