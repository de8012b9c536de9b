import { columnsOf, logicalRows, pieceRows, type Column, type Line } from './columns.ts';
import { isFigure } from './figures.ts';
import type { Page, Piece, Rule } from './page.ts';
import { isLevel } from './rules.ts';
import { tableRowsOf } from './rows.ts';
import type { RuledTable } from './ruled.ts';
import { sideBySide } from './side-by-side.ts';

/** Level lines that lie further apart do not belong to one table. */
const FAR = 75;
/** A frame may hold more. */
const FRAME = 170;

/**
 * Finds the tables whose rows alone are drawn: with level lines between them, or with a frame around them. Their columns
 * are where no row has text. What is left of the pieces comes back as it was.
 */
export function takeRowTables(
  page: Page,
  pieces: readonly Piece[],
  others: readonly RuledTable[],
): { tables: RuledTable[]; rest: Piece[] } {
  const isFree = (rule: Rule) =>
    !others.some(
      (table) => rule.y0 > table.y0 - 4 && rule.y1 < table.y1 + 4 && rule.x0 < table.x1 && rule.x1 > table.x0,
    );
  const levels = wholeLines(page.rules.filter((rule) => isLevel(rule) && isFree(rule)));
  let rest = [...pieces];
  const tables: RuledTable[] = [];
  const chains = chainsOf(levels, page).flatMap((chain) => apartFrom(chain, tableRowsOf(pieces)));
  for (const chain of chains) {
    const table = tableIn(chain, rest, page);
    if (!table) continue;
    tables.push(table);
    const taken = new Set(table.rows.flat(2));
    rest = rest.filter((piece) => !taken.has(piece));
  }
  return { tables, rest };
}

/** The table that some level lines are drawn in; `undefined` where they are none's. */
function tableIn(chain: readonly Rule[], pieces: readonly Piece[], page: Page): RuledTable | undefined {
  const [x0, x1] = [Math.min(...chain.map((rule) => rule.x0)), Math.max(...chain.map((rule) => rule.x1))];
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return undefined;
  const inside = pieces.filter((piece) => piece.x > x0 - 6 && piece.x < x1 + 6);
  const rows = sideBySide(tableRowsOf(inside));
  const size = rows.find((row) => row.y > first.y0)?.size ?? 10;
  // A line below each row leaves the first one without a line above it; one above each row leaves the last one open.
  const above = headAbove(rows, first.y0, size);
  // Two lines alone are a table's where the names of its columns stand above them.
  const isNamed = above.length > 0 && above.every(({ segments }) => segments.every(({ bold }) => bold));
  if (chain.length === 2 && !isNamed && !isFramed(first, last, page)) return undefined;
  const below = rows.find((row) => row.y > last.y0 && row.y < last.y0 + 1.6 * size && isTabular(row));
  const lines = rows.filter(
    (row) => above.includes(row) || row === below || (row.y > first.y0 && row.y < last.y0 + 0.2 * row.size),
  );
  // Lines above and below the sums of a wider table are not all of it.
  const beyond = lines.filter((line) =>
    pieces.some((piece) => Math.abs(piece.y - line.y) < 3 && (piece.x < x0 - 6 || piece.x > x1 + 6)),
  ).length;
  if (beyond > 0.2 * lines.length) return undefined;
  const columns = columnsOf(lines);
  if (columns.length < 2) return undefined;
  const bands = Map.groupBy(lines, (row) => chain.filter((rule) => rule.y0 < row.y - 0.25 * row.size).length);
  const logical = [...bands.values()].flatMap((band) =>
    logicalRows(band, columns, bands.size > 3 || [...bands.values()].every((band) => band.length <= 3)),
  );
  const full = logical.filter((row) => new Set(row.flatMap((line) => columnsIn(line, columns))).size > 1).length;
  if (logical.length < 2 || full < 0.6 * logical.length) return undefined;
  return {
    x0,
    x1,
    y0: Math.min(first.y0, ...lines.map((line) => line.y - line.size)),
    y1: Math.max(last.y0, ...lines.map((line) => line.y)),
    edges: [x0, ...columns.slice(1).map(({ edge }) => edge), x1],
    rows: pieceRows(logical, columns, inside),
  };
}

function columnsIn(line: Line, columns: readonly Column[]): number[] {
  return line.segments.map((segment) => columns.findLastIndex(({ edge }) => edge <= segment.x0 + 1));
}

