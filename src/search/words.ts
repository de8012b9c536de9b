import { levelled, scriptRuns } from './script-forms.ts';

/**
 * Words as the index holds them: compatibility forms made plain, lower case, without accents, and only letters and digits.
 * `4.2bn` is `42bn`, `Company’s` is `companys`, `CO₂` is `co2`, but `10⁶` stays what it is; a token without letters and
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
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The parts of a token that people also write apart: `ASX:ASM`, `gold-silver`, `and/or` give two each.
 * A token whose parts would be single letters, or digits only (`U.S.`, `e-mail`, `4C`, `30/06/2020`, `1,234`), is one part.
 */
export function splitToken(token: string): readonly string[] {
  const parts = token.split(SPLITTERS).filter((part) => foldWord(part) !== '');
  const apart = parts.length > 1 && parts.every((part) => foldWord(part).length > 1) && !parts.every(isNumeric);
  return apart ? parts : [token];
}

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

/**
 * Words that tell nothing of a release, since nearly every one holds them or since people say them of what they look for
 * (the neodymium one, about a placement); a search that has others leaves them out.
 */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'a about an and are as asx at be by for from has have in is it its of on one or that the this to ' +
    'was were what when where which will with'
  ).split(' '),
);

/** Stands alone between two blocks of a text, as a word of its own, so that no phrase reaches across. For private use in Unicode. */
export const BLOCK_END = '\uE000';

const ASCII = /^[\x20-\x7e]*$/;
const INVISIBLE = /[\p{Cf}\p{Cc}](?<![^\S\uFEFF])/gu;
// A dot, an apostrophe and & hold a word together: asm-au.com, O'Brien, R&D.
const SPLITTERS = /[\p{Pd}\u2212/\\:;,|~+=@()[\]{}<>_•·…]+/u;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const UNSPACED_RUN = /((?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|ー)+)/u;

function pairs(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

function isNumeric(part: string): boolean {
  return /^[\d.,'$€£¥%]+$/u.test(part);
}
