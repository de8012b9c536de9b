import type { Page, Piece } from './page.ts';
import { rowsOf } from './rows.ts';

/** Parts of a page's height at its top and bottom where running heads and feet stand. */
const TOP = 0.13;
const BOTTOM = 0.87;

interface StrippedPages {
  readonly pages: readonly Page[];
  /** What was taken off: each text once, with the pages that bore it. */
  readonly running: readonly { readonly text: string; readonly pages: readonly number[] }[];
}

/**
 * Takes running heads, feet and page numbers off the pages: what stands at the same height of several pages with
 * the same words (numbers aside), and what can only be a page's number.
 */
export function stripRunningHeads(pages: readonly Page[]): StrippedPages {
  const margins = pages.map(marginRows);
  const repeated = repeats(margins);
  const needed = Math.max(2, Math.ceil(Math.min(pages.length, 10) * 0.4));
  const found = new Map<string, number[]>();
  const cleared = pages.map((page, index) => {
    const rows = margins[index] ?? [];
    const gone = rows.filter((row) => isPageNumber(row.text, page) || (pages.length > 1 && repeated(row) >= needed));
    for (const row of gone) found.set(row.text, [...(found.get(row.text) ?? []), page.number]);
    const pieces = new Set(gone.flatMap((row) => row.pieces));
    return { ...page, pieces: page.pieces.filter((piece) => !pieces.has(piece)) };
  });
  return { pages: cleared, running: [...found].map(([text, numbers]) => ({ text, pages: numbers })) };
}

interface MarginRow {
  readonly text: string;
  readonly y: number;
  readonly pieces: readonly Piece[];
}

/** The outermost rows of a page, one for each column of a head or foot. */
function marginRows(page: Page): MarginRow[] {
  const outer = page.pieces.filter((piece) => piece.y < TOP * page.height || piece.y > BOTTOM * page.height);
  // What is inside a drawn table stays with it.
  const free = outer.filter(
    (piece) => !page.rules.some((rule) => rule.x1 - rule.x0 < 1 && rule.y0 < piece.y - 1 && rule.y1 > piece.y + 1),
  );
  return rowsOf(free).map((row) => {
    const pieces = free.filter(
      (piece) =>
        Math.abs(piece.y - row.y) < 0.75 * row.size &&
        row.segments.some((segment) => piece.x >= segment.x0 - 0.5 && piece.x < segment.x1),
    );
    return { text: row.segments.map((segment) => segment.text).join(' '), y: row.y, pieces };
  });
}

/** On how many pages a row stands, at the same height and with the same words. */
function repeats(margins: readonly (readonly MarginRow[])[]): (row: MarginRow) => number {
  const rows = margins.flatMap((own, page) => own.map(({ text, y }) => ({ words: numberless(text), y, page })));
  const byWords = Map.groupBy(rows, ({ words }) => words);
  const known = new Map<string, number>();
  return ({ text, y }) => {
    const words = numberless(text);
    const key = `${y} ${words}`;
    const pages = () =>
      new Set((byWords.get(words) ?? []).filter((row) => Math.abs(row.y - y) < 6).map((row) => row.page)).size;
    const count = known.get(key) ?? pages();
    known.set(key, count);
    return count;
  };
}

function numberless(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}

/** `3`, `3/12`, `Page 3 of 12`, `- 3 -`: the page's own number or near it, and nothing else. */
function isPageNumber(text: string, page: Page): boolean {
  const match = /^(?:page\s*)?[-–—|]?\s*(\d{1,4})\s*[-–—|]?\s*(?:(?:\/|of)\s*\d{1,4})?$/i.exec(text.trim());
  return match !== null && Math.abs(Number(match[1]) - page.number) <= 4;
}
