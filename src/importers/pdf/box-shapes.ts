import type { Fill, Stroke } from './drawn.ts';
import type { Box } from './matrix.ts';

/** More short lines on a page, or more outlines, are a drawing. */
const MOST_LINES = 400;
const MOST_OUTLINES = 1000;

/** The outlines of boxes and circles as large as a letter that a page draws, each once; those of a table or a drawing touch and are none. */
export function outlinesOf(strokes: readonly Stroke[], fills: readonly Fill[]): Stroke[] {
  const outlines = [...strokes, ...ofFourLines(strokes, fills)].filter(isOutline);
  if (outlines.length > MOST_OUTLINES) return [];
  return outlines.filter(
    ({ box }, index) =>
      !outlines.some((other, at) => at < index && isSame(other.box, box)) &&
      !outlines.some((other) => !isSame(other.box, box) && touches(other.box, box) && !isInside(box, other.box)),
  );
}

/** True for a closed line of a box's size. */
export function isOutline({ box, points, form }: Stroke): boolean {
  return points >= 4 && form !== 'slanted' && isSquare(box);
}

export function isSquare([x0, y0, x1, y1]: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return width >= 5 && width <= 18 && height >= 5 && height <= 18 && width < 1.35 * height && height < 1.35 * width;
}

/** True for two boxes with the same edges. */
export function isSame(a: Box, b: Box, slack = 1.6): boolean {
  return a.every((value, index) => Math.abs(value - (b[index] ?? 0)) < slack);
}

/** True for a box that lies in another, at a distance from each edge or none. */
function isInside(outer: Box, inner: Box): boolean {
  return inner[0] > outer[0] - 1 && inner[1] > outer[1] - 1 && inner[2] < outer[2] + 1 && inner[3] < outer[3] + 1;
}

function touches(a: Box, b: Box): boolean {
  return a[0] < b[2] + 1 && a[2] > b[0] - 1 && a[1] < b[3] + 1 && a[3] > b[1] - 1;
}

/** Squares of which a page draws each side by itself, as a line or as a thin bar. */
function ofFourLines(strokes: readonly Stroke[], fills: readonly Fill[]): Stroke[] {
  const lines = [...strokes.filter(({ points }) => points === 2), ...fills.filter(({ kind }) => kind === 'box')];
  const levels = lines.filter(({ box: [x0, y0, x1, y1] }) => y1 - y0 < 1.5 && x1 - x0 >= 5 && x1 - x0 <= 18);
  const uprights = lines.filter(({ box: [x0, y0, x1, y1] }) => x1 - x0 < 1.5 && y1 - y0 >= 5 && y1 - y0 <= 18);
  if (levels.length + uprights.length > MOST_LINES) return [];
  return levels.flatMap((top) =>
    levels.flatMap((bottom): Stroke[] => {
      const box: Box = [top.box[0], top.box[1], bottom.box[2], bottom.box[3]];
      const [x0, y0, x1, y1] = box;
      const has = (x: number) => uprights.some((side) => isSame(side.box, [x, y0, x, y1], 1.5));
      const isClosed = isSame(bottom.box, [x0, y1, x1, y1], 1.5) && has(x0) && has(x1);
      return isSquare(box) && isClosed ? [{ ...top, box, points: 5, form: 'level' }] : [];
    }),
  );
}
