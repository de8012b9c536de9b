import type { Page, Piece } from './page.ts';
import { hasAmount, isRunningText, isSeparate, isTableRow, type MarginRow } from './margins.ts';
import { rowsOf, type Row } from './rows.ts';
import type { Segment } from './segments.ts';
import { isLoneFoot, letterheadIn } from './lone-foot.ts';

/** Parts of a page's height at its top and bottom where running heads and feet stand. */
const TOP = 0.13;
const BOTTOM = 0.87;

/** What was taken off the pages: the text on the first of them, and each page with its own. */
export interface RunningHead {
  readonly text: string;
  readonly pages: readonly number[];
  readonly texts: readonly string[];
}

interface StrippedPages {
  readonly pages: readonly Page[];
  readonly running: readonly RunningHead[];
}

/**
 * Takes running heads, feet and page numbers off the pages, and the letterhead "ASX announcement". What repeats must
 * repeat its words at the same place, and differ in the page's number alone; rows of tables, sentences, what is numbered
 * by its name and what goes on into the text stay. A large heading stays on the first page that has it.
 */
export function stripRunningHeads(pages: readonly Page[]): StrippedPages {
  const body = usualSize(pages);
  const all = pages.map((page) => ({ page, rows: rowsOf(page.pieces) }));
  const counts = repeats(all.map(({ page, rows }) => marginSegments(page, rows)));
  const needed = Math.max(2, Math.ceil(Math.min(pages.length, 10) * 0.4));
  // Numbers that stay the same on all pages are no page's.
  const keyOf = ({ segments }: Pick<MarginRow, 'segments'>, page: number) =>
    segments
      .map((segment) => keysOf(segment, page).toSorted((a, b) => counts(b, segment) - counts(a, segment))[0] ?? '')
      .join('|');
  const isRepeated = (page: Page) => (segment: Segment) =>
    isPageNumber(segment.text, page) || keysOf(segment, page.number).some((key) => counts(key, segment) >= needed);
  const margins = all.map(({ page, rows }) => ({
    page,
    blocks: [
      letterhead(page, rows),
      outermost(page, rows, 'top', isRepeated(page), body),
      outermost(page, rows, 'bottom', isRepeated(page), body),
    ],
  }));
  // What the text goes on from on most of its pages is part of the text, and so is the head of a table.
  const votes = new Map<string, { attached: number; pages: number }>();
  for (const { page, blocks } of margins)
    for (const row of blocks.flat()) {
      const key = keyOf(row, page.number);
      const known = votes.get(key) ?? { attached: 0, pages: 0 };
      votes.set(key, { attached: known.attached + (row.isAttached ? 1 : 0), pages: known.pages + 1 });
    }
  const isText = (row: MarginRow, page: Page) => {
    const vote = votes.get(keyOf(row, page.number));
    return !row.isLone && vote !== undefined && vote.attached > 0.5 * vote.pages;
  };
  const found = new Map<string, { page: number; text: string }[]>();
  const kept = new Set<string>();
  const cleared = margins.map(({ page, blocks }) => {
    const largest = Math.max(0, ...page.pieces.map(({ size }) => size));
    const gone = blocks
      // Where the row nearest to the text is text, the rows behind it may still be none.
      .flatMap((block) => block.slice(0, block.findLastIndex((row) => !isText(row, page)) + 1))
      .filter((row) => {
        const isHeading =
          row.side === 'top' && row.segments.some(({ size }) => size > 1.14 * body && size >= largest) && !row.isLone;
        const key = keyOf(row, page.number);
        if (!isHeading || kept.has(key) || found.has(key)) return true;
        kept.add(key);
        return false;
      });
    for (const row of gone) {
      const key = keyOf(row, page.number);
      const text = row.segments.map((segment) => segment.text).join(' ');
      found.set(key, [...(found.get(key) ?? []), { page: page.number, text }]);
    }
    const pieces = new Set(gone.flatMap(({ segments }) => segments.flatMap((segment) => piecesIn(page, segment))));
    return { ...page, pieces: page.pieces.filter((piece) => !pieces.has(piece)) };
  });
  const running = [...found.values()].map((own) => ({
    text: own[0]?.text ?? '',
    pages: own.map(({ page }) => page),
    texts: own.map(({ text }) => text),
  }));
  return { pages: cleared, running };
}

