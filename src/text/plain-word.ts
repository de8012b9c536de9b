/**
 * The word of a token that holds nothing but it and punctuation of ASCII around it, in small letters: `(Company,` is `company`.
 * Letters from A to Z alone, the first or all of them capitals, or figures alone; `undefined` for any other token.
 */
export function plainWord(token: string): string | undefined {
  return PLAIN.exec(token)?.[1]?.toLowerCase();
}

const PLAIN = /^[("'[]*([A-Z]?[a-z]+|[A-Z]+|\d+)[.,;:!?)"'\]]*$/;
