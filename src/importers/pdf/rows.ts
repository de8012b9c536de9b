import type { Piece } from './page.ts';
import { segmentsOf, type Placed, type Segment } from './segments.ts';

/** All segments on one baseline, from left to right. */
export interface Row {
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/**
 * Puts pieces into rows from top to bottom; raised and lowered small pieces belong to the row that they stand at. A bullet
 * or number belongs to the text behind it, however wide the gap.
 */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  return rowsWith(pieces, false);
}

/** The rows of what is known to be a table: cells may stand closer than columns do elsewhere, and a bullet or number may be one. */
export function tableRowsOf(pieces: readonly Piece[]): Row[] {
  return rowsWith(pieces, true);
}

function rowsWith(pieces: readonly Piece[], isTable: boolean): Row[] {
  const open: { y: number; size: number; pieces: Placed[] }[] = [];
  // Larger type first, so that a footnote's mark finds the line that it stands in.
  for (const piece of pieces.toSorted(
    (a, b) => b.size - a.size || b.text.length - a.text.length || a.y - b.y || a.x - b.x,
  )) {
    const near = open.filter((row) => Math.abs(row.y - piece.y) < row.size);
    const own = near.find(
      (row) => Math.abs(row.y - piece.y) <= 0.14 * Math.max(piece.size, 6) && row.size < piece.size * 3.2,
    );
    // A mark may happen to stand at the height of a line further right.
    const isMarkOf = (row: (typeof open)[number]) =>
      row !== own &&
      row.size > 1.12 * piece.size &&
      /^[\d*†‡]{1,2}$/.test(piece.text.trim()) &&
      isBetween((row.y - piece.y) / row.size, 0.12, 0.75) &&
      touches(row.pieces, piece);
    if (own && (touches(own.pieces, piece) || !near.some(isMarkOf))) {
      own.pieces.push({ piece });
      continue;
    }
    // A plus or a figure may be raised without being made smaller.
    const small = (row: { size: number }) => row.size > 1.12 * piece.size || /^[+*\d†‡]{1,2}$/.test(piece.text.trim());
    const raised = near.find(
      (row) => small(row) && isBetween((row.y - piece.y) / row.size, 0.12, 0.75) && touches(row.pieces, piece),
    );
    const lowered = near.find(
      (row) =>
        row.size > 1.12 * piece.size &&
        isBetween((piece.y - row.y) / row.size, 0.05, 0.4) &&
        touches(row.pieces, piece),
    );
    if (raised) raised.pieces.push({ piece, script: 'sup' });
    else if (lowered) lowered.pieces.push({ piece, script: 'sub' });
    else open.push({ y: piece.y, size: piece.size, pieces: [{ piece }] });
  }
  return open
    .map(({ y, size, pieces: placed }) => ({
      y,
      size,
      segments: segmentsOf(
        placed.toSorted((a, b) => a.piece.x - b.piece.x),
        y,
        isTable,
      ),
    }))
    .toSorted((a, b) => a.y - b.y || (a.segments[0]?.x0 ?? 0) - (b.segments[0]?.x0 ?? 0));
}

/** Raised marks are short, or go on where a word ends. */
function touches(placed: readonly Placed[], piece: Piece): boolean {
  return placed.some(({ piece: other }) => {
    const after = piece.x - (other.x + other.width);
    const before = other.x - (piece.x + piece.width);
    return (
      isBetween(after, -0.4 * other.size, 0.45 * other.size) ||
      (piece.text.trim().length <= 4 &&
        isBetween(
          before,
          -0.4 * other.size,
          (isSmall(piece, other) && /^\d{1,2}$/.test(piece.text.trim()) ? 3 : 0.8) * other.size,
        ))
    );
  });
}

function isSmall(piece: Piece, other: Piece): boolean {
  return other.size > 1.12 * piece.size;
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
