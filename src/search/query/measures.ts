import { foldWord } from '../record/words.ts';
import type { Span } from './periods.ts';
import { way } from './terms.ts';

/** The numbers that stand apart from their units in a text, as some texts have them and others do not. */
export function findMeasures(text: string): readonly Span[] {
  return [...text.matchAll(MEASURE)].map((match) => measureSpan(match.index, match[0]));
}

const MEASURE =
  /(?<![\p{L}\p{N}.,$€£¥^])\d[\d,]*(?:\.\d+)?\s(?:g\/t|k?g|k?t|mt|[kcm]?m|k?oz|moz|lb|ha|[kmg]wh?|pp[mb]|bps|(?:kilo)?met(?:re|er)s?|tonnes?|ounces?|hectares?|(?:kilo)?grams?)(?![\p{L}\p{N}/])/giu;

function measureSpan(start: number, typed: string): Span {
  const [number = '', unit = ''] = typed.split(/\s/).map(foldWord);
  const sign = Object.entries(UNITS).find(([name]) => unit.startsWith(name))?.[1];
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
        ],
      },
    ],
  };
}

/** Units that are written out, by how their names begin. */
const UNITS: Readonly<Record<string, string>> = {
  kilomet: 'km',
  met: 'm',
  tonne: 't',
  ounce: 'oz',
  hectare: 'ha',
  kilogram: 'kg',
  gram: 'g',
};
