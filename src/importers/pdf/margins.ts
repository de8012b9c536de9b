import type { Page } from './page.ts';
import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** A row of a page's margin, and those of its parts that may be a running head or foot. */
export interface MarginRow {
  readonly row: Row;
  readonly segments: readonly Segment[];
  readonly side: 'top' | 'bottom';
  /** True when it is known by its own words. */
  readonly isLone: boolean;
  /** True when it and all rows between it and the text go on into the text or into a table there. */
  readonly isAttached: boolean;
}

/** True for a sentence at a page's top, and for the end of one anywhere: words that begin small and end with a stop. */
export function isRunningText({ segments }: Row, side: 'top' | 'bottom'): boolean {
  const text = segments.map((segment) => segment.text).join(' ');
  if (side === 'top' && /^\p{Lu}.*\p{Ll}{3}\.$/u.test(text) && text.includes(' ')) return true;
  return /^\p{Ll}/u.test(text) && /[.;,]$/.test(text) && text.split(' ').length > 3;
}

/** True for a row of a table with an amount in a cell of its own, which no running head has: the text beside it is its label. */
export function hasAmount({ segments }: Row): boolean {
  return segments.length > 1 && segments.some(({ text }) => AMOUNT.test(text.trim()));
}

const AMOUNT = /^\(?-?(?:A?\$\s?\d[\d,.]*|\d{1,3}(?:,\d{3})+(?:\.\d+)?)\)?$/;

/** True when a reader sees that a row of the margin and its neighbour inwards do not belong together. */
export function isSeparate(row: Row, next: Row, page: Page): boolean {
  const [above, below] = row.y < next.y ? [row, next] : [next, row];
  const size = Math.max(row.size, next.size);
  if (Math.abs(below.y - above.y) > 1.9 * size) return true;
  if (Math.abs(row.size - next.size) > 0.08 * size) return true;
  if (row.segments.every(({ bold }) => bold) !== next.segments.every(({ bold }) => bold)) return true;
  const [left, right] = [Math.min(...row.segments.map(({ x0 }) => x0)), Math.max(...row.segments.map(({ x1 }) => x1))];
  return page.rules.some(
    (rule) =>
      rule.y1 - rule.y0 < 1 &&
      rule.y0 > above.y &&
      rule.y0 < below.y &&
      Math.min(rule.x1, right) - Math.max(rule.x0, left) > 0.5 * (right - left),
  );
}

/** True when a row and its neighbour inwards are rows of one table: their columns stand below one another, or the neighbour has many. */
export function isTableRow(row: Row, next: Row): boolean {
  if (row.segments.length < 2 || next.segments.length < 2) return false;
  if (Math.abs(row.y - next.y) > 3.5 * Math.max(row.size, next.size)) return false;
  const beside = row.segments.filter((segment) =>
    next.segments.some((other) => other.x0 < segment.x1 && other.x1 > segment.x0),
  ).length;
  if (next.segments.length >= 3 && beside >= 1) return true;
  return beside === row.segments.length && row.segments.length === next.segments.length;
}
