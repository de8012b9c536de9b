import type { Page, Piece } from './page.ts';

/**
 * Writes boxes as `[ ]` and ticked ones as `[x]`. A tick or a cross of its own is a ticked box where the document has empty
 * boxes too; else it is the bullet or the sign that it looks like.
 */
export function withTicks(pages: readonly Page[]): Page[] {
  const hasBoxes = pages.some((page) => page.pieces.some(({ text }) => /[☐☑☒]/.test(text)));
  if (!hasBoxes) return [...pages];
  const write = (piece: Piece): Piece => {
    if (!/[☐☑☒✓✔✕✖✗✘]/.test(piece.text)) return piece;
    const text = piece.text
      .replace(/^\s*[✓✔✕✖✗✘](?=\s*$)/, '☑')
      .replace(/[☑☒]/g, '[x]')
      .replace(/☐/g, '[ ]');
    return { ...piece, text };
  };
  return pages.map((page) => ({ ...page, pieces: page.pieces.map(write) }));
}
