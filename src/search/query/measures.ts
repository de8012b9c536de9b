import { foldWord } from '../record/words.ts';
import type { Span } from './periods.ts';
import { way, type Way } from './terms.ts';

/** The numbers that stand apart from their units in a text, as some texts have them and others do not. */
export function findMeasures(text: string): readonly Span[] {
  return [...text.matchAll(MEASURE)].map((match) => measureSpan(match.index, match[0]));
}

const MEASURE =
  /(?<![\p{L}\p{N}.,$€£¥^])\d[\d,]*(?:\.\d+)?\s(?:million\s(?=[ot]))?(?:g\/t|k?g|[km]?t|[kcm]?m|[km]?oz|lb|ha|[kmg]wh?|[tpg]j|[tb]cf|pp[mb]|[bc]ps|(?:kilo)?met(?:re|er)s?|tonnes?|ounces?|hectares?|(?:kilo)?grams?)(?![\p{L}\p{N}/])/giu;

function measureSpan(start: number, typed: string): Span {
  const [number = '', ...units] = typed.split(/\s/).map(foldWord);
  const unit = (units.at(-1) ?? '').replace('meter', 'metre').replace(/(?<!p)s$/, '');
  const scale = units.length > 1 ? 'm' : '';
  const sign = scale + (UNITS[unit] ?? unit);
  return {
    start,
    end: start + typed.length,
    terms: [
      {
        typed,
        kind: 'word',
        ways: [
          { words: [number, ...units], weight: 1 },
          way(number + units.join('')),
          way(number + sign, 0.95),
          { words: [number, sign], weight: 0.95 },
          ...writtenOut(number, sign),
        ],
      },
    ],
  };
}

/** A number with its unit in one word, `600m`, as texts have it that write the unit apart or out. */
export function apartMeasure(typed: string): readonly Way[] {
  const [, number = '', unit = ''] = /^(\d[\d.,ˑ]*)([a-z]{1,5})$/i.exec(typed) ?? [];
  const [digits, sign] = [number, unit].map(foldWord) as [string, string]; // of two
  return [...(sign.length > 1 ? [{ words: [digits, sign], weight: 0.95 }] : []), ...writtenOut(digits, sign)];
}

function writtenOut(number: string, sign: string): readonly Way[] {
  return Object.entries(UNITS).flatMap(([name, short]) => [
    ...(short === sign ? [{ words: [number, name], weight: 0.95 }] : []),
    ...(`m${short}` === sign && /^[to]/.test(short) ? [{ words: [number, 'million', name], weight: 0.95 }] : []),
  ]);
}

const UNITS: Readonly<Record<string, string>> = {
  kilometre: 'km',
  metre: 'm',
  tonne: 't',
  ounce: 'oz',
  hectare: 'ha',
  kilogram: 'kg',
  gram: 'g',
  cent: 'cps',
};
