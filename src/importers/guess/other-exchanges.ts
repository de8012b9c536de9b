import type { Line } from '../model/extract.ts';

/**
 * True where a text names a company by its code of another exchange before the one with this ASX code, and as often:
 * `Sample Metals (TSX: SMP) buys a mine of Example Minerals (ASX: XMX)` is Sample's. Both codes side by side, as in
 * `(LSE: SMP, ASX: XMX)`, are one company's; and so are those of a text whose running heads have the ASX code.
 */
export function isAnotherFirst(lines: readonly Line[], code: string): boolean {
  const own = new RegExp(`\\bASX\\b[^\\p{L}]{0,4}\\b${code}\\b`, 'gu');
  if (lines.some(({ text, running }) => running && text.search(own) !== -1)) return false;
  const text = lines.map((line) => line.text.slice(0, LONGEST_LINE)).join(' ');
  const places = [...text.matchAll(own)].map(({ index }) => index);
  const others = [...text.matchAll(OTHER)].filter(([, other]) => other !== code);
  const [first] = others;
  if (!first || places[0] === undefined || first.index > places[0]) return false;
  const same = others.filter(([, other]) => other === first[1]);
  const isBeside = ({ 0: words, index }: RegExpExecArray) => {
    const end = index + words.length;
    const next = places.find((place) => place >= end);
    return next !== undefined && next - end < 80 && !/\p{L}/u.test(text.slice(end, next).replace(OTHER, ''));
  };
  return same.length >= places.length && !same.some(isBeside);
}

const LONGEST_LINE = 4000;

const OTHER =
  /\b(?:NYSE(?:[ -]?(?:American|AMERICAN|Arca))?|NASDAQ|Nasdaq|TSX(?:[ .-]?V)?|CSE|OTC[ A-Za-z]{0,8}|Pink|LSE|AIM|JSE|NZX|FSE|FRA|Frankfurt|SGX|HKEX|SEHK)\s?:\s?([A-Z0-9]{1,6})\b/g;
