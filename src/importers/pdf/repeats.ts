import type { Segment } from './segments.ts';

interface Repeats {
  readonly isRepeated: (segment: Segment, page: number) => boolean;
  /** The same for rows that differ in the page's number alone. */
  readonly keyOf: (segments: readonly Segment[], page: number) => string;
}

/** What stands at the same place on several pages, of the margins of all pages. */
export function repeats(margins: readonly (readonly { segment: Segment; page: number }[])[]): Repeats {
  const byKey = new Map<string, { segment: Segment; page: number }[]>();
  for (const one of margins.flat())
    for (const key of keysOf(one.segment, one.page)) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  const count = (key: string, segment: Segment) =>
    new Set((byKey.get(key) ?? []).filter((other) => isAtSamePlace(other.segment, segment)).map(({ page }) => page))
      .size;
  const needed = Math.max(2, Math.ceil(Math.min(margins.length, 10) * 0.4));
  // Numbers that stay the same on all pages are no page's.
  const best = (segment: Segment, page: number) =>
    keysOf(segment, page).toSorted((a, b) => count(b, segment) - count(a, segment))[0] ?? '';
  return {
    isRepeated: (segment, page) => keysOf(segment, page).some((key) => count(key, segment) >= needed),
    keyOf: (segments, page) => segments.map((segment) => best(segment, page)).join('|'),
  };
}

function isAtSamePlace(a: Segment, b: Segment): boolean {
  const middle = (segment: Segment) => (segment.x0 + segment.x1) / 2;
  return (
    Math.abs(a.y - b.y) < 6 &&
    (Math.abs(a.x0 - b.x0) < 12 || Math.abs(a.x1 - b.x1) < 12 || Math.abs(middle(a) - middle(b)) < 12)
  );
}

/** A text as it is, and with each number that may be a page's by how far it is from the page's own. */
function keysOf({ text }: Segment, page: number): string[] {
  const folded = text.replace(/\s+/g, ' ').trim().toLowerCase();
  const numbers = [...folded.matchAll(PAGE_NUMBER)].filter(({ index }) => !NAMED.test(folded.slice(0, index)));
  const roman = readRoman(folded);
  return [
    folded,
    ...(roman === undefined ? [] : [`roman #${roman - page}`]),
    ...numbers.map(
      ({ 0: digits, index }) =>
        `${folded.slice(0, index)}#${Number(digits) - page}${folded.slice(index + digits.length)}`,
    ),
  ];
}

/** The number that is written in small Roman figures and stands alone, as the first pages of a booklet have it; up to 39. */
function readRoman(text: string): number | undefined {
  const [, tens = '', units = ''] = /^[–— -]*(x{0,3})(ix|iv|v?i{0,3})[–— -]*$/.exec(text) ?? [];
  return tens + units === '' ? undefined : 10 * tens.length + ROMAN.indexOf(units);
}

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** A whole number where pages have theirs: at a text's beginning or end, behind `page`, or before how many there are. */
const PAGE_NUMBER =
  /^\d{1,4}(?=$|\s)|(?<=(?:^|\s)(?:page|p\.) ?)\d{1,4}(?![\d.,]*\d)|(?<![^\s|–—-])\d{1,4}(?=$|\s*(?:\/|\bof\b)\s*\d{1,4}\b)/g;

/** What is numbered by its name is the text's own: `Resolution 3`, `Schedule 2`. */
const NAMED =
  /(?:^|\s)(?:annexure|appendix|attachment|class|exhibit|figure|hole|item|note|option|part|phase|proposal|question|resolution|schedule|section|series|stage|table|tranche|volume)s? $/;
