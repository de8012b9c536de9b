import { correctionWords } from '../../release/correction-words.ts';
import { unescapeMarkup } from '../../text/markup.ts';
import { plainWord } from '../../text/plain-word.ts';
import { withoutScripts } from '../../text/superscript.ts';
import type { Correction } from '../../release/schema.ts';
import { findPossibleAmounts } from './amounts.ts';
import { indexedForms, RAISED } from '../../text/script-forms.ts';
import {
  BLOCK_END,
  foldWord,
  otherSpellings,
  splitToken,
  tokenize,
  isUnspaced,
  withJoinedLetters,
  wordsOf,
} from './words.ts';

export type CorrectionKind = Correction['kind'];

/** A release as search knows it: plain values, prepared by whoever has the archive. */
export interface SearchRecord {
  readonly id: string;
  /** The address of its page within the site, with the base path. */
  readonly url: string;
  readonly title: string;
  /** The body as safe HTML, with ids on its headings. */
  readonly html: string;
  /** The codes as lodged, the lodging company's first. */
  readonly codes: readonly string[];
  /** Codes under which its companies are known otherwise. */
  readonly otherCodes: readonly string[];
  /** Names under which its companies are or were known. */
  readonly companies: readonly string[];
  readonly types: readonly { readonly slug: string; readonly name: string; readonly group: string }[];
  readonly date: { readonly day: string; readonly time?: string };
  readonly priceSensitive?: boolean;
  /** How later releases correct it, and how it corrects earlier ones; without repetition. */
  readonly correctedBy: readonly CorrectionKind[];
  readonly corrects: readonly CorrectionKind[];
  readonly hasAttachment: boolean;
  readonly language: string;
}

/**
 * What is known of a release beside its text: codes, names, types, the date in words and in the forms that a search looks up, marks of
 * corrections, and the other forms of its headline's words. Folded words between spaces, sorted, without repetition.
 */
export function aboutWords(record: SearchRecord): string {
  const facts = [
    ...[...record.codes, ...record.otherCodes].map((code) => `ASX ${code}`),
    ...record.companies,
    ...record.types.flatMap((type) => [type.name, type.slug.replaceAll('-', '')]),
    ...dateWords(record.date.day),
    ...record.correctedBy.map((kind) => correctionWords[kind].original),
    ...record.corrects.map((kind) => correctionWords[kind].correcting),
  ];
  const words = facts.flatMap((fact) =>
    tokenize(fact)
      .flatMap((token) => [token, ...splitToken(token), ...tokenAliases(token)])
      .map(foldWord),
  );
  return sortedWords([...words, ...textAliases(record.title)]);
}

/** Every form of a text's words that somebody may type and the indexer would not make on its own; `aliases` are those of its tokens. */
export function searchAliases(text: string, aliases: Iterable<string>): string {
  return sortedWords(textAliases(text, aliases));
}

