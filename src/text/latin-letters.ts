/**
 * A text with Latin letters in the place of Cyrillic and Greek capitals that look the same, and of full-width signs: `ХМХ` typed
 * on a Cyrillic keyboard becomes `XMX`. All else stays.
 */
export function latinLetters(text: string): string {
  return text.normalize('NFKC').replace(/[\u0370-\u04ff]/g, (letter) => LATIN.get(letter) ?? letter);
}

const LATIN = new Map(
  [
    ['АВЕКМНОРСТУХЅІЈ', 'ABEKMHOPCTYXSIJ'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ].flatMap(([foreign = '', latin = '']) => [...foreign].map((letter, at) => [letter, latin.charAt(at)] as const)),
);
