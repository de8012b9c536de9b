import type { Rule } from './page.ts';
import type { Row, Segment } from './rows.ts';
import type { RuledTable } from './ruled.ts';
import { isFigure, readTabular, type Tabular } from './tabular.ts';

/** A row of the page, or a drawn table that stands there like one. */
export type Strip = Row & { readonly table?: RuledTable };

/** What stands together, in the order of reading. */
export type Unit =
  | { readonly kind: 'lines'; readonly rows: readonly Row[]; readonly right: number }
  | { readonly kind: 'table'; readonly table: RuledTable }
  | Tabular;

/**
 * Puts the strips of a page, or of one of its columns, into reading order: rows from top to bottom, and where a
 * gutter runs down several rows, the column on its left before the one on its right. Rows that are a table by
 * their columns come back as one unit. `right` is where the text's lines would end.
 */
export function readingOrder(rows: readonly Strip[], right: number, rules: readonly Rule[]): Unit[] {
  const units: Unit[] = [];
  const strips = sideBySide(rows);
  let plainRows: Row[] = [];
  const flush = () => {
    if (plainRows.length > 0) units.push({ kind: 'lines', rows: plainRows, right });
    plainRows = [];
  };
  for (let index = 0; index < strips.length;) {
    const strip = strips[index];
    if (!strip) break;
    if (strip.table) {
      flush();
      units.push({ kind: 'table', table: strip.table });
      index += 1;
      continue;
    }
    const isWide = strip.segments.length > 1;
    const tabular = isWide ? readTabular(strips.slice(index)) : undefined;
    const band = isWide && !tabular ? growBand(strips, index, rules) : undefined;
    if (tabular) {
      flush();
      units.push(tabular.unit);
      index += tabular.length;
    } else if (band && isFiguresBeside(strips.slice(index, band.end), band.gutter)) {
      // Figures without the words on their left would say nothing, so the rows stay whole.
      const found = strips.slice(index, band.end).findIndex((row) => row.segments.slice(1).some(isFigure));
      const table = readTabular(strips.slice(index + found, band.end));
      if (found > 0)
        units.push(...(flush(), [{ kind: 'preformatted' as const, rows: strips.slice(index, index + found) }]));
      else flush();
      units.push(table?.unit ?? { kind: 'preformatted', rows: strips.slice(index + found, band.end) });
      index += found + (table?.length ?? band.end - index - found);
    } else if (band) {
      flush();
      for (const part of partsOf(strips.slice(index, band.end), band.gutter)) {
        const [left, rightSide] = split(part, band.gutter);
        units.push(
          ...readingOrder(left, rightBound(left, band.gutter), rules),
          ...readingOrder(rightSide, right, rules),
        );
      }
      index = band.end;
    } else {
      plainRows.push(...(isWide ? levels(strip.segments) : [strip]));
      index += 1;
    }
  }
  flush();
  return units;
}

/** True when what stands right of a gutter is nearly all figures, each beside something on the left. */
function isFiguresBeside(strips: readonly Strip[], gutter: Gutter): boolean {
  const [left, right] = split(strips, gutter);
  const segments = right.flatMap((strip) => strip.segments);
  const beside = right.filter((strip) => left.some((other) => Math.abs(other.y - strip.y) < 2)).length;
  return (
    segments.length >= 8 && segments.filter(isFigure).length > 0.7 * segments.length && beside > 0.7 * right.length
  );
}

/** Puts rows that stand beside one another, but not quite on one baseline, into one strip. */
function sideBySide(rows: readonly Strip[]): Strip[] {
  const strips: Strip[] = [];
  for (const row of rows) {
    const last = strips.at(-1);
    const apart = (a: Segment) => row.segments.every((b) => b.x0 > a.x1 + 8 || b.x1 < a.x0 - 8);
    // Far apart from side to side, a row and a half of height still are one row of a form.
    const far =
      last?.segments.length === 1 &&
      row.segments.every((b) => last.segments.every((a) => b.x0 > a.x1 + 24 || b.x1 < a.x0 - 24));
    const near = last && row.y - last.y < (far ? 1.15 : 0.6) * Math.min(row.size, last.size);
    if (last && near && !last.table && !row.table && last.segments.every(apart)) {
      const segments = [...last.segments, ...row.segments].toSorted((a, b) => a.x0 - b.x0);
      strips[strips.length - 1] = { y: last.y, size: Math.max(last.size, row.size), segments };
    } else strips.push(row);
  }
  return strips;
}