/** The line of cells just above a table's first rule, or all lines there in bold type, as where its names are written on several. */
function headAbove(rows: readonly Line[], top: number, size: number): Line[] {
  const head: Line[] = [];
  let next = top;
  for (const row of rows.filter(({ y }) => y < top).toReversed()) {
    const isBold = row.segments.every(({ bold, text }) => bold && text.length < 60);
    // A title over the whole table stands further above than the lines of a name do.
    const isName = isTabular(row) && (head.length === 0 || areNamesAbove(row, head[0]));
    if (next - row.y > (row.segments.length === 1 ? 1.3 : 1.6) * size || !(isBold || isName)) break;
    head.unshift(row);
    next = row.y;
  }
  return head.some((row) => row.segments.length > 1) ? head : [];
}

/** True for the first line of names that go on in the line below, each above its own. */
function areNamesAbove({ y, size, segments }: Line, below: Line | undefined): boolean {
  return (
    below !== undefined &&
    below.y - y < 1.3 * size &&
    segments.length === below.segments.length &&
    segments.every(
      ({ x0, x1 }, at) => x0 < (below.segments[at]?.x1 ?? 0) && x1 > (below.segments[at]?.x0 ?? Infinity),
    ) &&
    ![...segments, ...below.segments].some(isFigure)
  );
}

/** A line of several short cells, and no end of a sentence. */
function isTabular({ segments }: Line): boolean {
  return segments.length > 1 && segments.every(({ text }) => text.length < 60 && !/\p{Ll}{3}\W{0,2}\.$/u.test(text));
}

/** Lines at one height that a table draws column by column, as one; they come from top to bottom and from left to right. */
function wholeLines(rules: readonly Rule[]): Rule[] {
  const whole: Rule[] = [];
  for (const rule of rules) {
    const last = whole.at(-1);
    if (last && Math.abs(last.y0 - rule.y0) < 1.6 && rule.x0 - last.x1 < 40)
      whole[whole.length - 1] = { ...last, x1: Math.max(last.x1, rule.x1) };
    else whole.push(rule);
  }
  return whole;
}

/** Parts lines of one width where they are those of several tables, between which a heading or a paragraph stands with space above it. */
function apartFrom(chain: readonly Rule[], rows: readonly Line[]): Rule[][] {
  const spaces = chain.map((rule, index) => {
    const bottom = chain[index + 1]?.y0 ?? rule.y0;
    const inside = rows.filter(({ y, segments }) => {
      const [left, right] = [segments[0]?.x0 ?? 0, segments.at(-1)?.x1 ?? 0];
      return y > rule.y0 && y < bottom && left < rule.x1 && right > rule.x0;
    });
    const isPlain = inside.some(({ segments }) => segments.length === 1);
    const tops = inside.map((row, at) => (row.y - (inside[at - 1]?.y ?? rule.y0)) / row.size);
    return { space: Math.max(0, ...tops), isPlain };
  });
  const usual = spaces.map(({ space }) => space).toSorted((a, b) => a - b)[Math.floor(spaces.length / 2)] ?? 0;
  const parts: Rule[][] = [[]];
  for (const [index, rule] of chain.entries()) {
    parts.at(-1)?.push(rule);
    const { space = 0, isPlain = false } = spaces[index] ?? {};
    if (isPlain && space > Math.max(1.8, 1.4 * usual)) parts.push([]);
  }
  return parts.filter((part) => part.length > 1);
}

/** Lines of the same width below one another, two or more. */
function chainsOf(levels: readonly Rule[], page: Page): Rule[][] {
  const chains: Rule[][] = [];
  for (const rule of levels) {
    const chain = chains.findLast((one) => {
      const last = one.at(-1);
      return (
        last &&
        Math.abs(last.x0 - rule.x0) < 6 &&
        Math.abs(last.x1 - rule.x1) < 6 &&
        rule.y0 - last.y0 > 7 &&
        rule.y0 - last.y0 < (isFramed(last, rule, page) ? FRAME : FAR)
      );
    });
    if (chain) chain.push(rule);
    else chains.push([rule]);
  }
  return chains.filter((chain) => chain.length > 1);
}

/** True for two level lines with upright ones at both their ends. */
function isFramed(above: Rule, below: Rule, page: Page): boolean {
  return [above.x0, above.x1].every((x) =>
    page.rules.some(
      (rule) => !isLevel(rule) && Math.abs(rule.x0 - x) < 4 && rule.y0 < above.y0 + 4 && rule.y1 > below.y0 - 4,
    ),
  );
}
