import { NUMBER } from './numbered-tables.ts';
import type { Page, Piece, Rule } from './page.ts';
import { isLevel } from './rules.ts';

/** A table whose lines are drawn: its place, the columns' edges, and the pieces of each cell. */
export interface RuledTable extends Rule {
  /** Left edge of each column, and the right edge of the last. */
  readonly edges: readonly number[];
  readonly rows: readonly (readonly (readonly Piece[])[])[];
  /** True where upright lines go on beyond the outermost level one: the page's end cuts a row. */
  readonly openTop?: boolean;
  readonly openBottom?: boolean;
}

/** A grid of more is squared paper or a drawing: the fullest tables of a page have some 2,000. */
const MAX_CELLS = 10_000;

/** How far the ends of two lines may be apart and still meet. */
const NEAR = 3;

/** Finds the tables whose cells are drawn with lines, and gives their pieces out to the cells; the rest comes back as it was. */
export function takeRuledTables(page: Page): { tables: RuledTable[]; rest: Piece[] } {
  let rest = [...page.pieces];
  const tables: RuledTable[] = [];
  // The largest first, so that what stands in a frame inside a cell belongs to the cell.
  const grids = components(page.rules)
    .map(gridOf)
    .filter((grid) => grid !== undefined)
    .toSorted((a, b) => area(b) - area(a));
  for (const boxes of grids) {
    const grid = withQuestions(boxes, rest);
    const inside = rest.filter((piece) => isInside(piece, grid));
    const rows = fill(grid, inside);
    if (rows.length === 0 || !rows.some((row) => row.filter((cell) => cell.length > 0).length > 1)) continue;
    if (isFrame(grid, page) || isHeadOnly(grid, rows.length, rest)) continue;
    const head = headAbove(grid, rest);
    const { x0, x1, y0, y1, openTop, openBottom } = grid;
    const all = head ? [head, ...rows] : rows;
    tables.push({ x0, x1, y0: head ? y0 - 1 : y0, y1, edges: grid.xs, rows: all, openTop, openBottom });
    const taken = new Set([...inside, ...(head?.flat() ?? [])]);
    rest = rest.filter((piece) => !taken.has(piece));
  }
  return { tables, rest };
}

/** The names of the columns in bold type just above the frame, as on a coloured ground: one line, each name in a column of its own. */
function headAbove(grid: Grid, pieces: readonly Piece[]): Piece[][] | undefined {
  const near = pieces.filter(({ x, y, size }) => y < grid.y0 && y > grid.y0 - 1.6 * size && x > grid.x0 && x < grid.x1);
  const cells = grid.xs.slice(1).map((right, column) => {
    const left = grid.xs[column] ?? 0;
    return near.filter(({ x, width }) => x > left - NEAR && x + width < right + NEAR);
  });
  const isWhole = near.every((piece) => piece.bold) && cells.flat().length === near.length;
  return isWhole && cells.length > 1 && cells.every((cell) => cell.length > 0) ? cells : undefined;
}

/** Numbers from 0 that are joined into groups; the root of a group is its least. */
function groups(count: number): { root: (index: number) => number; join: (a: number, b: number) => void } {
  const parent = Array.from({ length: count }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let above = parent[at] ?? at; above !== at; above = parent[at] ?? at) {
      parent[at] = parent[above] ?? above; // the way is half as long for the next
      at = above;
    }
    return at;
  };
  const join = (a: number, b: number) => {
    const [low, high] = [Math.min(root(a), root(b)), Math.max(root(a), root(b))];
    parent[high] = low;
  };
  return { root, join };
}

interface Grid extends Rule {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: readonly Rule[];
  readonly openTop: boolean;
  readonly openBottom: boolean;
}

/** Lines that meet, directly or through others. */
function components(rules: readonly Rule[]): Rule[][] {
  const { root, join } = groups(rules.length);
  const uprights = rules.flatMap((rule, index) => (isLevel(rule) ? [] : [{ rule, index }]));
  rules.forEach((a, i) => {
    if (!isLevel(a)) return;
    for (const { rule: b, index: j } of uprights) {
      if (b.x0 < a.x0 - NEAR || b.x0 > a.x1 + NEAR || a.y0 < b.y0 - NEAR || a.y0 > b.y1 + NEAR) continue;
      join(i, j);
    }
  });
  return [...Map.groupBy(rules, (_, index) => root(index)).values()];
}

function gridOf(rules: readonly Rule[]): Grid | undefined {
  const xs = cluster(rules.filter((rule) => !isLevel(rule)).map((rule) => rule.x0));
  const ys = cluster(rules.filter(isLevel).map((rule) => rule.y0));
  const [x0, x1, y0, y1] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined || xs.length < 2 || ys.length < 2)
    return undefined;
  if (xs.length * ys.length > MAX_CELLS) return undefined;
  // Level lines that reach beyond the outermost upright ones close open sides.
  const left = Math.min(...rules.filter(isLevel).map((rule) => rule.x0));
  const right = Math.max(...rules.filter(isLevel).map((rule) => rule.x1));
  const all = [...(left < x0 - 20 ? [left] : []), ...xs, ...(right > x1 + 20 ? [right] : [])];
  const outer = { x0: all[0] ?? x0, x1: all.at(-1) ?? x1, xs: all, rules };
  // A page's end may cut a row, of which the upright lines alone are drawn.
  const uprights = rules.filter((rule) => !isLevel(rule) && (rule.x0 - x0 < NEAR || x1 - rule.x0 < NEAR));
  const ends = uprights.filter((rule) => rule.y1 > y1 + 6).map((rule) => rule.y1);
  const starts = uprights.filter((rule) => rule.y0 < y0 - 6).map((rule) => rule.y0);
  const [openTop, openBottom] = [starts.length > 1, ends.length > 1];
  const [top, bottom] = [openTop ? Math.min(...starts) : y0, openBottom ? Math.max(...ends) : y1];
  const levels = [...(openTop ? [top] : []), ...ys, ...(openBottom ? [bottom] : [])];
  return { ...outer, y0: top, y1: bottom, ys: levels, openTop, openBottom };
}