/**
 * Parts a form's block of columns at the empty space that runs across them, so that each pair of question and
 * answer stays together; columns of running text are one part.
 */
function partsOf(strips: readonly Strip[], gutter: Gutter): Strip[][] {
  const isProse = split(strips, gutter).some(
    (side) => average(side.map((strip) => strip.segments.map((segment) => segment.text).join(' ').length)) > 48,
  );
  if (isProse) return [[...strips]];
  const parts: Strip[][] = [];
  for (const [index, strip] of strips.entries()) {
    const above = strips[index - 1];
    if (
      above &&
      strip.y - Math.max(...above.segments.map((segment) => segment.y)) < 1.75 * Math.max(strip.size, above.size)
    )
      parts.at(-1)?.push(strip);
    else parts.push([strip]);
  }
  return strips.length / parts.length <= 3.6 ? parts : [[...strips]];
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** The rows from `start` on that a gutter parts, if at least two of them have text on both sides or one has many lines beside it. */
function growBand(
  strips: readonly Strip[],
  start: number,
  rules: readonly Rule[],
): { end: number; gutter: Gutter } | undefined {
  let gutters = gaps(strips[start]?.segments ?? []);
  let end = start + 1;
  const size = strips[start]?.size ?? 10;
  for (; end < strips.length; end++) {
    const [before, strip] = [strips[end - 1], strips[end]];
    if (!before || !strip || isParted(before, strip, rules, gutters)) break;
    if (strip.segments.length === 1 && strip.size > 1.25 * size && strip.y - before.y > 2.4 * strip.size) break;
    if (strip.y - before.y > 5 * size && strip.segments.length === 1) break;
    const narrowed = gutters
      .flatMap((gutter) => narrow(gutter, strip.segments))
      .filter((gutter) => gutter.to - gutter.from >= Math.max(5, 0.6 * size));
    if (narrowed.length === 0) break;
    gutters = narrowed;
  }
  const gutter = gutters.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
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
  return two >= 2 || rows.length >= 3 ? { end: last + 1, gutter } : undefined;
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

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function split(strips: readonly Strip[], gutter: Gutter): [Strip[], Strip[]] {
  const middle = (gutter.from + gutter.to) / 2;
  const side = (keep: (segment: Segment) => boolean) =>
    strips.flatMap((strip): Strip[] =>
      strip.table ? (strip.segments.every(keep) ? [strip] : []) : levels(strip.segments.filter(keep)),
    );
  return [side((segment) => segment.x0 < middle), side((segment) => segment.x0 >= middle)];
}

/** Segments as rows of one baseline each. */
function levels(segments: readonly Segment[]): Strip[] {
  const rows = [...Map.groupBy(segments, (segment) => segment.y)].toSorted(([a], [b]) => a - b);
  return rows.map(([y, own]) => ({ y, size: Math.max(...own.map((segment) => segment.size)), segments: own }));
}

/** Where the lines of a left column end: at its longest line when it is running text, else at the gutter's far side. */
function rightBound(strips: readonly Strip[], gutter: Gutter): number {
  const longest = Math.max(...strips.flatMap((strip) => strip.segments.map((segment) => segment.x1)));
  const left = Math.min(...strips.flatMap((strip) => strip.segments.map((segment) => segment.x0)));
  const full = strips.filter((strip) => (strip.segments.at(-1)?.x1 ?? 0) - left > 0.8 * (longest - left)).length;
  return strips.length >= 3 && full >= 0.6 * strips.length ? longest : gutter.to;
}
