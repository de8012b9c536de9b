import type { Page, Piece } from './page.ts';

const TICK = /[✓✔]/;
const CROSS = /[✕✖✗✘]/;
/** A sign, and what follows where a text says what it means. */
const MEANING = /[✓✔✕✖✗✘]\s*(?:=|:|[–—-]\s|(?:means?|denotes?|indicates?)\b)/;

/**
 * Writes boxes as `[ ]` and chosen ones as `[x]`. A tick alone is a chosen box where the document has boxes; a cross or a
 * black square alone, and a tick where there are crosses too, only before words and beside an empty box. Where a document
 * says what ticks or crosses mean, or has both in one line or in the cells of a table, they stay as they are, and so do
 * boxes where ticked and crossed ones stand in one line.
 */
export function withTicks(pages: readonly Page[]): Page[] {
  const has = (sign: RegExp) => pages.some(({ pieces }) => pieces.some(({ text }) => sign.test(text)));
  const hasCrosses = has(CROSS);
  const keepsTicks = pages.some(({ pieces }) => areExplained(pieces, has(TICK) && hasCrosses));
  const keepsBoxes = pages.some(({ pieces }) => areOpposed(pieces, /☑/, /☒/)) || (has(/☑/) && has(/☒/) && !has(/☐/));
  const hasBoxes = has(/[☐☑☒]/);
  const isChosen = (piece: Piece, pieces: readonly Piece[]) => {
    const sign = piece.text.trim();
    if (TICK.test(sign) && !hasCrosses) return hasBoxes;
    return nextTo(piece, pieces) !== undefined && pieces.some((other) => isEmptyBoxBeside(other, piece));
  };
  const write = (piece: Piece, pieces: readonly Piece[]): Piece => {
    const sign = piece.text.trim();
    const isTick = /^[✓✔✕✖✗✘]/.test(sign);
    if (/^[✓✔✕✖✗✘■]$/.test(sign) && !(isTick && keepsTicks) && isChosen(piece, pieces))
      return { ...piece, text: piece.text.replace(sign, '[x]') };
    if ((isTick && (keepsTicks || hasCrosses)) || (/^[☐☑☒]/.test(sign) && keepsBoxes)) return { ...piece, sign: true };
    if (keepsBoxes || !/[☐☑☒]/.test(sign)) return piece;
    return { ...piece, text: piece.text.replace(/[☑☒]/g, '[x]').replace(/☐/g, '[ ]') };
  };
  return pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => write(piece, page.pieces)) }));
}

/** Whether ticks and crosses of a page have a meaning of their own: by words such as `✗ = not met`, or as both stand in one line or without words. */
function areExplained(pieces: readonly Piece[], hasBoth: boolean): boolean {
  const signs = pieces.filter(({ text }) => TICK.test(text) || CROSS.test(text));
  if (hasBoth && (areOpposed(pieces, TICK, CROSS) || signs.some((sign) => nextTo(sign, pieces) === undefined)))
    return true;
  return signs.some((sign) => MEANING.test(`${sign.text.trim()} ${nextTo(sign, pieces)?.text ?? ''}`));
}

/** The words close behind a sign that stands alone. */
function nextTo(sign: Piece, pieces: readonly Piece[]): Piece | undefined {
  if (sign.text.trim().length > 1) return sign;
  const end = sign.x + sign.width;
  return pieces.find(
    (piece) =>
      isInRow(piece, sign) && /[\p{L}\p{N}=]/u.test(piece.text) && piece.x > end - 2 && piece.x - end < 2 * sign.size,
  );
}

function isInRow(a: Piece, b: Piece): boolean {
  return Math.abs(a.y - b.y) < 0.4 * Math.max(a.size, b.size);
}

/** True for an empty box in the line of a sign, or below or above it. */
function isEmptyBoxBeside(box: Piece, sign: Piece): boolean {
  const isInColumn = Math.abs(box.x - sign.x) < 3 && Math.abs(box.y - sign.y) < 4 * sign.size;
  return box.text.includes('☐') && (isInRow(box, sign) || isInColumn);
}

/** True where two signs stand in one line, as different answers do. */
function areOpposed(pieces: readonly Piece[], sign: RegExp, other: RegExp): boolean {
  const others = pieces.filter(({ text }) => other.test(text));
  return pieces.some((one) => sign.test(one.text) && others.some((piece) => isInRow(one, piece)));
}
