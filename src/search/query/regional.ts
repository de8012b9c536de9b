/** How a folded English word is written elsewhere: `sulfide` for `sulphide`, `mineralized` for `mineralised`, `center` for `centre`. */
export function regionalSpellings(word: string): readonly string[] {
  for (const [pattern, other] of RULES) {
    const written = word.replace(pattern, other);
    if (written !== word) return [written];
  }
  return [];
}

/** What stands before, two spellings, and what stands after. */
const SPELLINGS = [
  ['', 'sulph', 'sulf', ''],
  // A consonant before it: `mineralise`, not `raise`; three letters at least: not `size`.
  ['(?<=[a-z]{3}[b-df-hj-np-tv-z])', 'is', 'iz', '(?=(?:e[ds]?|ing|ations?|ers?)$)'],
  ['(?<=^(?:col|lab|harb|fav|hon|neighb|behavi|endeav))', 'our', 'or', ''],
  ['(?<=^(?:(?:kilo|centi|milli)?met|cent|lit|fib|theat))', 're', 'er', '(?=s?$)'],
  ['^', 'aluminium', 'aluminum', ''],
  ['^', 'programme', 'program', '(?=s?$)'],
  ['(?<=^(?:def|off|lic))', 'ence', 'ense', ''],
] as const;

const RULES = SPELLINGS.flatMap(([before, one, other, after]) => [
  [new RegExp(before + one + after), other] as const,
  [new RegExp(before + other + after), one] as const,
]);