function sortedWords(words: Iterable<string>): string {
  return [...new Set(words)]
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/** Forms of a text's words that the indexer does not make on its own; `aliases` are those of its tokens. */
export function textAliases(
  text: string,
  aliases: Iterable<string> = tokenize(text).flatMap(tokenAliases),
): ReadonlySet<string> {
  const words = new Set(aliases);
  for (const { word } of findPossibleAmounts(text)) words.add(word);
  for (const { index, 1: number, 2: unit } of text.matchAll(MEASURE))
    if (!BEFORE_NUMBER.test(text.slice(Math.max(0, index - 2), index))) words.add(foldWord(`${number}${unit}`));
  const joined = withJoinedLetters(text);
  if (joined !== text)
    for (const [letters] of joined.matchAll(/(?<!\S)\p{L}&\p{L}(?!\S)/gu)) words.add(foldWord(letters));
  words.delete('');
  return words;
}

/** Forms of a token that the indexer does not make on its own. */
export function tokenAliases(token: string): readonly string[] {
  return plainWord(token) === undefined ? tokenize(token).flatMap(indexedForms).flatMap(aliasesOf) : NONE;
}

const NONE: readonly string[] = [];

function aliasesOf(token: string): readonly string[] {
  const plain = token.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const folded = foldWord(token);
  const parts = [...splitToken(token), ...token.split(/[’'‘]/u)].filter(
    (part) => part !== token && !indexedPart(token, part),
  );
  return [
    ...(folded === plain.normalize('NFD').replace(/\p{M}/gu, '') ? [] : [folded]),
    ...(isUnspaced(token) ? wordsOf(token) : []),
    ...parts.map(foldWord),
    ...otherSpellings(token),
  ];
}

/**
 * HTML with its headings as they are and all other blocks as one line, parted by `BLOCK_END`; empty without a word or sign.
 * Footnote marks, superscripts and subscripts are as `withoutScripts` leaves them.
 * The indexer would end every block with a full stop, and results show the text to the letter.
 */
export function flattenHtml(html: string): string {
  return withoutScripts(html)
    .replace(/<(h[1-6])(\s[^>]*)?>([^]*?)<\/\1>/gi, (_, tag: string, attributes = '', content: string) => {
      return `${BLOCK}<${tag}${attributes}>${removeTags(content)} ${BLOCK_END}</${tag}>`;
    })
    .replace(/<(?!\/?h[1-6][\s>])[^>]*>/gi, (tag) => (INLINE.test(tag) ? '' : BLOCK))
    .split(BLOCK_END)
    .filter((block) => block.trim() !== '')
    .map(withoutOuterSpaces)
    .join(BLOCK);
}

/** A text without the spaces and line ends around it. All else that JavaScript would trim may be a part of a word. */
function withoutOuterSpaces(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && SPACES.includes(text.charAt(start))) start++;
  while (start < end && SPACES.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const SPACES = ' \n\r\t';

/** The text of HTML, its blocks parted by `BLOCK_END`, a word in a line whole. */
export function plainText(html: string): string {
  return unescapeMarkup(removeTags(html));
}

const BLOCK = ` ${BLOCK_END} `;
const INLINE = /^<\/?(?:[abius]|em|strong|sub|sup|code|small|mark|abbr|time|span|del|ins|q|cite|kbd)(?:\s[^>]*)?>$/i;

function removeTags(html: string): string {
  return html.replace(/<[^>]*>/g, (tag) => (INLINE.test(tag) ? '' : BLOCK));
}

// A number apart from its unit; typed together it is found too. What may not stand before it is asked of the few that are
// found: as a part of the expression it would be asked at every character.
const BEFORE_NUMBER = /[\p{L}\p{N}.,]$/u;
const MEASURE = new RegExp(
  `(\\d[\\d,]*(?:\\.\\d+)?)${RAISED}*\\s(g/t|k?g|k?t|[kcm]?m[23²³]|[kcm]?m|k?oz|moz|lb|ha|[kmg]wh?|pp[mb]|bps|x|c)${RAISED}*(?![\\p{L}\\p{N}])`,
  'giu',
);

/** True where the indexer makes a word of this part itself: plain letters or digits between ASCII punctuation. */
function indexedPart(token: string, part: string): boolean {
  const ascii = /^[\x21-\x7e]+$/.test(token) || /^[\p{L}\p{N}\x21-\x7e]+$/u.test(token);
  const core = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return core.length < 2 || (ascii && /^(?:[A-Z]?[a-z]+|[A-Z]+|\d+)$/.test(core));
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
// The seasons of Sydney.
const SEASONS = [
  'summer',
  'summer',
  'autumn',
  'autumn',
  'autumn',
  'winter',
  'winter',
  'winter',
  'spring',
  'spring',
  'spring',
  'summer',
];

function dateWords(day: string): readonly string[] {
  const month = Number(day.slice(5, 7)) - 1;
  const [digits, year, name] = [day.replaceAll('-', ''), day.slice(0, 4), MONTHS[month] ?? ''];
  const number = String(Number(day.slice(8)));
  return [number, name, `${number}${name}`, SEASONS[month] ?? '', year, digits, digits.slice(0, 6)];
}
