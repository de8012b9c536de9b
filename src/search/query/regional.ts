/**
 * How a folded English word is written elsewhere, in American or in British spelling: `sulfide` for `sulphide`, `center` for `centre`,
 * `oestrogen` for `estrogen`.
 */
export function regionalSpellings(word: string): readonly string[] {
  const others = [AMERICAN, BRITISH].map((rules) =>
    rules.reduce((written, [pattern, other]) => written.replace(pattern, other), word),
  );
  return others.filter((other) => other !== word);
}

/** What stands before, the British and the American spelling, and what stands after. */
const SPELLINGS = [
  ['', 'sulph', 'sulf', ''],
  // A consonant before it: `mineralise`, not `raise`; three letters at least: not `size`.
  ['(?<=[a-z]{3}[b-df-hj-np-tv-z])', 'is', 'iz', '(?=(?:e[ds]?|ing|able|ations?|ational|ers?)$)'],
  ['(?<=[ao]l)', 'ys', 'yz', '(?=(?:e[ds]?|ing|ers?)$)'],
  [
    '(?<=^(?:arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|rig|rum|sav|tum|vap|vig))',
    'our',
    'or',
    '(?!at|ou)',
  ],
  ['(?<=^(?:(?:kilo|centi|milli)?met|calib|cent|lit|fib|lust|spect|theat))', 're', 'er', '(?=s?$)'],
  ['(?<=^(?:anal|catal|dial))', 'ogue', 'og', '(?=s?$)'],
  ['(?<=^(?:def|off|lic|pret))', 'ence', 'ense', ''],
  // Of Greek, as medicine, geology and chemistry have it.
  ['(?<=^h)', 'ae', 'e', '(?=m[ao])'],
  ['(?<=(?:^an|bacter|glyc|isch|leuk|lipid|ox|septic|thalass|^ur))', 'ae', 'e', '(?=mi[ac]s?$)'],
  ['(?<=^(?:an|c|gyn|orthop|p))', 'ae', 'e', '(?=co|dia|dics?$|s(?:ium|th))'],
  ['(?<=^(?:arch|pal))', 'ae', 'e', '(?=o)'],
  ['(?<=^f?)', 'oe', 'e', '(?=dema|soph|str[aou]|t(?:al|us))'],
  ['^', 'aesthet', 'esthet', ''],
  // Single words.
  ['(?<=^advis)', 'er', 'or', '(?=s?$)'],
  ['^', 'aluminium', 'aluminum', ''],
  ['^', 'enquir', 'inquir', ''],
  ['(?<=^focus)', 's', '', '(?=e[ds]|ing)'],
  ['(?<=^gr)', 'e', 'a', '(?=y(?:s|wacke)?$)'],
  ['(?<=^jewel)', 'ler', 'r', '(?=y)'],
  ['(?<=^(?:judg|acknowledg))', 'e', '', '(?=ment)'],
  ['(?<=^m)', 'ould', 'old', '(?=(?:s|ed|ing)?$)'],
  ['(?<=^practi)', 's', 'c', '(?=e|ing)'],
  ['^', 'programme', 'program', '(?=s?$)'],
  ['(?<=^s)', 'c', 'k', '(?=eptic)'],
  ['(?<=^t)', 'y', 'i', '(?=res?$)'],
] as const;

const AMERICAN = SPELLINGS.map(
  ([before, british, american, after]) => [new RegExp(before + british + after), american] as const,
);
const BRITISH = SPELLINGS.map(
  ([before, british, american, after]) => [new RegExp(before + american + after), british] as const,
);
