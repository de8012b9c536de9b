import type { Strip } from './bands.ts';
import type { Rule } from './page.ts';
import type { Segment } from './segments.ts';
import { readTabular } from './tabular.ts';

/** The free stretch between two columns. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** Rows with a gutter between their columns. */
export interface Band {
  readonly rows: readonly Strip[];
  readonly gutter: Gutter;
}

/** The rows from `start` on that a gutter parts, if at least two of them have text on both sides or one has many lines beside it. */
export function growBand(strips: readonly Strip[], start: number, rules: readonly Rule[]): Band | undefined {
  let gutters = gaps(strips[start]?.segments ?? []);
  let end = start + 1;
  let tableFrom: number | undefined;
  const size = strips[start]?.size ?? 10;
  for (; end < strips.length; end++) {
    const [before, strip] = [strips[end - 1], strips[end]];
    if (!before || !strip || isParted(before, strip, rules, gutters)) break;
    // Below two columns of text a table may begin whose columns stand under both.
    const table = strip.segments.length > 2 ? readTabular(strips.slice(end)) : undefined;
    if (table?.unit.kind === 'columns') {
      const from = tableFrom ?? end;
      if (!isBesideText(strips.slice(start, from), strips.slice(from, end + table.length), gutters)) break;
      tableFrom = from;
    }
    if (strip.segments.length === 1 && strip.size > 1.25 * size) {
      if (strip.y - before.y > 2.4 * strip.size || isFarFromRight(strips, end, gutters)) break;
    }
    if (strip.y - before.y > 5 * size && strip.segments.length === 1) break;
    const narrowed = gutters
      .flatMap((gutter) => narrow(gutter, strip.segments))
      .filter((gutter) => gutter.to - gutter.from >= Math.max(5, 0.6 * size));
    if (narrowed.length === 0) break;
    gutters = narrowed;
  }
  const gutter = widest(gutters);
  if (!gutter) return undefined;
  const sides = (strip: Strip) => ({
    left: strip.segments.some((one) => one.x0 < gutter.from),
    right: strip.segments.some((one) => one.x1 > gutter.to),
  });
  // What follows below the right column's end belongs to the left one only where it goes on closely.
  const lastRight = strips.slice(start, end).findLastIndex((strip) => sides(strip).right) + start;
  let last = Math.max(lastRight, start);
  while (last + 1 < end && (strips[last + 1]?.y ?? 0) - (strips[last]?.y ?? 0) < 1.6 * (strips[last]?.size ?? size))
    last += 1;
  const rows = strips.slice(start, last + 1);
  const two = rows.filter((strip) => sides(strip).left && sides(strip).right).length;
  return two >= 2 || rows.length >= 3 ? { rows, gutter } : undefined;
}

/** True where what looks like rows of a table below two columns is a table in one of them, and the text of the other one goes on beside it. */
function isBesideText(above: readonly Strip[], table: readonly Strip[], gutters: readonly Gutter[]): boolean {
  const gutter = widest(gutters);
  if (!gutter) return false;
  const columns = splitAt(above, gutter);
  return splitAt(table, gutter).some((side, index) => {
    const column = columns[index]?.flatMap(({ segments }) => segments) ?? [];
    const [x0, x1] = [Math.min(...column.map((one) => one.x0)), Math.max(...column.map((one) => one.x1))];
    const full = side.filter(
      ({ segments: [only, ...others] }) =>
        only && others.length === 0 && Math.abs(only.x0 - x0) < 2 && only.x1 - x0 > 0.7 * (x1 - x0),
    );
    return side.length > 2 && full.length > 0.6 * side.length;
  });
}

function widest(gutters: readonly Gutter[]): Gutter | undefined {
  return gutters.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
}

/** True for a heading beside and near which nothing stands in the right column: that of the letterhead has ended, that of the text begins below. */
function isFarFromRight(strips: readonly Strip[], at: number, gutters: readonly Gutter[]): boolean {
  const heading = strips[at];
  const right = Math.min(...gutters.map(({ to }) => to));
  return strips.every(
    ({ y, segments }) =>
      Math.abs(y - (heading?.y ?? 0)) > 2 * (heading?.size ?? 0) || segments.every(({ x0 }) => x0 < right - 1),
  );
}

function gaps(segments: readonly Segment[]): Gutter[] {
  return segments.slice(1).map((segment, index) => ({ from: segments[index]?.x1 ?? 0, to: segment.x0 }));
}

/** What is left of a gutter beside a row: the widest part that no text of the row stands in. */
function narrow(gutter: Gutter, segments: readonly Segment[]): Gutter[] {
  let parts: Gutter[] = [gutter];
  for (const segment of segments) {
    parts = parts.flatMap((part) => {
      if (segment.x1 <= part.from || segment.x0 >= part.to) return [part];
      return [
        { from: part.from, to: Math.min(part.to, segment.x0) },
        { from: Math.max(part.from, segment.x1), to: part.to },
      ].filter((piece) => piece.to > piece.from);
    });
  }
  return parts.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 1);
}

/** True when a drawn line runs across the gutters between two rows, as between the parts of a page. */
function isParted(above: Strip, below: Strip, rules: readonly Rule[], gutters: readonly Gutter[]): boolean {
  return rules.some(
    (rule) =>
      rule.y1 - rule.y0 < 1 &&
      rule.y0 > above.y &&
      rule.y0 < below.y - 0.5 * below.size &&
      gutters.every((gutter) => rule.x0 < gutter.from && rule.x1 > gutter.to),
  );
}

/** The strips left and right of a gutter. */
export function splitAt(strips: readonly Strip[], gutter: Gutter): [Strip[], Strip[]] {
  const middle = (gutter.from + gutter.to) / 2;
  const side = (keep: (segment: Segment) => boolean) =>
    strips.flatMap((strip): Strip[] =>
      strip.table ? (strip.segments.every(keep) ? [strip] : []) : levels(strip.segments.filter(keep)),
    );
  return [side((segment) => segment.x0 < middle), side((segment) => segment.x0 >= middle)];
}

/** Segments as rows of one baseline each. */
export function levels(segments: readonly Segment[]): Strip[] {
  const rows = [...Map.groupBy(segments, (segment) => segment.y)].toSorted(([a], [b]) => a - b);
  return rows.map(([y, own]) => ({ y, size: Math.max(...own.map((segment) => segment.size)), segments: own }));
}
