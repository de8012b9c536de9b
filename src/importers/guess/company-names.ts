import type { Line } from '../model/extract.ts';
import type { Guess, Knowledge } from './guess.ts';

type Companies = NonNullable<Knowledge['companies']>;

/**
 * The companies whose names stand in these lines, each code once: by the whole name, or where none does, by the name without
 * its legal form (`Example Minerals` of `Example Minerals Limited`), when that has two words or more.
 */
export function companiesIn(lines: readonly Line[], companies: Companies): readonly Guess[] {
  const text = fold(lines.map((line) => line.text.slice(0, LONGEST_LINE)).join(' '));
  const whole = found(text, companies, (name) => fold(name));
  return whole.length > 0 ? whole : found(text, companies, shortName);
}

const LONGEST_LINE = 1000;

function found(text: string, companies: Companies, folded: (name: string) => string | undefined): Guess[] {
  const named = companies.flatMap(({ code, name }) => {
    const words = folded(name);
    return words !== undefined && text.includes(words) ? [{ code, name, words }] : [];
  });
  // Example Minerals Royalty Trust is not also Example Minerals.
  const longest = named.filter(
    ({ words }) => !named.some((other) => other.words !== words && other.words.includes(words)),
  );
  return [...new Map(longest.map((one) => [one.code, one])).values()].map(({ code, name }) => ({
    value: code,
    evidence: name,
    confidence: 'likely',
  }));
}

function shortName(name: string): string | undefined {
  const words = fold(name).trim().split(' ');
  while (LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.length >= 2 ? ` ${words.join(' ')} ` : undefined;
}

const LEGAL_FORMS = new Set(['limited', 'plc', 'inc', 'nl', 'pty', 'corporation', 'nv', 'sa']);

/** In small letters with one space around every word, so that whole words are compared; Ltd is Limited. */
function fold(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bltd\b/g, 'limited')
    .replace(/\bn l\b/g, 'nl');
  return ` ${words} `;
}
