import { isOutline, isSame, isSquare, outlinesOf } from './box-shapes.ts';
import type { Fill, Glyph, Stroke } from './drawn.ts';
import { holds, type Box } from './matrix.ts';
import type { Piece } from './page.ts';
import { unclearWords } from './unclear-marks.ts';

interface TickBoxes {
  /** A box for each, ticked, crossed or empty. */
  readonly pieces: readonly Piece[];
  /** Where they are; lines in there are no table's. */
  readonly boxes: readonly Box[];
  /** Signs that are the tick of a box. */
  readonly ticks: ReadonlySet<Glyph>;
  /** The words beside each mark that may be a box, ticked or not. */
  readonly unclear: readonly string[];
}

/** More squares of a page are a drawing. */
const MOST = 80;

interface TickBox {
  readonly box: Box;
  readonly order: number;
  readonly beside: Glyph;
  /** `filled` is chosen where another box is empty. */
  readonly state: '☑' | '☒' | '☐' | 'filled' | 'unclear';
}

/** Finds the small squares and circles that a page draws before or behind its text, and whether something stands in them. */
export function readTickBoxes(strokes: readonly Stroke[], fills: readonly Fill[], glyphs: readonly Glyph[]): TickBoxes {
  const drawn = {
    strokes: strokes.filter(({ annotation }) => annotation === undefined),
    fills: fills.filter(({ annotation }) => annotation === undefined),
  };
  const shapes = [...drawn.strokes, ...drawn.fills];
  const letters = glyphs.filter(({ text }) => text.trim() !== '');
  const outlines = outlinesOf(drawn.strokes, drawn.fills);
  const ticks = new Set<Glyph>();
  const outlined = (outlines.length > MOST ? [] : outlines).flatMap((outline): TickBox[] => {
    const { box, order } = outline;
    const inside = letters.filter((glyph) => holds(box, ...middle(glyph)));
    const beside = letters.find((glyph) => !inside.includes(glyph) && isBeside(box, glyph));
    if (!beside || inside.length > 1 || inside.some(({ text }) => !/^[xX✓✔✕✖✗✘×√•●■\uf0fc]$/.test(text))) return [];
    // A ring that is small beside its text is a bullet.
    if (outline.form === 'curved' && box[2] - box[0] < 0.45 * beside.size) return [];
    for (const glyph of inside) ticks.add(glyph);
    const state = inside.length === 0 ? stateOf(outline, shapes) : isCross(inside[0]) ? '☒' : '☑';
    return [{ box, order, beside, state }];
  });
  const empty = outlined.filter(({ state }) => state === '☐');
  const filled = drawn.fills.flatMap((fill): TickBox[] => {
    const { box, order } = fill;
    const isOther = empty.length > 0 && isDark(fill) && isSquare(box) && !outlined.some((one) => touch(one.box, box));
    const beside = isOther && letters.find((glyph) => isBeside(box, glyph));
    return beside && empty.some((one) => isRowOrColumn(one.box, box)) ? [{ box, order, beside, state: '☑' }] : [];
  });
  const settled = [...outlined, ...filled].map((one): TickBox => {
    if (one.state !== 'filled') return one;
    return { ...one, state: empty.some(({ box }) => isRowOrColumn(box, one.box)) ? '☑' : 'unclear' };
  });
  const known = settled.filter(({ state }) => state !== 'unclear');
  return {
    pieces: known.map(({ box, order, beside: { y, size }, state }) => {
      return { x: box[0], y, width: box[2] - box[0], size, text: state, bold: false, order };
    }),
    boxes: known.map(({ box }) => box),
    ticks,
    unclear: unclearWords(shapes, settled, glyphs),
  };
}

type Shape = Stroke | Fill;

/** What an outline holds of that which the page draws. */
function stateOf(outline: Stroke, shapes: readonly Shape[]): TickBox['state'] {
  const { box } = outline;
  const inside = shapes.filter((shape) => shape !== outline && within(box, shape.box) && !isEdge(box, shape.box));
  const isBackground = (shape: Shape) =>
    isFill(shape) && shape.kind !== 'picture' && isSame(shape.box, box, Math.min(1.6, 0.12 * (box[2] - box[0])));
  const isTwice = (shape: Shape) => !isFill(shape) && isOutline(shape) && isSame(shape.box, box);
  const marks = inside.filter((shape) => !isBackground(shape) && !isTwice(shape) && !(isFill(shape) && isPale(shape)));
  // A picture over the whole box may be one of an empty box, and a line around a line an ornament.
  if (marks.some((shape) => (isFill(shape) ? shape.kind === 'picture' && isSame(shape.box, box) : isOutline(shape))))
    return 'unclear';
  if (marks.length > 0) return marks.every((shape) => !isFill(shape) && shape.points !== 3) ? '☒' : '☑';
  const background = inside.filter(isFill).findLast((shape) => shape.kind !== 'picture');
  if (!background || isPale(background)) return '☐';
  return isDark(background) ? 'filled' : 'unclear';
}

function isFill(shape: Shape): shape is Fill {
  return 'kind' in shape;
}

function isCross(glyph: Glyph | undefined): boolean {
  return /[xX✕✖✗✘×]/.test(glyph?.text ?? '');
}

/** True for a thin line that lies on one of a box's sides. */
function isEdge(box: Box, [x0, y0, x1, y1]: Box): boolean {
  const isOn = (value: number, sides: readonly number[]) => sides.some((side) => Math.abs(value - side) < 1);
  return x1 - x0 < 1.5 ? isOn((x0 + x1) / 2, [box[0], box[2]]) : y1 - y0 < 1.5 && isOn((y0 + y1) / 2, [box[1], box[3]]);
}

/** True for two boxes of one size in a line or below one another, as the answers to one question stand. */
function isRowOrColumn(a: Box, b: Box): boolean {
  const [height, right, down] = [a[3] - a[1], (a[0] + a[2] - b[0] - b[2]) / 2, (a[1] + a[3] - b[1] - b[3]) / 2];
  if (Math.abs(b[3] - b[1] - height) > 2) return false;
  return Math.abs(down) < 3 || (Math.abs(right) < 3 && Math.abs(down) < 4 * height);
}

function touch(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

function within(outer: Box, inner: Box): boolean {
  return inner[0] > outer[0] - 3 && inner[1] > outer[1] - 3 && inner[2] < outer[2] + 4 && inner[3] < outer[3] + 3;
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

/** True for a colour as light as paper or the ground of a field. */
function isPale({ color }: Fill): boolean {
  return color !== undefined && lightness(color) > 190;
}

function isDark({ color }: Fill): boolean {
  return color !== undefined && lightness(color) < 128;
}

/** From 0 to 255. */
function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}
