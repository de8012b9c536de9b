import { raise, scriptCharacters } from './superscript.ts';

/**
 * A token with its raised and lowered characters as they are typed: `CO₂` is `CO2`, `m²` is `m2`. Behind a figure they stay,
 * or it would become another one, and `10^6` is `10⁶` as well. A footnote mark without its footnote is left out.
 * A point between figures is a letter, since words are indexed without punctuation: `1.4` would be `14`.
 */
export function levelled(token: string): string {
  const level = withoutLevels(token);
  return level.includes('.') ? level.replace(DECIMAL_POINT, POINT) : level;
}

function withoutLevels(token: string): string {
  if (!SCRIPTED.test(token)) return token;
  const marked = token
    .replace(FOOTNOTE_MARK, '')
    .replace(POWER, (_, one?: string, other?: string) => raise(one ?? other ?? ''));
  let written = '';
  let at = 0;
  let isBehindFigure = false;
  for (const { 0: run, index } of marked.matchAll(RUN)) {
    const between = marked.slice(at, index);
    const last = lastWordlike(between);
    if (last !== '') isBehindFigure = /\p{Nd}/u.test(last);
    at = index + run.length;
    const isOrdinal = /^(?:ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)$/.test(run);
    written += between + (isBehindFigure && !isOrdinal ? run : plain(run));
  }
  return written + marked.slice(at);
}

/**
 * The tokens for which one of a text is indexed: itself, levelled, and the same without what is raised in it. Whether
 * a raised figure is an exponent or a mark, nobody can tell: `5,700¹` is found by `5,700` and by `5,700¹`, never by `57001`.
 */
export function indexedForms(token: string): readonly string[] {
  if (!SCRIPTED.test(token)) return [levelled(token)];
  const whole = levelled(token);
  const bare = levelled(token.replace(FOOTNOTE_MARK, '').replace(BEHIND_CIRCUMFLEX, '').replace(RAISED_RUN, ''));
  return bare === whole || !/[\p{L}\p{N}]/u.test(bare) ? [whole] : [whole, bare];
}

/** A text cut at what `levelled` leaves as it is, and at fractions, which stand at the odd places: taken apart, `5½` would be 512. */
export function scriptRuns(text: string): readonly string[] {
  return text.split(SCRIPTS);
}

const { sub } = scriptCharacters;
/** Circled figures stand as marks too. */
const sup = `${scriptCharacters.sup}①-⒇`;
/** A class of characters that marks a figure, for expressions with the flag `u`: those of raised text. */
export const RAISED = `[${sup}]`;

const DECIMAL_POINT = /(?<=\d)\.(?=\d)/g;
/** A letter that no language here writes, which Pagefind keeps within a number. */
export const POINT = 'ˑ';
const SCRIPTED = new RegExp(`[${sup}${sub}^]`, 'u');
const SCRIPTS = new RegExp(`([${sup}${sub}¼-¾⅐-⅟↉]+)`, 'u');
const RUN = new RegExp(`[${sup}${sub}]+(?:[.,][${sup}${sub}]+)*`, 'gu');
const RAISED_RUN = new RegExp(`[${sup}]+(?:[.,;]?[${sup}]+)*`, 'gu');
const FOOTNOTE_MARK = /\[\^[^\]\s]*\]/g;
/** Behind a figure a circumflex raises what follows. */
const POWER = /(?<=\d)\^(?:\(([^()^]+)\)|([+\u2212-]?\d+(?:[.,]\d+)*))/g;
/** What else `withoutScripts` keeps apart. */
const BEHIND_CIRCUMFLEX = /(?<=[\p{L}\p{N}])\^(?:\([^()]*\)?|[^\s()^]+)/gu;

/** The last letter or figure in a text; empty where there is none. */
function lastWordlike(text: string): string {
  const characters = [...text];
  return characters[characters.findLastIndex((character) => /[\p{L}\p{N}]/u.test(character))] ?? '';
}

function plain(run: string): string {
  return run.normalize('NFKC').replaceAll('\u2212', '-');
}
