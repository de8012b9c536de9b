import { withCloseCells } from './close-cells.ts';
import { columnOf, columnsAlong, columnsIn, logicalRows, type Column } from './columns.ts';
import { isKeyDate } from './day.ts';
import { isFigure, isNumberToCall } from './figures.ts';
import { isFormLabel } from './form-labels.ts';
import { withGroupNames } from './group-heads.ts';
import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';
import { isHeadingBelow } from './table-end.ts';

/** Rows that are a table by where their columns stand, though no lines are drawn. */
export type Tabular =
  | {
      readonly kind: 'columns';
      readonly header: boolean;
      readonly edges?: readonly number[];
      readonly rows: readonly (readonly (readonly Segment[])[])[];
    }
  | { readonly kind: 'preformatted'; readonly rows: readonly Row[] };

/** The letters of a line that are kept in their place; a page has some 300. */
const MAX_COLUMN = 2000;

type Strip = Row & { readonly table?: unknown };

/**
 * Reads the table that begins with the first of some rows: two rows or more with figures below one another.
 * Where the columns are clear, its cells come back; where they are not, its rows to be set as they stand.
 * `undefined` when no table begins here; else also how many rows it takes.
 */
export function readTabular(strips: readonly Strip[]): { unit: Tabular; length: number } | undefined {
  const labels = labelRows(strips);
  if (labels) return labels;
  // What ends a sentence is the text above a table, not the names of its columns.
  const first = strips[0]?.segments ?? [];
  if (!first.slice(1).some(isFigure) && first.some(({ text }) => /\p{Ll}{3}\.$/u.test(text))) return undefined;
  const length = runLength(strips);
  const rows = withCloseCells(strips.slice(0, length));
  const wide = rows.filter((row) => row.segments.length > 1);
  const others = wide.flatMap((row) => row.segments.slice(1));
  const figures = others.filter(isFigure).length;
  const address = rows.some((row) => row.segments.some(({ text }) => text.includes('@') || isNumberToCall(text)));
  const dates = wide.filter((row) => isKeyDate(row.segments[0]?.text ?? '')).length;
  const isTimetable = wide.length > 2 && dates === wide.length;
  if (wide.length < 2 || address || isTextAbove(wide) || (figures < 0.45 * others.length && !isTimetable))
    return undefined;
  // Rows without figures, such as headings that span columns, do not decide.
  const deciding = wide.filter((row) => row.segments.slice(1).some(isFigure));
  const columns = columnsAlong(deciding.length > 0 ? deciding : wide, wide);
  const [head = [], ...body] = logicalRows(rows, columns);
  const cells = [withGroupNames(head, columns), ...body].map((lines) =>
    joinCells(lines.map((line) => place(line, columns))),
  );
  const clashes = rows.flatMap((row) => place(row, columns)).filter((cell) => cell.length > 1).length;
  const most = Math.max(...wide.map((row) => row.segments.length));
  const clear = columns.length >= 2 && columns.length >= 0.6 * most && clashes <= 0.03 * cells.flat().length;
  if (!clear) return { unit: { kind: 'preformatted', rows }, length };
  return {
    unit: { kind: 'columns', header: hasHeader(cells), edges: columns.map(({ edge }) => edge), rows: cells },
    length,
  };
}

/** True where the first rows are two lines or more of text in columns, and no names of columns. */
function isTextAbove(rows: readonly Row[]): boolean {
  const first = rows.findIndex(({ segments }) => segments.slice(1).some(isFigure));
  const text = rows
    .slice(0, Math.max(0, first))
    .filter(({ segments }) => segments.every((one) => one.text.length > 26));
  return text.length > 1;
}

/** Rows of a label and its value beside it: the label ends with a colon or is bold, or the value was filled into a form. */
function labelRows(strips: readonly Strip[]): { unit: Tabular; length: number } | undefined {
  const value = strips[0]?.segments[1]?.x0 ?? 0;
  const isPair = (strip: Strip | undefined) => {
    const [label, first, ...others] = strip?.segments ?? [];
    if (!strip || strip.table || !label || !first || Math.abs(label.y - first.y) > 0.7 * strip.size) return false;
    if ([first, ...others].every(({ field }) => field) && !label.field) return true;
    if (others.length > 0) return false;
    if (isFormLabel(label.text)) return true;
    return label.text.endsWith(':') || (label.bold && !first.bold && label.text.length < 60 && !isFigure(label));
  };
  const rows: Segment[][][] = [];
  let length = 0;
  for (const [index, strip] of strips.entries()) {
    const above = strips[index - 1];
    const [only] = strip.segments;
    const distance = above ? strip.y - above.y : 0;
    if (above && (distance > 4 * strip.size || strip.table)) break;
    const label = strip.segments[0]?.text ?? '';
    // Values that were set below one another by spaces stand a letter or two apart.
    const near = label.endsWith(':') ? 1.5 * strip.size : 8;
    const isAligned = Math.abs((strip.segments[1]?.x0 ?? 0) - value) < near || isFormLabel(label);
    if (isPair(strip) && isAligned) rows.push([strip.segments.slice(0, 1), strip.segments.slice(1)]);
    // A value goes on below itself.
    else if (only && strip.segments.length === 1 && Math.abs(only.x0 - value) < 4 && distance < 1.5 * strip.size)
      rows.at(-1)?.[1]?.push(only);
    else break;
    length = index + 1;
  }
  // One label alone may be the beginning of an address or the end of a sentence.
  return rows.length < 2 ? undefined : { unit: { kind: 'columns', header: false, rows }, length };
}

