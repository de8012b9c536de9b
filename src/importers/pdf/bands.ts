import { columnsApart } from './apart.ts';
import { asPairs, withLabelApart, withWholeLabels } from './form-labels.ts';
import { growBand, levels, splitAt, type Band, type Gutter } from './gutters.ts';
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

/** What the strips from one place on were read as. */
interface Reading {
  readonly units: readonly Unit[];
  /** How many strips it takes. */
  readonly length: number;
  /** How many of the rows of text above belong to it, too. */
  readonly begun?: number;
}

type Surface = Pick<Page, 'rules' | 'width' | 'height'>;

/**
 * Puts the strips of a page, or of one of its columns, into reading order: rows from top to bottom, and where a
 * gutter runs down several rows, the column on its left before the one on its right. Rows that are a table by
 * their columns come back as one unit. `right` is where the text's lines would end.
 */
export function readingOrder(rows: readonly Strip[], right: number, page: Surface): Unit[] {
  const strips = withWholeLabels(sideBySide(rows)).flatMap((strip) =>
    strip.table ? [strip] : asPairs(withLabelApart(withoutLeader(strip))),
  );
  const units: Unit[] = [];
  let text: Row[] = [];
  let end = 0;
  for (const [index, strip] of strips.entries()) {
    if (index < end) continue;
    const isWide = strip.segments.length > 1;
    const band = isWide ? growBand(strips, index, page.rules) : undefined;
    // What is surer comes first, for several may answer.
    const reading =
      drawnTable(strip) ??
      leaderRows(strips.slice(index)) ??
      (band && spacedRows(band)) ??
      blocksApart(strips, index, page) ??
      tableRows(strips.slice(index)) ??
      (band && (figuresBeside(band) ?? columnsOf(band, text, right, page)));
    end = index + (reading?.length ?? 1);
    if (reading) {
      units.push(...linesOf(text.slice(0, text.length - (reading.begun ?? 0)), right), ...reading.units);
      text = [];
    } else text.push(...(isWide ? levels(strip.segments) : [strip]));
  }
  return [...units, ...linesOf(text, right)];
}

function linesOf(rows: readonly Row[], right: number): Unit[] {
  return rows.length > 0 ? [{ kind: 'lines', rows, right }] : [];
}

function drawnTable({ table }: Strip): Reading | undefined {
  return table && { units: [{ kind: 'table', table }], length: 1 };
}

function leaderRows(strips: readonly Strip[]): Reading | undefined {
  const led = readLeaderRows(strips);
  return led && { units: [led.unit], length: led.length };
}

function spacedRows({ rows }: Band): Reading | undefined {
  const spaced = readSpacedRows(rows);
  return spaced && { units: [spaced], length: rows.length };
}

function blocksApart(strips: readonly Strip[], start: number, page: Surface): Reading | undefined {
  const apart = columnsApart(strips, start, page.rules, page);
  const units = apart?.columns.flatMap((column, index) => {
    const next = apart.columns[index + 1]?.flatMap(({ segments }) => segments.map(({ x0 }) => x0));
    const bound = rightBound(column, { from: 0, to: next ? Math.min(...next) : page.width });
    return readingOrder(column, bound, page);
  });
  return apart && units && { units, length: apart.end - start };
}

function tableRows(strips: readonly Strip[]): Reading | undefined {
  const [first, second] = strips;
  const tabular = first && (first.segments.length > 1 || isHeadLine(first, second)) ? readTabular(strips) : undefined;
  return tabular && { units: [tabular.unit], length: tabular.length };
}

/** Figures without the words on their left would say nothing, so the rows stay whole. */
function figuresBeside({ rows, gutter }: Band): Reading | undefined {
  if (!isFiguresBeside(rows, gutter)) return undefined;
  const first = rows.findIndex((row) => row.segments.slice(1).some(isFigure));
  const [above, figures] = [rows.slice(0, first), rows.slice(first)];
  const table = readTabular(figures);
  return {
    units: [
      ...(above.length > 0 ? [{ kind: 'preformatted' as const, rows: above }] : []),
      table?.unit ?? { kind: 'preformatted', rows: figures },
    ],
    length: above.length + (table?.length ?? figures.length),
  };
}

/** The left column before the right one, with what of the text above begins the right one. */
function columnsOf({ rows, gutter }: Band, text: readonly Row[], right: number, page: Surface): Reading {
  const begun = text.slice(beginningOf(rows, text, gutter));
  const units = partsOf([...begun, ...rows], gutter).flatMap((part) => {
    const [left, rightSide] = splitAt(part, gutter);
    return [...readingOrder(left, rightBound(left, gutter), page), ...readingOrder(rightSide, right, page)];
  });
  return { units, length: rows.length, begun: begun.length };
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
