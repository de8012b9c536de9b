/**
 * The stem of an English word in lower case, as Snowball's English stemmer (Porter2) has it: `announcements` and `announced` are
 * `announc`. The index holds stems of the same algorithm (https://snowballstem.org/algorithms/english/stemmer.html).
 */
export function stem(written: string): string {
  if (written.length < 3) return written;
  const special = SPECIAL.get(written);
  if (special !== undefined) return special;
  const word = written.replace(/^'/, '').replace(/(^|[aeiouy])y/g, '$1Y');
  const start =
    /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(word)?.[0].length ?? regionAfter(word, 0);
  const regions = { one: start, two: regionAfter(word, start) };
  const bare = plural(word.replace(/'(?:s'?)?$/, ''));
  if (FINAL.has(bare)) return bare;
  return lastLetter(shorten(suffixes(finalY(pastTense(bare, regions)), regions), regions), regions).toLowerCase();
}

interface Regions {
  readonly one: number;
  readonly two: number;
}

/** The place behind the first consonant that follows a vowel. */
function regionAfter(word: string, from: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function plural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word)) return word;
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
}

function pastTense(word: string, { one }: Regions): string {
  const [, eed] = /(eed|eedly)$/.exec(word) ?? [];
  if (eed !== undefined) return word.length - eed.length >= one ? `${word.slice(0, -eed.length)}ee` : word;
  const [, ending] = /(ed|edly|ing|ingly)$/.exec(word) ?? [];
  if (ending === undefined) return word;
  const left = word.slice(0, -ending.length);
  if (!/[aeiouy]/.test(left)) return word;
  if (/(?:at|bl|iz)$/.test(left)) return `${left}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(left)) return /^[aeo]..$/.test(left) ? left : left.slice(0, -1);
  return isShort(left, one) ? `${left}e` : left;
}

/** Ends in a short syllable, with nothing behind it. */
function isShort(word: string, one: number): boolean {
  return one >= word.length && SHORT_SYLLABLE.test(word);
}

const SHORT_SYLLABLE = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY]|past)$/;

function finalY(word: string): string {
  return /.[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

function suffixes(word: string, { one, two }: Regions): string {
  return replaceLongest(replaceLongest(word, DERIVED, one, two), FURTHER, one, two);
}

function replaceLongest(word: string, rules: Rules, one: number, two: number): string {
  for (const [suffix, other, allowed] of rules) {
    if (!word.endsWith(suffix)) continue;
    const left = word.slice(0, -suffix.length);
    const fits = left.length >= (allowed === 'two' ? two : one);
    return fits && (typeof allowed !== 'object' || allowed.test(left)) ? left + other : word;
  }
  return word;
}

type Rules = readonly (readonly [suffix: string, other: string, allowed?: RegExp | 'two'])[];

const DERIVED: Rules = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['lessli', 'less'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['fulli', 'ful'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogist', 'og'],
  ['ogi', 'og', /l$/],
  ['li', '', /[cdeghkmnrt]$/],
];

const FURTHER: Rules = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['ative', '', 'two'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

function shorten(word: string, { two }: Regions): string {
  const found = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|ion|al|er|ic)$/.exec(word);
  if (!found || found.index < two) return word;
  return found[0] === 'ion' && !/[st]ion$/.test(word) ? word : word.slice(0, found.index);
}

function lastLetter(word: string, { one, two }: Regions): string {
  const left = word.slice(0, -1);
  if (word.endsWith('e') && (left.length >= two || (left.length >= one && !SHORT_SYLLABLE.test(left)))) return left;
  return word.endsWith('ll') && left.length >= two ? left : word;
}

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['vying', 'vie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word) => [word, word] as const),
]);

const FINAL = new Set(['inning', 'outing', 'canning', 'evening', 'herring', 'earring', 'proceed', 'exceed', 'succeed']);
