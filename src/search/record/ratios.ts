import { POINT } from '../../text/script-forms.ts';

/** A ratio in a text, as shares are offered, split and consolidated by it: where it stands, and one word for all ways to write it. */
interface Ratio {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** The ratios in a text, in order: `1 for 4`, `1-for-4`, `one for four`, `1:4`, `one (1) new share for every four (4) shares`. */
export function findRatios(text: string): readonly Ratio[] {
  // What the numbers stand around is rare, so it is looked for first.
  return [...text.matchAll(/:|for(?=[\s\p{Pd}])/giu)].flatMap(({ index }) => {
    SECOND.lastIndex = index;
    const { 0: found = '', 1: every, 2: second = '' } = SECOND.exec(text) ?? [];
    if (second === '') return [];
    const before = text.slice(Math.max(0, index - LONGEST), index);
    const [first = '', number = ''] = (every === undefined ? FIRST : FIRST_WITH_NAME).exec(before) ?? [];
    if (number === '') return [];
    return [
      { start: index - first.length, end: index + found.length, word: `${figures(number)}for${figures(second)}` },
    ];
  });
}

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = `([1-9]\\d{0,3}(?:\\.\\d+)?|${WORDS.slice(1).join('|')}|fifteen|twenty|thirty|fifty|hundred)`;
/** The number once more, in figures. */
const AGAIN = '(?:\\s?\\(\\d+\\))?';
const LONGEST = 60;
const SECOND = new RegExp(
  `(?::\\s?|for[\\s\\p{Pd}]\\s?(?:(every|each)\\s)?)${NUMBER}${AGAIN}(?![\\p{L}\\p{N}:%]|[.,]\\d)`,
  'iuy',
);
const EDGE = '(?<![\\p{L}\\p{N}\\p{Sc}.,:])';
const FIRST = new RegExp(`${EDGE}${NUMBER}${AGAIN}\\s?[\\p{Pd}]?\\s?$`, 'iu');
const FIRST_WITH_NAME = new RegExp(`${EDGE}${NUMBER}${AGAIN}(?:\\s[\\p{L}-]+){0,4}\\s$`, 'iu');

function figures(number: string): string {
  const word = number.toLowerCase();
  const at = WORDS.indexOf(word);
  return at > 0 ? String(at) : (TENS[word] ?? word.replace('.', POINT));
}

const TENS: Readonly<Record<string, string>> = {
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  fifty: '50',
  hundred: '100',
};
