import type { Run } from '../model/blocks.ts';
import { isMarkerAlone } from '../model/list-marker.ts';
import { sidesOfLeader, type Led } from './leaders.ts';
import type { Piece } from './page.ts';
import { FIGURE, CELLS_APART } from './pieces.ts';

/** Text on one baseline without a gap that a reader would see as a column's edge. */
export interface Segment {
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  readonly runs: readonly Run[];
  readonly text: string;
  readonly bold: boolean;
  readonly size: number;
  /** True when it begins with a tick, cross or box that is no bullet. */
  readonly sign?: boolean;
  /** True when it was filled into a form. */
  readonly field?: boolean;
  /** Place of its first part in the order of painting. */
  readonly order: number;
  /** Its parts, where they stand further apart than words do: in a table each may be a cell. */
  readonly cells?: readonly Segment[];
  /** True for a name that stands over several columns, in each but the first. */
  readonly again?: boolean;
  /** Its label and value, when dots lead from one to the other. */
  readonly led?: Led;
  /** Where the text behind a bullet or number begins, when the segment begins with one. */
  readonly textX?: number;
}

/** A piece in its row, raised or lowered there. */
export interface Placed {
  readonly piece: Piece;
  readonly script?: 'sup' | 'sub';
}

/** The segments of a row of pieces from left to right; in a table cells may stand closer than columns do elsewhere. */
export function segmentsOf(placed: readonly Placed[], y: number, isTable: boolean): Segment[] {
  const groups: Placed[][] = [];
  for (const entry of placed) {
    const group = groups.at(-1);
    const last = group?.at(-1)?.piece;
    const gap = last ? entry.piece.x - (last.x + last.width) : 0;
    const size = Math.max(last?.size ?? 0, entry.piece.size);
    const figures =
      gap > CELLS_APART * size && FIGURE.test(last?.text.trim() ?? '') && FIGURE.test(entry.piece.text.trim());
    if (
      !group ||
      figures ||
      (isTable
        ? gap > CELLS_APART * size
        : gap > Math.max(0.85 * size, 5.5) && !isMark(group, groups.length === 1, entry.piece))
    )
      groups.push([entry]);
    else group.push(entry);
  }
  const isOne = isJustified(groups) || (!isTable && isClause(groups));
  return (isOne ? [placed] : groups).map((group) => segmentOf(group, y));
}

/** The number of a clause, of two parts or more. */
const CLAUSE = /^\d{1,2}(?:\.\d{1,2}){1,3}$/;

