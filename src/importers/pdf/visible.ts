import type { Fill, Glyph } from './drawn.ts';
import { holds, type Box } from './matrix.ts';

/** Why a reader of the page does not see a sign. */
type Unseen =
  | 'drawn invisibly'
  | 'in the colour of its background'
  | 'covered'
  | 'outside the page'
  | 'cut off'
  | 'in a layer that is switched off'
  | 'too small to read';

interface Seen {
  readonly visible: readonly Glyph[];
  readonly hidden: readonly { readonly glyph: Glyph; readonly why: Unseen }[];
  /** True when the page is a picture and its text was laid below or above it for searching. */
  readonly isScan: boolean;
}

/** Parts the signs that a reader of the page sees from those that nobody does. The text behind a scan counts as seen. */
export function partVisible(glyphs: readonly Glyph[], fills: readonly Fill[], width: number, height: number): Seen {
  const page: Box = [0, 0, width, height];
  const scans = fills.filter(({ kind, box }) => kind === 'picture' && area(box) > 0.55 * width * height);
  const background = grid(fills, width, height);
  const visible: Glyph[] = [];
  const hidden: { glyph: Glyph; why: Unseen }[] = [];
  let behindScan = 0;
  for (const glyph of glyphs) {
    const [x, y] = middleOf(glyph);
    const why = unseen(glyph, x, y, page, background(x, y));
    const onScan = (why === 'drawn invisibly' || why === 'covered') && scans.some(({ box }) => holds(box, x, y));
    if (onScan) behindScan += 1;
    if (why === undefined || onScan) visible.push(glyph);
    else hidden.push({ glyph, why });
  }
  const again = new Set(visible.map(spotOf));
  return {
    visible,
    // What is drawn once more, where it is seen, is no secret.
    hidden: hidden.filter(({ glyph }) => !again.has(spotOf(glyph))),
    isScan: behindScan > 0.5 * visible.length && visible.length > 0,
  };
}

function unseen(glyph: Glyph, x: number, y: number, page: Box, around: readonly Fill[]): Unseen | undefined {
  if (!glyph.shown) return 'in a layer that is switched off';
  if (glyph.mode === 3 || glyph.mode === 7 || glyph.alpha < 0.05) return 'drawn invisibly';
  if (!holds(page, x, y)) return 'outside the page';
  if (!holds(glyph.clip, x, y)) return 'cut off';
  if (glyph.size < 0.8) return 'too small to read';
  if (around.some((fill) => fill.order > glyph.order && fill.opaque && fill.kind !== 'shape' && covers(fill, glyph)))
    return 'covered';
  const below = around.findLast((fill) => fill.order < glyph.order && holds(fill.box, x, y));
  if (below && (below.color === undefined || !below.opaque || below.kind === 'shape')) return undefined;
  return glyph.color !== undefined && isNear(glyph.color, below?.color ?? '#ffffff')
    ? 'in the colour of its background'
    : undefined;
}

/** True when a box lies over the middle of a sign and over most of its height. */
function covers({ box }: Fill, glyph: Glyph): boolean {
  const [x, y] = middleOf(glyph);
  const half = 0.22 * glyph.size;
  return holds(box, x, y - half) && holds(box, x, y + half);
}

/** The middle of a small letter. */
function middleOf({ x, y, width, size, along: [cos, sin] }: Glyph): readonly [number, number] {
  const [right, up] = [width / 2, 0.25 * size];
  return [x + right * cos + up * sin, y + right * sin - up * cos];
}

/** Two colours that no eye tells apart on paper. */
function isNear(a: string, b: string): boolean {
  const parts = (color: string) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const other = parts(b);
  return parts(a).every((value, index) => Math.abs(value - (other[index] ?? 0)) < 20);
}

function spotOf({ text, x, y }: Glyph): string {
  return `${text} ${Math.round(x / 4)} ${Math.round(y / 4)}`;
}

function area([x0, y0, x1, y1]: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}

/** The fills around a point, in the order of painting; a page may have thousands, so they are sorted into squares. */
function grid(fills: readonly Fill[], width: number, height: number): (x: number, y: number) => readonly Fill[] {
  const SIDE = 24;
  const at = (value: number, length: number) =>
    Math.min(SIDE - 1, Math.max(0, Math.floor((value / Math.max(1, length)) * SIDE)));
  const squares: Fill[][] = Array.from({ length: SIDE * SIDE }, () => []);
  for (const fill of fills) {
    const [x0, y0, x1, y1] = fill.box;
    for (let row = at(y0, height); row <= at(y1, height); row++)
      for (let column = at(x0, width); column <= at(x1, width); column++) squares[row * SIDE + column]?.push(fill);
  }
  return (x, y) => squares[at(y, height) * SIDE + at(x, width)] ?? [];
}
