import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** In so many rows the same gap at the same place is no chance. */
const ENOUGH = 4;
/** Each gap is compared with all; the densest tables have some hundred. */
const MOST = 5000;
const FIGURE = /^[(<>~+–-]*\$?\d[\d,.]*%?\)?$/;

/** Two parts of a segment between which more than a word's gap stands. */
interface Gap {
  readonly left: Segment;
  readonly right: Segment;
  /** True when the row begins with what stands on the left. */
  readonly isFirst: boolean;
}

/**
 * The rows of a table with the cells apart that stand closer than columns do elsewhere: where the same gap runs down four
 * rows or more, figures stand on one of its sides, and no row with figures has text in it.
 */
export function withCloseCells(rows: readonly Row[]): Row[] {
  const gaps = rows.flatMap(gapsOf);
  if (gaps.length < ENOUGH || gaps.length > MOST) return [...rows];
  const cells = rows.flatMap(({ segments }) => {
    const own = segments.flatMap((segment) => segment.cells ?? [segment]);
    return own.some(({ text }) => FIGURE.test(text)) ? own : [];
  });
  const columns = new Set(gaps.filter((gap) => isBetweenColumns(gap, gaps, cells)).map(({ right }) => right));
  if (columns.size === 0) return [...rows];
  return rows.map((row) => ({ ...row, segments: row.segments.flatMap((segment) => partedAt(segment, columns)) }));
}

function gapsOf({ segments }: Row): Gap[] {
  return segments.flatMap(({ cells = [] }, at) =>
    cells.slice(1).flatMap((right, index): Gap[] => {
      const left = cells[index];
      return left ? [{ left, right, isFirst: at === 0 && index === 0 }] : [];
    }),
  );
}

function isBetweenColumns(gap: Gap, gaps: readonly Gap[], cells: readonly Segment[]): boolean {
  const alike = gaps.filter(({ left, right }) => Math.min(right.x0, gap.right.x0) - Math.max(left.x1, gap.left.x1) > 1);
  const from = Math.max(...alike.map(({ left }) => left.x1));
  const to = Math.min(...alike.map(({ right }) => right.x0));
  if (alike.length < ENOUGH || to - from < 1 || cells.some(({ x0, x1 }) => x0 < to - 0.5 && x1 > from + 0.5))
    return false;
  const own = alike.filter(({ left, right }) => [left, right].some(({ text }) => FIGURE.test(text)));
  // The number of a row stands before its label, and the sign of a currency or share beside its figure.
  return (
    own.length >= ENOUGH &&
    own.every(({ left, right }) => [left, right].every(({ text }) => /[\p{L}\p{N}]/u.test(text))) &&
    (own.every(({ right }) => FIGURE.test(right.text)) ||
      own.every(({ left, isFirst }) => !isFirst && FIGURE.test(left.text)))
  );
}

/** The parts of a segment before which another column begins. */
function partedAt(segment: Segment, columns: ReadonlySet<Segment>): Segment[] {
  const parts: Segment[][] = [];
  for (const cell of segment.cells ?? [segment]) {
    if (parts.length === 0 || columns.has(cell)) parts.push([cell]);
    else parts.at(-1)?.push(cell);
  }
  return parts.length > 1 ? parts.map(joined) : [segment];
}

function joined(cells: readonly Segment[]): Segment {
  return cells.reduce((before, cell) => ({
    ...before,
    x1: cell.x1,
    text: `${before.text} ${cell.text}`,
    runs: [...before.runs, { text: ' ' }, ...cell.runs],
    cells,
  }));
}
