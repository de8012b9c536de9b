import { columnsApart } from './apart.ts';
import { asPairs, withLabelApart, withWholeLabels } from './form-labels.ts';
import { growBand, levels, splitAt, type Gutter } from './gutters.ts';
import { readLeaderRows, withoutLeader } from './leaders.ts';
import type { Page } from './page.ts';
import type { Row } from './rows.ts';
import type { RuledTable } from './ruled.ts';
import { sideBySide } from './side-by-side.ts';
import { hasContact, readSpacedRows } from './spaced-rows.ts';
import { isFigure } from './figures.ts';
import { readTabular, type Tabular } from './tabular.ts';

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
export function readingOrder(
  rows: readonly Strip[],
  right: number,
  page: Pick<Page, 'rules' | 'width' | 'height'>,
): Unit[] {
  const { rules } = page;
  const units: Unit[] = [];
  const strips = withWholeLabels(sideBySide(rows)).flatMap((strip) =>
    strip.table ? [strip] : asPairs(withLabelApart(withoutLeader(strip))),
  );
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
    const led = readLeaderRows(strips.slice(index));
    if (led) {
      flush();
      units.push(led.unit);
      index += led.length;
      continue;
    }
    const isWide = strip.segments.length > 1;
    const block = isWide ? growBand(strips, index, rules) : undefined;
    const spaced = block && readSpacedRows(strips.slice(index, block.end));
    if (spaced) {
      flush();
      units.push(spaced);
      index = block.end;
      continue;
    }
    const apart = columnsApart(strips, index, rules, page);
    if (apart) {
      flush();
      for (const [at, column] of apart.columns.entries()) {
        const next = apart.columns[at + 1]?.flatMap(({ segments }) => segments.map(({ x0 }) => x0));
        const bound = rightBound(column, { from: 0, to: next ? Math.min(...next) : page.width });
        units.push(...readingOrder(column, bound, page));
      }
      index = apart.end;
      continue;
    }
    const tabular = isWide || isHeadLine(strip, strips[index + 1]) ? readTabular(strips.slice(index)) : undefined;
    const band = tabular ? undefined : block;
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
      const own = strips.slice(index, band.end);
      const begun = plainRows.splice(beginningOf(own, plainRows, band.gutter));
      flush();
      for (const part of partsOf([...begun, ...own], band.gutter)) {
        const [left, rightSide] = splitAt(part, band.gutter);
        units.push(...readingOrder(left, rightBound(left, band.gutter), page), ...readingOrder(rightSide, right, page));
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

/** True for the first line of a name that two lines give to a column right of the first one, close above the names of all columns. */
function isHeadLine({ y, size, segments: [only, ...others] }: Strip, below: Strip | undefined): boolean {
  const [first, ...names] = below?.segments ?? [];
  if (!only || !below || !first || others.length > 0 || below.y - y > 1.4 * size) return false;
  const isOver = names.some((name) => only.x0 < name.x1 && only.x1 > name.x0);
  return isOver && only.x0 > first.x1 && [only, first, ...names].every(({ bold }) => bold);
}

/** From which of the rows above a block on all stand right of its gutter and go on closely into it: the right column begins above the left one. */
function beginningOf(block: readonly Strip[], above: readonly Row[], gutter: Gutter): number {
  const [left] = splitAt(block, gutter);
  // One line on the left is no column.
  if (left.length < 2) return above.length;
  return (
    above.findLastIndex(
      (row, index) =>
        row.segments.some(({ x0 }) => x0 < gutter.to - 1) ||
        ((above[index + 1] ?? block[0])?.y ?? 0) - row.y > 1.9 * row.size,
    ) + 1
  );
}

/** True when what stands right of a gutter is nearly all figures, each beside something on the left. */
function isFiguresBeside(strips: readonly Strip[], gutter: Gutter): boolean {
  const [left, right] = splitAt(strips, gutter);
  const segments = right.flatMap((strip) => strip.segments);
  const beside = right.filter((strip) => left.some((other) => Math.abs(other.y - strip.y) < 2)).length;
  return (
    segments.length >= 8 && segments.filter(isFigure).length > 0.7 * segments.length && beside > 0.7 * right.length
  );
}

/**
 * Parts a form's block of columns at the empty space that runs across them, so that each pair of question and
 * answer stays together; columns of running text are one part.
 */
function partsOf(strips: readonly Strip[], gutter: Gutter): Strip[][] {
  const isProse = splitAt(strips, gutter).some(
    (side) => average(side.map((strip) => strip.segments.map((segment) => segment.text).join(' ').length)) > 48,
  );
  if (isProse || splitAt(strips, gutter).every(hasContact)) return [[...strips]];
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

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Where the lines of a left column end: at its longest line when it is running text, else at the gutter's far side. */
function rightBound(strips: readonly Strip[], gutter: Gutter): number {
  const longest = Math.max(...strips.flatMap((strip) => strip.segments.map((segment) => segment.x1)));
  const left = Math.min(...strips.flatMap((strip) => strip.segments.map((segment) => segment.x0)));
  const full = strips.filter((strip) => (strip.segments.at(-1)?.x1 ?? 0) - left > 0.8 * (longest - left)).length;
  const letters = average(strips.map((strip) => strip.segments.reduce((sum, { text }) => sum + text.length, 0)));
  return strips.length >= 3 && full >= 0.6 * strips.length && letters > 26 ? longest : gutter.to;
}
