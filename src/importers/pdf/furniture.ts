import type { Page, Piece } from './page.ts';
import { rowsOf } from './rows.ts';

/** Parts of a page's height at its top and bottom where running heads and feet stand. */
const TOP = 0.13;
const BOTTOM = 0.87;

interface Unfurnished {
  readonly pages: readonly Page[];
  /** What was taken off: each text once, with the pages that bore it. */
  readonly running: readonly { readonly text: string; readonly pages: readonly number[] }[];
}

/**
 * Takes running heads, feet and page numbers off the pages: what stands at the same height of several pages with
 * the same words (numbers aside), and what can only be a page's number.
 */
export function takeFurniture(pages: readonly Page[]): Unfurnished {
  const margins = pages.map(marginRows);
  const repeated = (page: number, row: MarginRow) =>
    margins.filter((rows, other) => other !== page && rows.some((candidate) => isSame(row, candidate))).length + 1;
  const needed = Math.max(2, Math.ceil(Math.min(pages.length, 10) * 0.4));
  const found = new Map<string, number[]>();
  const cleared = pages.map((page, index) => {
    const rows = margins[index] ?? [];
    const gone = rows.filter(
      (row) => isPageNumber(row.text, page) || (pages.length > 1 && repeated(index, row) >= needed),
    );
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

function isSame(a: MarginRow, b: MarginRow): boolean {
  return Math.abs(a.y - b.y) < 6 && numberless(a.text) === numberless(b.text);
}

function numberless(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}

/** `3`, `3/12`, `Page 3 of 12`, `- 3 -`: the page's own number or near it, and nothing else. */
function isPageNumber(text: string, page: Page): boolean {
  const match = /^(?:page\s*)?[-–—|]?\s*(\d{1,4})\s*[-–—|]?\s*(?:(?:\/|of)\s*\d{1,4})?$/i.exec(text.trim());
  return match !== null && Math.abs(Number(match[1]) - page.number) <= 4;
}
