import { levelled, scriptRuns } from '../../text/script-forms.ts';

/**
 * Words as the index holds them: compatibility forms made plain, lower case, without accents, and only letters and digits.
 * `4.2bn` is `4ˑ2bn`, `Company’s` is `companys`, `CO₂` is `co2`, but `10⁶` stays what it is; a token without letters and
 * digits is an empty text.
 */
export function foldWord(token: string): string {
  const level = levelled(token);
  if (ASCII.test(level)) return level.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  const plain = level.replace(/\p{S}/gu, ''); // before NFKC, which would spell ™ and ℠ with letters
  return scriptRuns(plain)
    .map((run, at) => (at % 2 === 1 ? run : run.normalize('NFKC')))
    .join('')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(LIGATURES, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** Other ways to write a word, folded: `Müller` as `mueller`, an Arabic word without its article. */
export function otherSpellings(token: string): readonly string[] {
  if (ASCII.test(token)) return [];
  const composed = token.normalize('NFC').toLowerCase();
  const word = foldWord(token);
  const bare = word.replace(/^و?ال(?=.{3})/u, '');
  return [
    ...(/[äöüøå]/.test(composed)
      ? [foldWord(composed.replace(/[äöüøå]/g, (letter) => TWO_LETTERS[letter] ?? letter))]
      : []),
    ...(bare === word ? [] : [bare]),
  ];
}

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const LIGATURES = /[ßæœøłđðþı]/g;
const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/**
 * The parts of a token that people also write apart: `ASX:ASM`, `gold-silver`, `and/or` give two each.
 * A token whose parts would be single letters, or digits only (`U.S.`, `e-mail`, `4C`, `30/06/2020`, `1,234`), is one part.
 */
export function splitToken(token: string): readonly string[] {
  if (!SPLITTERS.test(token)) return [token];
  const parts = token.split(SPLITTERS).filter((part) => foldWord(part) !== '');
  const apart = parts.length > 1 && parts.every((part) => foldWord(part).length > 1) && !parts.every(isNumeric);
  return apart ? parts : [token];
}

/** A text in which two letters with `&` between them are one word: `S & P` is `S&P`. */
export function withJoinedLetters(text: string): string {
  return text.includes(' & ') ? text.replace(LETTERS, '$1&$2') : text;
}

const LETTERS = /(?<![\p{L}\p{N}])(\p{L}) & (\p{L})(?![\p{L}\p{N}])/gu;

/**
 * The words of a token as they are looked up, folded: its parts, and of writing without spaces (Chinese, Japanese, Thai)
 * each two neighbouring characters, since nobody knows where its words end. `谅解备` gives `谅解` and `解备`.
 */
export function wordsOf(token: string): readonly string[] {
  return splitToken(token)
    .flatMap((part) => foldWord(part).split(UNSPACED_RUN))
    .flatMap((run) => (UNSPACED.test(run) && run.length > 2 ? pairs([...run]) : [run]))
    .filter(Boolean);
}

/** True for what holds writing without spaces: a word of it may stand anywhere in a token. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** Text in tokens between spaces, with what nobody sees (soft hyphens, zero-width characters) taken out. */
export function tokenize(text: string): readonly string[] {
  return text.replaceAll('\u0085', ' ').replace(INVISIBLE, '').split(/\s+/u).filter(Boolean);
}

/** Stands alone between two blocks of a text, as a word of its own, so that no phrase reaches across. For private use in Unicode. */
export const BLOCK_END = '\uE000';

const ASCII = /^[\x20-\x7e]*$/;
const INVISIBLE = /[\p{Cf}\p{Cc}](?<![^\S\uFEFF])/gu;
// A dot and an apostrophe hold a word together, and & letters: asm-au.com, O'Brien, R&D.
const SPLITTERS = /(?<=[\p{L}\p{N}]{2})&(?=[\p{L}\p{N}]{2})|[\p{Pd}\u2212/\\:;,|~+=@()[\]{}<>_•·…]+/u;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const UNSPACED_RUN = /((?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|ー)+)/u;

function pairs(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

function isNumeric(part: string): boolean {
  return /^[\d.,'$€£¥%]+$/u.test(part);
}
