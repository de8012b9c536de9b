import type { Page, Piece } from './page.ts';
import { hasAmount, isRunningText, isSeparate, isTableRow, type MarginRow } from './margins.ts';
import { repeats } from './repeats.ts';
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

/** A row of a margin on its page, with the text that it has in common with those of other pages. */
interface Candidate extends MarginRow {
  readonly page: Page;
  readonly key: string;
}

/**
 * Takes running heads, feet and page numbers off the pages, and the letterhead "ASX announcement". What repeats must
 * repeat its words at the same place, and differ in the page's number alone; rows of tables, sentences, what is numbered
 * by its name and what goes on into the text stay. A large heading stays on the first page that has it.
 */
export function stripRunningHeads(pages: readonly Page[]): StrippedPages {
  const body = usualSize(pages);
  const heads = withoutHeadings(withoutText(candidates(pages, body)), body);
  const perPage = Map.groupBy(heads, ({ page }) => page);
  return {
    pages: pages.map((page) => withoutRows(page, perPage.get(page) ?? [])),
    running: [...Map.groupBy(heads, ({ key }) => key).values()].map(runningHead),
  };
}

/** The blocks of rows at the edges of each page that may be running heads or feet. */
function candidates(pages: readonly Page[], body: number): Candidate[][] {
  const all = pages.map((page) => ({ page, rows: rowsOf(page.pieces) }));
  const { isRepeated, keyOf } = repeats(all.map(({ page, rows }) => marginSegments(page, rows)));
  return all.flatMap(({ page, rows }) => {
    const isHead = (segment: Segment) => isPageNumber(segment.text, page) || isRepeated(segment, page.number);
    return [
      letterhead(page, rows),
      outermost(page, rows, 'top', isHead, body),
      outermost(page, rows, 'bottom', isHead, body),
    ].map((block) => block.map((row) => ({ ...row, page, key: keyOf(row.segments, page.number) })));
  });
}

/** What the text goes on from on most of its pages is part of the text, and so is the head of a table. */
function withoutText(blocks: readonly (readonly Candidate[])[]): Candidate[] {
  const byKey = [...Map.groupBy(blocks.flat(), ({ key }) => key)];
  const attached = new Set(
    byKey.filter(([, own]) => own.filter((row) => row.isAttached).length > 0.5 * own.length).map(([key]) => key),
  );
  // Where the row nearest to the text is text, the rows behind it may still be none.
  return blocks.flatMap((block) =>
    block.slice(0, block.findLastIndex((row) => row.isLone || !attached.has(row.key)) + 1),
  );
}

/** A heading stays where it stands first, unless an earlier page has its words as a running head. */
function withoutHeadings(rows: readonly Candidate[], body: number): Candidate[] {
  const byKey = [...Map.groupBy(rows, ({ key }) => key).values()];
  const kept = new Set(
    byKey.map((own) => {
      const heading = own.find((row) => isHeading(row, body));
      return heading?.page === own[0]?.page ? heading : undefined;
    }),
  );
  return rows.filter((row) => !kept.has(row));
}

function isHeading({ page, segments, side, isLone }: Candidate, body: number): boolean {
  const largest = Math.max(0, ...page.pieces.map(({ size }) => size));
  return side === 'top' && !isLone && segments.some(({ size }) => size > 1.14 * body && size >= largest);
}

function withoutRows(page: Page, rows: readonly Candidate[]): Page {
  const gone = new Set(rows.flatMap(({ segments }) => segments.flatMap((segment) => piecesIn(page, segment))));
  return { ...page, pieces: page.pieces.filter((piece) => !gone.has(piece)) };
}

function runningHead(rows: readonly Candidate[]): RunningHead {
  const texts = rows.map(({ segments }) => segments.map(({ text }) => text).join(' '));
  return { text: texts[0] ?? '', pages: rows.map(({ page }) => page.number), texts };
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
