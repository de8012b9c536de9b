/** How a folded English word is written elsewhere: `sulfide` for `sulphide`, `mineralized` for `mineralised`, `center` for `centre`. */
export function regionalSpellings(word: string): readonly string[] {
  for (const [pattern, other] of RULES) {
    const written = word.replace(pattern, other);
    if (written !== word) return [written];
  }
  return [];
}

const RULES: readonly (readonly [RegExp, string])[] = [
  [/sulph/, 'sulf'],
  [/sulf/, 'sulph'],
  // A consonant before it: `mineralise`, not `raise`; three letters at least: not `size`.
  [/(?<=[a-z]{3}[b-df-hj-np-tv-z])is(?=(?:e[ds]?|ing|ations?|ers?)$)/, 'iz'],
  [/(?<=[a-z]{3}[b-df-hj-np-tv-z])iz(?=(?:e[ds]?|ing|ations?|ers?)$)/, 'is'],
  [/(?<=^(?:col|lab|harb|fav|hon|neighb|behavi|endeav))our/, 'or'],
  [/(?<=^(?:col|lab|harb|fav|hon|neighb|behavi|endeav))or/, 'our'],
  [/(?<=^(?:(?:kilo|centi|milli)?met|cent|lit|fib|theat))re(?=s?$)/, 'er'],
  [/(?<=^(?:(?:kilo|centi|milli)?met|cent|lit|fib|theat))er(?=s?$)/, 're'],
  [/^aluminium/, 'aluminum'],
  [/^aluminum/, 'aluminium'],
  [/^program(?=s?$)/, 'programme'],
  [/^programme/, 'program'],
  [/(?<=^(?:def|off))ence/, 'ense'],
  [/(?<=^(?:def|off))ense/, 'ence'],
  [/(?<=^lic)ence/, 'ense'],
  [/(?<=^lic)ense/, 'ence'],
];
