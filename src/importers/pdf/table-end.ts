import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';
import { isFigure } from './figures.ts';

/**
 * True for a heading below a table: a bold line alone, below which text follows or rows that have no column in common with
 * those above. The name of a part of the table stands over the table's own columns.
 */
export function isHeadingBelow(rows: readonly Row[], at: number): boolean {
  const [only, ...others] = rows[at]?.segments ?? [];
  if (!only?.bold || others.length > 0) return false;
  const above = rows
    .slice(0, at)
    .filter(({ segments }) => segments.slice(1).some(isFigure) && !segments.every(({ bold }) => bold));
  if (above.length < 2) return false;
  const [next, second] = rows.slice(at + 1, at + 3);
  if (next?.segments.length === 1 && (next.segments[0]?.text.length ?? 0) > 80) return true;
  const below = [next, second].find((row) => (row?.segments.length ?? 0) > 1)?.segments.slice(1) ?? [];
  const columns = above.flatMap(({ segments }) => segments.slice(1));
  return below.length > 0 && !below.some((segment) => columns.some((other) => isInLine(segment, other)));
}

function isInLine(a: Segment, b: Segment): boolean {
  const middle = ({ x0, x1 }: Segment) => (x0 + x1) / 2;
  return [a.x0 - b.x0, a.x1 - b.x1, middle(a) - middle(b)].some((distance) => Math.abs(distance) < 4);
}
