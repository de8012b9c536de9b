import type { Fill, Glyph, Stroke } from './drawn.ts';
import { holds, type Box } from './matrix.ts';
import type { Piece } from './page.ts';

/** Finds the bullets that a page draws as small discs, rings and squares before the first word of a line, as browsers print lists; what lies in tick boxes is none. */
export function readDrawnBullets(
  strokes: readonly Stroke[],
  fills: readonly Fill[],
  glyphs: readonly Glyph[],
  boxes: readonly Box[],
): Piece[] {
  const letters = glyphs.filter(({ text, along: [cos] }) => text.trim() !== '' && cos > 0.999);
  const shapes = [
    ...fills
      .filter(({ kind }) => kind !== 'picture')
      .map((fill) => ({ ...fill, sign: fill.kind === 'box' ? '▪' : '•' })),
    ...strokes.filter(({ form }) => form !== 'slanted').map((stroke) => ({ ...stroke, sign: '◦' })),
  ].filter(
    ({ box, annotation }) =>
      annotation === undefined &&
      isDot(box) &&
      !boxes.some((one) => holds(one, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)),
  );
  return shapes.flatMap(({ box, order, sign }): Piece[] => {
    const beside = letters.filter((glyph) => isOnLine(box, glyph));
    const next = beside.filter(({ x, size }) => x - box[2] > 0.1 * size && x - box[2] < 2.5 * size);
    const [first] = next.toSorted((a, b) => a.x - b.x);
    // A dot behind other text of the line is none, and neither is one of a row of dots.
    const isBehind = beside.some(({ x, width, size }) => x < box[2] && x + width > box[0] - 0.6 * size);
    const isInRow = shapes.some(
      (other) =>
        other.box !== box &&
        Math.abs(other.box[1] - box[1]) < 1 &&
        other.box[0] > box[0] + 0.5 &&
        other.box[0] < (first?.x ?? 0),
    );
    if (!first || isBehind || isInRow) return [];
    return [{ x: box[0], y: first.y, width: box[2] - box[0], size: first.size, text: `${sign} `, bold: false, order }];
  });
}

/** As wide as it is high, and no larger than the bullet of a heading. */
function isDot([x0, y0, x1, y1]: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return width > 1 && width < 9 && height < 1.25 * width && width < 1.25 * height;
}

/** True for a letter at whose height the dot stands, neither larger than the other may be. */
function isOnLine([x0, y0, x1, y1]: Box, { y, size }: Glyph): boolean {
  const middle = (y0 + y1) / 2;
  return middle < y - 0.1 * size && middle > y - 0.65 * size && x1 - x0 < 0.65 * size && x1 - x0 > 0.15 * size;
}
