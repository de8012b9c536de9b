import type { Fill, Glyph, Stroke } from './drawn.ts';
import { holds, type Box } from './matrix.ts';
import type { Piece } from './page.ts';

interface TickBoxes {
  /** A box for each, ticked or not. */
  readonly pieces: readonly Piece[];
  /** Where they are; lines in there are no table's. */
  readonly boxes: readonly Box[];
  /** Signs that are the tick of a box. */
  readonly ticks: ReadonlySet<Glyph>;
}

/** More squares of a page are a drawing. */
const MOST = 80;

/** Finds the small squares that a page draws before or behind its text, and whether something stands in them. */
export function readTickBoxes(strokes: readonly Stroke[], fills: readonly Fill[], glyphs: readonly Glyph[]): TickBoxes {
  const squares = strokes.filter(
    ({ box, points, annotation }) => annotation === undefined && points >= 4 && isSquare(box),
  );
  const apart = squares.filter(
    ({ box }, index) =>
      !squares.some((other, at) => (at < index ? isSame(other.box, box) : false)) &&
      !squares.some((other) => !isSame(other.box, box) && touches(other.box, box)) &&
      !fills.some((fill) => isSame(fill.box, box) && fill.color !== undefined && !/^#[ef].[ef].[ef]/i.test(fill.color)),
  );
  const ticks = new Set<Glyph>();
  const pieces: Piece[] = [];
  const boxes: Box[] = [];
  for (const { box, order } of apart.length > MOST ? [] : apart) {
    const inside = glyphs.filter((glyph) => glyph.text.trim() !== '' && isIn(box, middle(glyph)));
    const beside = glyphs.find((glyph) => glyph.text.trim() !== '' && !inside.includes(glyph) && isBeside(box, glyph));
    if (!beside || inside.length > 1 || inside.some(({ text }) => !/^[xX✓✔✕✖✗✘×√•●■\uf0fc]$/.test(text))) continue;
    const lines = [...strokes, ...fills].some(
      (one) =>
        one.order !== order &&
        !(isSame(one.box, box) && (!('points' in one) || one.points >= 4)) &&
        within(box, one.box) &&
        !isWhite(one),
    );
    for (const glyph of inside) ticks.add(glyph);
    boxes.push(box);
    pieces.push({
      x: box[0],
      y: beside.y,
      width: box[2] - box[0],
      size: beside.size,
      text: lines || inside.length > 0 ? '☑' : '☐',
      bold: false,
      order,
    });
  }
  return { pieces, boxes, ticks };
}

function isSquare([x0, y0, x1, y1]: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return width >= 5 && width <= 18 && height >= 5 && height <= 18 && width < 1.35 * height && height < 1.35 * width;
}

function isSame(a: Box, b: Box): boolean {
  return a.every((value, index) => Math.abs(value - (b[index] ?? 0)) < 1.6);
}

function touches(a: Box, b: Box): boolean {
  return a[0] < b[2] + 1 && a[2] > b[0] - 1 && a[1] < b[3] + 1 && a[3] > b[1] - 1;
}

function within(outer: Box, inner: Box): boolean {
  return inner[0] > outer[0] - 3 && inner[1] > outer[1] - 3 && inner[2] < outer[2] + 4 && inner[3] < outer[3] + 3;
}

function isIn(box: Box, [x, y]: readonly [number, number]): boolean {
  return holds(box, x, y);
}

function middle({ x, y, width, size }: Glyph): readonly [number, number] {
  return [x + width / 2, y - 0.3 * size];
}

/** Text on the box's height, close on its right or left. */
function isBeside(box: Box, glyph: Glyph): boolean {
  const level = glyph.y - 0.3 * glyph.size;
  const gap = Math.max(glyph.x - box[2], box[0] - (glyph.x + glyph.width));
  return level > box[1] - 3 && level < box[3] + 3 && gap > -2 && gap < 45;
}

function isWhite(one: Stroke | Fill): boolean {
  return 'color' in one && one.color !== undefined && /^#f.f.f./i.test(one.color);
}
