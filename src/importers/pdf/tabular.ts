import type { Row, Segment } from './rows.ts';

/** Rows that are a table by where their columns stand, though no lines are drawn. */
export type Tabular =
  | { readonly kind: 'columns'; readonly header: boolean; readonly rows: readonly (readonly (readonly Segment[])[])[] }
  | { readonly kind: 'preformatted'; readonly rows: readonly Row[] };

/** The widest page of a PDF, in points. */
const MAX_WIDTH = 14_400;
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
  const length = runLength(strips);
  const rows = strips.slice(0, length);
  const wide = rows.filter((row) => row.segments.length > 1);
  const others = wide.flatMap((row) => row.segments.slice(1));
  const figures = others.filter(isFigure).length;
  const address = rows.some((row) => row.segments.some((segment) => /@|^\+?\d[\d ]{8,}$/.test(segment.text)));
  if (wide.length < 2 || address || figures < 0.45 * others.length) return undefined;
  const edges = columnEdges(wide);
  const cells = rows.map((row) => place(row, edges));
  const clashes = cells.flat().filter((cell) => cell.length > 1).length;
  const most = Math.max(...wide.map((row) => row.segments.length));
  const clear = edges.length >= 2 && edges.length >= 0.6 * most && clashes <= 0.03 * cells.flat().length;
  if (!clear) return { unit: { kind: 'preformatted', rows }, length };
  return { unit: { kind: 'columns', header: hasHeader(rows, cells), rows: cells }, length };
}

/** A value in figures, as tables have: an amount, a share, a range, a date, `Nil`, a dash. */
export function isFigure({ text }: Segment): boolean {
  if (/^(?:nil|n\/a|–|-|—|nm)$/i.test(text)) return true;
  const bare = text.replace(/^[(~<>≤≥+–—-]*\s?(?:[A-Z]{0,3}\$|€|£)?\s?/, '');
  if (!/^\d/.test(bare) || text.length > 28) return false;
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  return letters <= 0.45 * text.replace(/\s/g, '').length || /^\d{1,2} [A-Z]\p{L}{2,8} \d{4}$/u.test(text);
}

/** Rows of a label that ends with a colon, and its value beside it. */
function labelRows(strips: readonly Strip[]): { unit: Tabular; length: number } | undefined {
  const isPair = (strip: Strip | undefined) =>
    strip?.segments.length === 2 &&
    /:$/.test(strip.segments[0]?.text ?? '') &&
    strip.segments[0]?.y === strip.segments[1]?.y;
  const end = strips.findIndex(
    (strip, index) => !isPair(strip) || (index > 0 && strip.y - (strips[index - 1]?.y ?? 0) > 3.5 * strip.size),
  );
  const length = end === -1 ? strips.length : end;
  if (length < 1) return undefined;
  const rows = strips.slice(0, length).map((strip) => strip.segments.map((segment) => [segment]));
  return { unit: { kind: 'columns', header: false, rows }, length };
}

/** How many rows go on closely, most of them with several segments; running text ends the table. */
function runLength(strips: readonly Strip[]): number {
  let end = 1;
  let lastWide = 1;
  let withoutFigures = 0;
  for (; end < strips.length; end++) {
    const [above, strip] = [strips[end - 1], strips[end]];
    if (!above || !strip || strip.table || strip.y - above.y > 3.2 * Math.max(above.size, strip.size)) break;
    if (strip.size > 1.4 * (strips[0]?.size ?? strip.size)) break;
    const text = strip.segments.map((segment) => segment.text).join(' ');
    if (strip.segments.length === 1 && text.length > 110) break;
    // Figures come soon below the names of the columns; two columns of text have none.
    withoutFigures = strip.segments.slice(1).some(isFigure)
      ? 0
      : withoutFigures + (strip.segments.length > 1 ? 1 : 0.5);
    if (withoutFigures > 3) break;
    if (strip.segments.length > 1 && (strip.segments.some(isFigure) || text.length < 60)) lastWide = end + 1;
    else if (end - lastWide >= 4) break;
  }
  return lastWide;
}

/** Left edges of the columns: where, in nearly every row, no text stands. */
function columnEdges(wide: readonly Row[]): number[] {
  const x0 = Math.min(...wide.flatMap((row) => row.segments.map((segment) => segment.x0)));
  const x1 = Math.max(...wide.flatMap((row) => row.segments.map((segment) => segment.x1)));
  // Rows without figures, such as headings that span columns, do not decide.
  const rows = wide.filter((row) => row.segments.slice(1).some(isFigure));
  const edges: number[] = [];
  // What stands metres away is on no page.
  if (!(x1 - x0 < MAX_WIDTH)) return [x0 - 1000];
  let free = false;
  for (let x = x0; x <= x1; x += 1) {
    const covered = rows.filter((row) =>
      row.segments.some((segment) => segment.x0 < x + 1.5 && segment.x1 > x - 1.5),
    ).length;
    const isFree = covered <= 0.05 * rows.length;
    if (free && !isFree) edges.push(x - 1.5);
    free = isFree;
  }
  return [x0 - 1000, ...edges];
}

/** Gives each segment to the column that it stands in most. */
function place(row: Row, edges: readonly number[]): Segment[][] {
  const cells: Segment[][] = edges.map(() => []);
  for (const segment of row.segments) {
    const overlap = edges.map(
      (edge, index) => Math.min(segment.x1, edges[index + 1] ?? Infinity) - Math.max(segment.x0, edge),
    );
    cells[overlap.indexOf(Math.max(...overlap))]?.push(segment);
  }
  return cells;
}

/** The first row names the columns when it has no figures and the others do, or when it alone is bold. */
function hasHeader(rows: readonly Row[], cells: readonly (readonly (readonly Segment[])[])[]): boolean {
  const [first = [], second = []] = cells;
  const bold = (row: readonly (readonly Segment[])[]) => row.flat().every((segment) => segment.bold);
  if (bold(first) && !bold(second)) return true;
  return first.slice(1).flat().length > 0 && first.flat().every((segment) => !isFigure(segment)) && rows.length > 1;
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