function cluster(values: readonly number[]): number[] {
  const clusters: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = clusters.at(-1);
    if (last === undefined || value - last > NEAR) clusters.push(value);
  }
  return clusters;
}

function area(rule: Rule): number {
  return (rule.x1 - rule.x0) * (rule.y1 - rule.y0);
}

/** A frame around most of the page with text in it is decoration. */
function isFrame(grid: Grid, page: Page): boolean {
  return grid.xs.length <= 3 && grid.ys.length <= 2 && area(grid) > 0.6 * page.width * page.height;
}

/** Boxes around the years over the columns of a larger table, whose labels stand further left, are no table of their own. */
function isHeadOnly(grid: Grid, rows: number, pieces: readonly Piece[]): boolean {
  if (rows > 3) return false;
  const near = pieces.filter((piece) => piece.y > grid.y0 && piece.y < grid.y1 + 45 && piece.y > grid.y1);
  const labels = near.filter((piece) => piece.x < grid.x0 - 20 && /\p{L}{3}/u.test(piece.text));
  return labels.some((label) =>
    near.some(
      (piece) => Math.abs(piece.y - label.y) < 2 && piece.x > grid.x0 && piece.x < grid.x1 && /^\W*\d/.test(piece.text),
    ),
  );
}

/** Boxes for the answers of a form with the questions beside them and their numbers, which no lines part; any other grid as it is. */
function withQuestions(grid: Grid, pieces: readonly Piece[]): Grid {
  const { xs, ys, x0, y0, y1 } = grid;
  // Boxes that stand apart are no rows yet.
  if (ys.length < 3) return grid;
  const left = pieces.filter((piece) => piece.x < x0 && piece.y > y0 && piece.y < y1);
  const [numbers = [], words = []] = [true, false].map((is) =>
    left.filter(({ text }) => NUMBER.test(text.trim()) === is),
  );
  const asked = ys.slice(1).filter((bottom, row) => numbers.some(({ y }) => y > (ys[row] ?? 0) && y < bottom));
  const from = Math.min(...numbers.map(({ x }) => x)) - 2;
  const question = Math.min(...words.map(({ x }) => x)) - 2;
  if (asked.length <= 0.6 * (ys.length - 1) || !numbers.every(({ x, width }) => x + width < question + 4)) return grid;
  const levels = ys.map((y): Rule => ({ x0: from, x1: x0, y0: y, y1: y }));
  const upright: Rule = { x0: question, x1: question, y0, y1 };
  return { ...grid, x0: from, xs: [from, question, ...xs], rules: [...grid.rules, ...levels, upright] };
}

function isInside(piece: Piece, rule: Rule): boolean {
  const x = piece.x + Math.min(piece.width / 2, 6);
  const y = piece.y - piece.size * 0.3;
  return x > rule.x0 - NEAR && x < rule.x1 + NEAR && y > rule.y0 - NEAR && y < rule.y1 + NEAR;
}

/** Rows of cells; cells between which no line is drawn are one, and stand in its first row and column. */
function fill(grid: Grid, pieces: readonly Piece[]): Piece[][][] {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const { root, join } = groups(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (column + 1 < columns && !hasUpright(grid, column + 1, row)) join(cell, cell + 1);
      if (row + 1 < rows && !hasLevel(grid, row + 1, column)) join(cell, cell + columns);
    }
  }
  const cells: Piece[][] = Array.from({ length: rows * columns }, () => []);
  for (const piece of pieces) {
    const column = between(grid.xs, piece.x + Math.min(piece.width / 2, 6));
    const row = between(grid.ys, piece.y - piece.size * 0.3);
    cells[root(row * columns + column)]?.push(piece);
  }
  const table = Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
  return table.filter((row) => row.some((cell) => cell.length > 0));
}

function between(edges: readonly number[], value: number): number {
  const index = edges.findLastIndex((edge) => edge <= value);
  return Math.min(Math.max(index, 0), edges.length - 2);
}

function hasUpright(grid: Grid, edge: number, row: number): boolean {
  const [x = 0, top = 0, bottom = 0] = [grid.xs[edge], grid.ys[row], grid.ys[row + 1]];
  return grid.rules.some(
    (rule) => !isLevel(rule) && Math.abs(rule.x0 - x) <= NEAR && covers(rule.y0, rule.y1, top, bottom),
  );
}

function hasLevel(grid: Grid, edge: number, column: number): boolean {
  const [y = 0, left = 0, right = 0] = [grid.ys[edge], grid.xs[column], grid.xs[column + 1]];
  return grid.rules.some(
    (rule) => isLevel(rule) && Math.abs(rule.y0 - y) <= NEAR && covers(rule.x0, rule.x1, left, right),
  );
}

function covers(from: number, to: number, start: number, end: number): boolean {
  return Math.min(to, end) - Math.max(from, start) > 0.5 * (end - start);
}
