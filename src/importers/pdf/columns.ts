import { maxOf } from '../model/max-of.ts';
import type { Piece } from './page.ts';
import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** The widest page of a PDF, in points. */
const MAX_WIDTH = 14_400;

export type Line = Row;

/** A column of a table: everything from `edge` up to the next one's; most of its text stands from `from` to `to`. */
export interface Column {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/** The columns of a table's lines. A head decides nothing: it spans columns and so has fewer parts, or its names hang over them. */
export function columnsOf(lines: readonly Line[]): Column[] {
  const several = lines.filter((line) => line.segments.length > 1);
  const most = maxOf(
    several.map((line) => line.segments.length),
    0,
  );
  const full = several.filter((line) => line.segments.length >= 0.6 * most);
  const wide = full.length > 1 ? full : several;
  const body = wide.filter((line) => !line.segments.every(({ bold }) => bold));
  return columnsAlong(body.length > 0.5 * wide.length ? body : wide);
}

/** The columns of some lines: where nearly none of `deciding` has text, another follows. The first one's edge is left of all text. */
export function columnsAlong(deciding: readonly Line[], lines: readonly Line[] = deciding): Column[] {
  const all = lines.flatMap((line) => line.segments);
  const [x0, x1] = [Math.min(...all.map((segment) => segment.x0)), Math.max(...all.map((segment) => segment.x1))];
  // What stands metres away is on no page.
  if (deciding.length === 0 || !(x1 - x0 < MAX_WIDTH)) return [];
  const isCovered = (x: number) =>
    deciding.filter((line) => line.segments.some((segment) => segment.x0 < x + 1.5 && segment.x1 > x - 1.5)).length >
    0.08 * deciding.length;
  let last: Column = { edge: x0 - 1000, from: x0, to: x0 };
  const columns: Column[] = [];
  let free = false;
  for (let x = x0; x <= x1; x += 1) {
    const covered = isCovered(x);
    if (free && covered) {
      columns.push(last);
      last = { edge: x - 1.5, from: x, to: x };
    } else if (covered) last = { ...last, to: x };
    free = !covered;
  }
  return withSparse([...columns, last], deciding);
}

/** With the columns that few rows fill: between two cells of one row that would share a column, where no row has text. */
function withSparse(columns: readonly Column[], lines: readonly Line[]): Column[] {
  const all = lines.flatMap((line) => line.segments);
  const found: Column[] = [];
  for (const { segments } of lines)
    for (const [index, segment] of segments.slice(1).entries()) {
      const before = segments[index];
      if (!before || columnOf(before, columns) !== columnOf(segment, columns)) continue;
      const crossing = all.filter(({ x0, x1 }) => x0 < segment.x0 - 0.5 && x1 > before.x1 + 0.5);
      const start = Math.max(before.x1, ...crossing.map(({ x1 }) => x1));
      const isKnown = found.some(({ edge }) => Math.abs(edge - segment.x0) < 24);
      if (segment.x0 - start > 2 && !isKnown) found.push({ edge: segment.x0 - 1.5, from: segment.x0, to: segment.x1 });
    }
  return [...columns, ...found].toSorted((a, b) => a.edge - b.edge);
}

/** The column with which a segment begins, else the one whose text it shares most of its width with or stands nearest to. */
export function columnOf({ x0, x1 }: Pick<Segment, 'x0' | 'x1'>, columns: readonly Column[]): number {
  const begun = columns.findIndex(({ from }) => Math.abs(from - x0) < 2);
  if (begun !== -1) return begun;
  const shared = columns.map(({ from, to }) => Math.min(x1, to) - Math.max(x0, from));
  return shared.indexOf(Math.max(...shared));
}

/**
 * The column of each segment of a line. As many as there are columns stand in their order. A bold name between the texts of
 * two columns begins where the cell on its right does, whose figures end at its other edge.
 */
export function columnsIn(segments: readonly Segment[], columns: readonly Column[]): number[] {
  const isHead = segments.length > 1 && segments.every(({ bold }) => bold);
  const own = segments.map((segment) => {
    const { x0, x1 } = segment;
    const right = columns.findIndex(({ from }) => from > x1 - 1);
    const isBetween = right > 0 && columns.every(({ from, to }) => from > x1 - 1 || to < x0 + 1);
    return isHead && isBetween ? right : columnOf(segment, columns);
  });
  const isFull = segments.length === columns.length && new Set(own).size < own.length;
  return isFull ? segments.map((_, index) => index) : own;
}

/**
 * Puts lines together that are one row of a table: lines in bold type at its head, and lines that only go on in some of
 * the columns. `isOne` says that drawn lines part the rows, so that what stands between two of them is one row.
 */
export function logicalRows(lines: readonly Line[], columns: readonly Column[], isOne = false): Line[][] {
  const distances = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  const least = Math.min(
    ...distances.filter((distance, index) => distance >= 0.75 * (lines[index]?.size ?? 0)),
    Infinity,
  );
  const headEnd = Math.max(
    namesEnd(lines),
    lines.findIndex((line) => !line.segments.every(({ bold }) => bold)),
  );
  const labelEnd = Math.max(...lines.map(({ segments }) => (segments.length > 1 ? -Infinity : (segments[0]?.x1 ?? 0))));
  const rows: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const row = rows.at(-1);
    const distance = distances[index - 1] ?? Infinity;
    const own = new Set(line.segments.map((segment) => columnOf(segment, columns)));
    const before = new Set(row?.flatMap((one) => one.segments.map((segment) => columnOf(segment, columns))) ?? []);
    // A label alone below the names of the columns is the name of a part.
    const isHead = index < headEnd && distance < 2 * line.size && (own.size > 1 || !own.has(0));
    // What stands in the middle of the height of a cell beside it is half a line from the cell's lines; two rows cannot be.
    const isBeside = distance < 0.75 * line.size;
    const isFirst = !isBeside && (distances[index] ?? Infinity) < 0.75 * line.size;
    // A label goes on, or a cell right of it does; figures never go on.
    const isClose = distance < Math.max(1.25 * least, 1.3 * line.size) && distance < 1.75 * line.size;
    const goesOn =
      isClose &&
      !isFirst &&
      [...own].every((column) => before.has(column)) &&
      own.size < Math.max(2, before.size) &&
      !line.segments.some(({ text }) => FIGURES.test(text)) &&
      !(own.has(0) && before.size > 1 && startsAnew(line, row ?? []));
    // Figures below figures are the next row's.
    const isNext = line.segments.some(
      (segment) => FIGURES.test(segment.text) && hasFigure(row ?? [], columnOf(segment, columns), columns),
    );
    const isSame =
      isOne &&
      !isNext &&
      distance < 2.2 * line.size &&
      !(own.has(0) && own.size > 1 && before.has(0) && before.size > 1 && startsAnew(line, row ?? []));
    const isLabelEnd = isClose && row !== undefined && isEndOfLabel(line, row, labelEnd);
    if (row && above && (isHead || goesOn || isSame || isBeside || isLabelEnd)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** Where the lines end that name the columns together: lines without amounts, closer to one another than to the row below them. */
function namesEnd(lines: readonly Line[]): number {
  const distance = (index: number) => (lines[index]?.y ?? Infinity) - (lines[index - 1]?.y ?? -Infinity);
  const isName = ({ segments }: Line) =>
    segments.length > 1 && !segments.some(({ text }) => FIGURES.test(text) && !/^(?:19|20)\d\d$/.test(text));
  const close = lines.findIndex(
    (line, index) =>
      index > 0 && !(isName(line) && distance(index) < 1.3 * line.size && distance(index) < 1.1 * distance(1)),
  );
  const first = lines[0];
  const isHead = first && isName(first) && close > 1 && close <= 4 && distance(close) > 1.15 * distance(close - 1);
  return isHead ? close : 0;
}

/** True for the last line of a label, with the row's figures beside it, below full lines of the label alone. */
function isEndOfLabel({ segments: [first, ...values] }: Line, row: readonly Line[], labelEnd: number): boolean {
  const labels = row.map(({ segments }) => segments);
  const last = labels.at(-1)?.[0];
  return (
    first !== undefined &&
    last !== undefined &&
    values.length > 0 &&
    labels.every((segments) => segments.length === 1 && Math.abs((segments[0]?.x0 ?? 0) - first.x0) < 2) &&
    last.x1 - last.x0 > 0.85 * (labelEnd - last.x0) &&
    last.text.length > 24 &&
    !/[.:;]$/.test(last.text) &&
    /^\p{Ll}/u.test(first.text)
  );
}

const FIGURES = /^[$(–-]?\s?\d[\d,.]*\s?[)%]{0,2}$/;

function hasFigure(row: readonly Line[], column: number, columns: readonly Column[]): boolean {
  return row.some(({ segments }) =>
    segments.some((segment) => FIGURES.test(segment.text) && columnOf(segment, columns) === column),
  );
}

/** True when a line in the first column begins another row: the row above has ended its label. */
function startsAnew(line: Line, row: readonly Line[]): boolean {
  const [first] = line.segments;
  const label = row
    .flatMap((one) => one.segments)
    .filter((segment) => Math.abs(segment.x0 - (first?.x0 ?? 0)) < 12)
    .map(({ text }) => text)
    .join(' ');
  const isOpen = /(?:\b(?:the|of|and|to|for|in|or|by|with|on|a|an|as|from|at|per|than|is|are|be)|[,(–—/-])$/i.test(
    label,
  );
  return !isOpen && !/^[\p{Ll}(]/u.test(first?.text ?? '');
}

/** The pieces of each row and column. */
export function pieceRows(
  rows: readonly (readonly Line[])[],
  columns: readonly Column[],
  pieces: readonly Piece[],
): Piece[][][] {
  return rows.map((lines) => {
    const cells: Piece[][] = columns.map(() => []);
    for (const line of lines) {
      const own = columnsIn(line.segments, columns);
      for (const [at, segment] of line.segments.entries())
        cells[own[at] ?? 0]?.push(
          ...pieces.filter(
            (piece) =>
              Math.abs(piece.y - segment.y) < 0.75 * segment.size &&
              piece.x >= segment.x0 - 0.5 &&
              piece.x < segment.x1 &&
              !cells.some((cell) => cell.includes(piece)),
          ),
        );
    }
    return cells;
  });
}