/** Rows near the top of the first page that say no more than that this is an announcement. */
function letterhead(page: Page, rows: readonly Row[]): MarginRow[] {
  return rows
    .slice(0, 4)
    .filter((row) => row.y < 0.3 * page.height)
    .map((row) => ({ row, segments: letterheadIn(row, page), side: 'top' as const, isLone: true, isAttached: false }))
    .filter(({ segments }) => segments.length > 0);
}

/** The height of the type of most letters. */
function usualSize(pages: readonly Page[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flatMap((page) => page.pieces))
    letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 10;
}

function isMargin(y: number, page: Page, side: 'top' | 'bottom'): boolean {
  return side === 'top' ? y < TOP * page.height : y > BOTTOM * page.height;
}

function marginSegments(page: Page, rows: readonly Row[]): { segment: Segment; page: number }[] {
  return rows
    .filter(({ y }) => isMargin(y, page, 'top') || isMargin(y, page, 'bottom'))
    .flatMap(({ segments }) => segments.map((segment) => ({ segment, page: page.number })));
}

/** The rows of a page's margin that are nothing but running heads, from the edge inwards until the first that is none. */
function outermost(
  page: Page,
  all: readonly Row[],
  side: 'top' | 'bottom',
  isRepeated: (segment: Segment) => boolean,
  body: number,
): MarginRow[] {
  const rows = all.filter((row) => letterheadIn(row, page).length < row.segments.length);
  const inwards = side === 'top' ? rows : rows.toReversed();
  const block: Omit<MarginRow, 'isAttached'>[] = [];
  for (const [index, row] of inwards.entries()) {
    if (!isMargin(row.y, page, side) || isInGrid(page, row)) break;
    const isLone = side === 'bottom' && isLoneFoot(row, inwards[index + 1], page, body);
    const segments = isLone ? row.segments : row.segments.filter(isRepeated);
    if (segments.length === 0 || isRunningText(row, side) || hasAmount(row)) break;
    // Running heads have three parts at most; of the names of a table's columns some may be the next table's, too.
    if (row.segments.length > 3 && segments.length < row.segments.length) break;
    block.push({ row, segments, side, isLone });
  }
  let isAttached = true;
  return block
    .map((entry, index): MarginRow => {
      const next = inwards[index + 1];
      return {
        ...entry,
        isAttached:
          next === undefined ? side === 'top' : !isSeparate(entry.row, next, page) || isTableRow(entry.row, next),
      };
    })
    .reverse()
    .map((entry) => {
      // Behind a row that stands apart from the text, all others do.
      isAttached &&= entry.isAttached;
      return { ...entry, isAttached };
    })
    .reverse();
}

/** What is inside a drawn table stays with it: upright lines stand on both its sides, and level ones above or below it. */
function isInGrid(page: Page, { y, size, segments }: Row): boolean {
  const [left, right] = [segments[0]?.x0 ?? 0, segments.at(-1)?.x1 ?? 0];
  const beside = page.rules.filter(
    (rule) => rule.x1 - rule.x0 < 1 && rule.y0 < y - 0.5 * size && rule.y1 > y - 0.1 * size,
  );
  return (
    beside.some((rule) => rule.x0 < left + 3) &&
    beside.some((rule) => rule.x0 > right - 3) &&
    page.rules.some(
      (rule) => rule.y1 - rule.y0 < 1 && Math.abs(rule.y0 - y) < 60 && rule.x0 < left + 3 && rule.x1 > right - 3,
    )
  );
}

/** On how many pages a text stands at the same place. */
function repeats(
  margins: readonly (readonly { segment: Segment; page: number }[])[],
): (key: string, segment: Segment) => number {
  const byKey = new Map<string, { segment: Segment; page: number }[]>();
  for (const one of margins.flat())
    for (const key of keysOf(one.segment, one.page)) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  return (key, segment) =>
    new Set((byKey.get(key) ?? []).filter((other) => isAtSamePlace(other.segment, segment)).map(({ page }) => page))
      .size;
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

/** `3`, `3/12`, `Page 3 of 12`, `- 3 -`: the page's own number or near it, and nothing else. */
function isPageNumber(text: string, page: Page): boolean {
  const match = /^(?:page\s*)?[-–—|]?\s*(\d{1,4})\s*[-–—|]?\s*(?:(?:\/|of)\s*\d{1,4})?$/i.exec(text.trim());
  return match !== null && Math.abs(Number(match[1]) - page.number) <= 4;
}

function piecesIn(page: Page, segment: Segment): Piece[] {
  return page.pieces.filter(
    (piece) =>
      Math.abs(piece.y - segment.y) < 0.75 * segment.size && piece.x >= segment.x0 - 0.5 && piece.x < segment.x1,
  );
}
