import type { Page, Piece } from './page.ts';
import { rowsOf } from './rows.ts';

/** Fewer numbers than these may be the marks of paragraphs. */
const ENOUGH = 3;
/** No page has so many lines. */
const MOST = 200;
/** Where each line is numbered, a page has many; a list in a table has fewer. */
const MANY = 20;

/**
 * Pages without the numbers that a word processor prints in the left margin beside each line of a text, or beside each fifth:
 * they rise by as much as there are lines from one to the next. `numbered` is which pages had them.
 */
export function withoutLineNumbers(pages: readonly Page[]): { pages: readonly Page[]; numbered: readonly number[] } {
  const found = pages.map(numbersOf);
  const known = found.find((numbers) => numbers.length >= ENOUGH);
  if (!known) return { pages, numbered: [] };
  const right = Math.max(...known.map(rightOf));
  const isLike = (numbers: readonly Piece[]) => numbers.every((piece) => Math.abs(rightOf(piece) - right) < 12);
  const own = found.map((numbers) => new Set(isLike(numbers) ? numbers : []));
  return {
    pages: pages.map((page, at) => ({ ...page, pieces: page.pieces.filter((piece) => !own[at]?.has(piece)) })),
    numbered: pages.filter((_, at) => (own[at]?.size ?? 0) > 0).map(({ number }) => number),
  };
}

/** The numbers beside a page's lines, from top to bottom; none where they do not count the lines. */
function numbersOf({ pieces }: Page): readonly Piece[] {
  const words = pieces.filter(({ text }) => !NUMBER.test(text.trim()));
  const left = Math.min(...words.map(({ x }) => x));
  const numbers = pieces
    .filter((piece) => NUMBER.test(piece.text.trim()) && rightOf(piece) < left - 3)
    .toSorted((a, b) => a.y - b.y);
  if (numbers.length === 0 || numbers.length > MOST) return [];
  const rows = rowsOf(pieces.filter((piece) => !numbers.includes(piece)));
  const places = numbers.map(({ y, size }) => rows.findIndex((row) => Math.abs(row.y - y) < 0.3 * size));
  const values = numbers.map(({ text }) => Number(text));
  const step = numbers.length > 1 ? (values[1] ?? 0) - (values[0] ?? 0) : (values[0] ?? 0);
  const counts = numbers.slice(1).every((_, at) => {
    const [lines, rise] = [places, values].map((all) => (all[at + 1] ?? 0) - (all[at] ?? 0));
    return lines === step && rise === step;
  });
  const text = rows.filter(({ segments }) => segments.length === 1).length;
  const isEach = numbers.length >= MANY && numbers.length > 0.9 * rows.length;
  return counts && !places.includes(-1) && text > 0.7 * rows.length && (step > 1 || isEach) ? numbers : [];
}

const NUMBER = /^\d{1,5}$/;

function rightOf({ x, width }: Piece): number {
  return x + width;
}
