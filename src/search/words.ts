/**
 * Words as the index holds them: compatibility forms made plain, lower case, without accents, and only letters and digits.
 * `4.2bn` is `42bn`, `Company’s` is `companys`, `CO₂` is `co2`; a token without letters and digits is an empty text.
 */
export function foldWord(token: string): string {
  return token
    .replace(/\p{S}/gu, '') // before NFKC, which would spell ™ and ℠ with letters
    .normalize('NFKC')
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

/** Text in tokens between spaces, with what nobody sees (soft hyphens, zero-width characters) taken out. */
export function tokenize(text: string): readonly string[] {
  return text.replaceAll('\u0085', ' ').replace(INVISIBLE, '').split(/\s+/u).filter(Boolean);
}

/** Words that nearly every release holds; a search that has others leaves them out. */
export const commonWords: ReadonlySet<string> = new Set(
  'a an and are as at be by for from has have in is it its of on or that the this to was were will with'.split(' '),
);

/** Stands alone between two blocks of a text, as a word of its own, so that no phrase reaches across. For private use in Unicode. */
export const BLOCK_END = '\uE000';

const INVISIBLE = /(?![^\S\uFEFF])[\p{Cf}\p{Cc}]/gu;
// A dot, an apostrophe and & hold a word together: asm-au.com, O'Brien, R&D.
const SPLITTERS = /[\p{Pd}\u2212/\\:;,|~+=@()[\]{}<>_•·…]+/u;

function isNumeric(part: string): boolean {
  return /^[\d.,'$€£¥%]+$/u.test(part);
}
