import { foldWord } from '../record/words.ts';
import type { Span } from './periods.ts';
import { way, type Way } from './terms.ts';

/** The numbers that stand apart from their units in a text, as some texts have them and others do not. */
export function findMeasures(text: string): readonly Span[] {
  return [...text.matchAll(MEASURE)].map((match) => measureSpan(match.index, match[0]));
}

const MEASURE =
  /(?<![\p{L}\p{N}.,$€£¥^])\d[\d,]*(?:\.\d+)?\s(?:g\/t|k?g|k?t|mt|[kcm]?m|k?oz|moz|lb|ha|[kmg]wh?|pp[mb]|bps|(?:kilo)?met(?:re|er)s?|tonnes?|ounces?|hectares?|(?:kilo)?grams?)(?![\p{L}\p{N}/])/giu;

function measureSpan(start: number, typed: string): Span {
  const [number = '', unit = ''] = typed.split(/\s/).map(foldWord);
  const sign = UNITS[unit.replace('meter', 'metre').replace(/s$/, '')];
  return {
    start,
    end: start + typed.length,
    terms: [
      {
        typed,
        kind: 'word',
        ways: [
          { words: [number, unit], weight: 1 },
          way(`${number}${unit}`),
          ...(sign === undefined ? [] : [way(`${number}${sign}`, 0.95), { words: [number, sign], weight: 0.95 }]),
          ...writtenOut(number, unit),
        ],
      },
    ],
  };
}

/** A number with its unit in one word, `600m`, as texts have it that write the unit out. */
export function writtenOutMeasure(typed: string): readonly Way[] {
  const [, number = '', unit = ''] = /^(\d[\d,]*(?:\.\d+)?)([a-z]+)$/i.exec(typed) ?? [];
  return writtenOut(foldWord(number), unit.toLowerCase());
}

function writtenOut(number: string, sign: string): readonly Way[] {
  const name = Object.keys(UNITS).find((long) => UNITS[long] === sign);
  return name === undefined ? [] : [{ words: [number, name], weight: 0.95 }];
}

const UNITS: Readonly<Record<string, string>> = {
  kilometre: 'km',
  metre: 'm',
  tonne: 't',
  ounce: 'oz',
  hectare: 'ha',
  kilogram: 'kg',
  gram: 'g',
};