/** True for the number of a clause such as `1.1` before its text or heading; where more stands beside them, the three are a table's. */
function isClause([number = [], text = [], ...others]: readonly (readonly Placed[])[]): boolean {
  const words = (group: readonly Placed[]) =>
    group
      .map(({ piece }) => piece.text)
      .join('')
      .trim();
  return (
    others.length === 0 && /^\d{1,2}(?:\.\d{1,2}){1,3}$/.test(words(number)) && /^["“‘(]?\p{Lu}.{9}/u.test(words(text))
  );
}

/** True for the words of one line that was stretched to both edges: single words, all about as far apart. */
function isJustified(groups: readonly (readonly Placed[])[]): boolean {
  if (groups.length < 4) return false;
  const words = groups.map((group) => group.map(({ piece }) => piece.text).join(''));
  if (
    words.some((word) => /\S\s+\S/.test(word)) ||
    words.filter((word) => /\p{L}/u.test(word)).length < 0.7 * words.length
  )
    return false;
  const gaps = groups.slice(1).map((group, index) => {
    const last = groups[index]?.at(-1)?.piece;
    return (group[0]?.piece.x ?? 0) - ((last?.x ?? 0) + (last?.width ?? 0));
  });
  const size = groups[0]?.[0]?.piece.size ?? 10;
  return Math.max(...gaps) - Math.min(...gaps) < 0.35 * size && Math.max(...gaps) < 2 * size;
}

/** A bullet before its text is no column of its own, however wide the gap. */
function isMark(group: readonly Placed[], isFirst: boolean, next: Piece): boolean {
  const text = group
    .map(({ piece }) => piece.text)
    .join('')
    .trim();
  if (/^(?:[•▪◦●○■□➢✓✔✕✖✗✘☐☑☒]|\[[x ]\])$/.test(text)) return true;
  if (!isFirst) return false;
  if (text === '\ufffd') return true;
  // The number of a note stands before its text without a point.
  return isMarkerAlone(text) || (/^(?:\d{1,2}|[ivx]{1,4})$/.test(text) && /^\p{L}.{14}/u.test(next.text));
}

function segmentOf(placed: readonly Placed[], y: number): Segment {
  const runs: Run[] = [];
  let end = placed[0]?.piece.x ?? 0;
  for (const { piece, script } of placed) {
    const last = runs.at(-1);
    const parted =
      last !== undefined && piece.x - end > 0.16 * piece.size && !/\s$/.test(last.text) && !/^\s/.test(piece.text);
    const text = parted && !script ? ` ${piece.text}` : piece.text;
    if (parted && script && !last.script) runs[runs.length - 1] = { ...last, text: `${last.text} ` };
    const struck = piece.struck ? { struck: piece.struck } : {};
    if (last && last.script === script && last.struck === piece.struck)
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push(script ? { text: text.trim(), script, ...struck } : { text, ...struck });
    // A space behind a raised mark belongs to the text that follows it.
    if (script && /\s$/.test(piece.text)) runs.push({ text: ' ' });
    end = Math.max(end, piece.x + piece.width);
  }
  const first = placed[0]?.piece;
  const second = placed[1]?.piece;
  const letters = (bold: boolean) =>
    placed.reduce((sum, { piece }) => sum + (piece.bold === bold ? piece.text.trim().length : 0), 0);
  const cells = cellsOf(placed);
  const led = sidesOfLeader(placed, ({ piece }) => piece.text);
  const marked =
    first !== undefined &&
    second !== undefined &&
    (isMarkerAlone(first.text) ||
      first.text.trim() === '\ufffd' ||
      (CLAUSE.test(first.text.trim()) && second.x - first.x - first.width > 0.85 * second.size));
  return {
    x0: first?.x ?? 0,
    x1: end,
    y,
    runs,
    text: runs
      .map((run) => run.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    bold: letters(true) > 0 && letters(true) >= 4 * letters(false),
    size: usualSize(placed),
    order: Math.min(...placed.map(({ piece }) => piece.order)),
    ...(first?.sign ? { sign: true } : {}),
    ...(placed.some(({ piece }) => piece.field) ? { field: true } : {}),
    ...(marked ? { textX: second.x } : {}),
    ...(cells.length > 1 && !marked ? { cells: cells.map((cell) => segmentOf(cell, y)) } : {}),
    ...(led ? { led: ledOf(led.before, led.behind, y) } : {}),
  };
}

function ledOf(before: readonly Placed[], behind: readonly Placed[], y: number): Led {
  return {
    ...(before.length > 0 ? { label: segmentOf(before, y) } : {}),
    ...(behind.length > 0 ? { value: segmentOf(behind, y) } : {}),
  };
}

/** The parts of a segment between which more than a word's gap stands. */
function cellsOf(placed: readonly Placed[]): Placed[][] {
  const cells: Placed[][] = [];
  for (const entry of placed) {
    const last = cells.at(-1)?.at(-1)?.piece;
    const isCell = last && !entry.script && entry.piece.x - last.x - last.width > CELLS_APART * entry.piece.size;
    if (cells.length === 0 || isCell) cells.push([entry]);
    else cells.at(-1)?.push(entry);
  }
  return cells;
}

/** The size of most of a segment's letters; a bullet is often larger than its text. */
function usualSize(placed: readonly Placed[]): number {
  const letters = new Map<number, number>();
  for (const { piece, script } of placed)
    letters.set(piece.size, (letters.get(piece.size) ?? 0) + (script ? 0.1 : 1) * piece.text.trim().length);
  return [...letters].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