/** How many rows go on closely, most of them with several segments; running text ends the table. */
function runLength(strips: readonly Strip[]): number {
  let end = 1;
  let lastWide = 1;
  let withoutFigures = 0;
  for (; end < strips.length; end++) {
    const [above, strip] = [strips[end - 1], strips[end]];
    if (!above || !strip || strip.table) break;
    // Rows set far apart are as far apart all the way.
    const usual = end > 1 ? 1.25 * ((strips[1]?.y ?? 0) - (strips[0]?.y ?? 0)) : 0;
    const most = 3.2 * Math.max(above.size, strip.size);
    if (strip.y - above.y > Math.max(most, Math.min(usual, 1.25 * most))) break;
    if (strip.size > 1.4 * (strips[0]?.size ?? strip.size)) break;
    const text = strip.segments.map((segment) => segment.text).join(' ');
    if (strip.segments.length === 1 && text.length > 110) break;
    if (isHeadingBelow(strips, end)) break;
    // Figures come soon below the names of the columns; two columns of text have none.
    withoutFigures =
      strip.segments.slice(1).some(isFigure) || (strip.segments.length > 1 && isKeyDate(strip.segments[0]?.text ?? ''))
        ? 0
        : withoutFigures + (strip.segments.length > 1 ? 1 : 0.5);
    if (withoutFigures > 3) break;
    if (strip.segments.length > 1 && (strip.segments.some(isFigure) || text.length < 60)) lastWide = end + 1;
    else if (end - lastWide >= 4) break;
  }
  while (isRestOfLabel(strips[lastWide - 1], strips[lastWide])) lastWide += 1;
  return lastWide;
}

/** True for a line that a label of the last row goes on in. */
function isRestOfLabel(above: Strip | undefined, strip: Strip | undefined): boolean {
  const [only, ...others] = strip?.segments ?? [];
  const label = above?.segments.find(({ x0 }) => Math.abs(x0 - (only?.x0 ?? 0)) < 4);
  return (
    above !== undefined &&
    label !== undefined &&
    strip !== undefined &&
    only !== undefined &&
    others.length === 0 &&
    strip.y - above.y < 1.35 * strip.size &&
    /^\p{Ll}/u.test(only.text) &&
    !/[.:;]$/.test(label.text)
  );
}

/** Gives each segment to its column. */
export function place(row: Row, columns: readonly Column[]): Segment[][] {
  const cells: Segment[][] = columns.map(() => []);
  const parts = row.segments.flatMap((segment) => {
    const own = segment.cells ?? [];
    return own.length > 1 && new Set(own.map((cell) => columnOf(cell, columns))).size === own.length ? own : [segment];
  });
  const own = columnsIn(parts, columns);
  for (const [at, segment] of parts.entries()) cells[own[at] ?? 0]?.push(segment);
  return cells;
}

/** The cells of one row that is written on several lines. */
export function joinCells(lines: readonly (readonly (readonly Segment[])[])[]): Segment[][] {
  return (lines[0] ?? []).map((_, column) => lines.flatMap((line) => line[column] ?? []));
}

/** The first row names the columns when it has no figures but years and the others do, or when it is bold and others are not. */
export function hasHeader(cells: readonly (readonly (readonly Segment[])[])[]): boolean {
  const [first = [], ...others] = cells;
  if (others.length === 0 || first.slice(1).flat().length === 0) return false;
  const bold = (row: readonly (readonly Segment[])[]) => row.flat().every((segment) => segment.bold);
  if (bold(first) && !others.every(bold)) return true;
  const isName = (segment: Segment) => !isFigure(segment) || /^(?:19|20)\d\d$|^\d{1,2} [A-Z]/.test(segment.text);
  return (
    first.flat().every(isName) &&
    (first.flat().some((segment) => !isFigure(segment)) || (first[0] ?? []).length === 0) &&
    others.some((row) =>
      row
        .slice(1)
        .flat()
        .some((segment) => !isName(segment) && !isKeyDate(segment.text)),
    )
  );
}

/** True for a table of three columns or more whose first row has words alone, or years, and whose others have figures. */
export function areNamesOverFigures(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = rows.map(([, ...values]) => values.filter((text) => text !== ''));
  const isName = (text: string) => /^(?:19|20)\d\d$/.test(text) || !isFigure({ text });
  const figures = others.filter((row) => row.some((text) => !isName(text))).length;
  // The number of a question begins no head.
  const isHead = rows[0]?.every((text) => text === '' || isName(text)) ?? false;
  return first.length > 1 && isHead && figures > 0.5 * others.length;
}

/** Sets rows in a face of even width, each segment where it stands on the page. */
export function setLines(rows: readonly Row[]): string[] {
  const segments = rows.flatMap((row) => row.segments);
  const left = Math.min(...segments.map((segment) => segment.x0));
  const unit = Math.max(
    2.2,
    ...[median(segments.map((segment) => (segment.x1 - segment.x0) / Math.max(1, segment.text.length)))],
  );
  return rows.map((row) => {
    let line = '';
    for (const segment of row.segments) {
      const column = Math.min(MAX_COLUMN, Math.round((segment.x0 - left) / unit)) || 0;
      line = line === '' ? ' '.repeat(column) : line.padEnd(Math.max(column, line.length + 2));
      line += segment.text;
    }
    return line;
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 5;
}
