import type { Box } from './matrix.ts';

/** Four numbers of pdf.js's as a box, whichever corners they name; `undefined` where they are fewer. */
export function boxOf(value: unknown): Box | undefined {
  const [a, b, c, d] = (value ?? []) as ArrayLike<number> & Iterable<number>; // four numbers of pdf.js's, as a list or an array of numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** True for a box that holds anything. */
export function isSome([x0, y0, x1, y1]: Box): boolean {
  return x1 > x0 && y1 > y0;
}

/**
 * True for a path around an upright box. pdf.js writes a path as numbers: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close, each with its
 * points.
 */
export function isRectangle(data: ArrayLike<number>): boolean {
  const xs = new Set<number>();
  const ys = new Set<number>();
  if (data.length < 12 || data.length > 17) return false;
  for (let index = 0; index < data.length;) {
    const operator = data[index] ?? 4;
    if (operator === 4) index += 1;
    else if (operator > 1) return false;
    else {
      xs.add(Math.round((data[index + 1] ?? 0) * 100));
      ys.add(Math.round((data[index + 2] ?? 0) * 100));
      index += 3;
    }
  }
  return xs.size === 2 && ys.size === 2;
}

/** A part of a path that is drawn without lifting the pen. */
export interface PathPart {
  readonly box: Box;
  /** Points that it goes through, with the first one again where it closes. */
  readonly points: number;
  readonly form: 'level' | 'slanted' | 'curved';
}

/** A path of more parts, or of more points in one, is a drawing. */
const MAX_PARTS = 200;
const MAX_POINTS = 400;

/** The parts of a path, each with its form: `level` where all of its lines are level or upright. None for a drawing. */
export function partsOf(data: ArrayLike<number>): PathPart[] {
  const parts: PathPart[] = [];
  let points: (readonly [number, number])[] = [];
  let form: PathPart['form'] = 'level';
  let count = 0;
  const finish = () => {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    if (count > 1)
      parts.push({ box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], points: count, form });
    [points, form, count] = [[], 'level', 0];
  };
  for (let index = 0; index < data.length && parts.length <= MAX_PARTS && points.length <= MAX_POINTS;) {
    const operator = data[index++] ?? 4;
    if (operator === 0) finish();
    count += 1;
    if (operator === 4) continue;
    const own = operator === 2 ? 3 : operator === 3 ? 2 : 1;
    if (own > 1) form = 'curved';
    for (const last = index + 2 * own; index < last; index += 2) {
      const [x, y] = [data[index] ?? 0, data[index + 1] ?? 0];
      const [before = x, beforeY = y] = points.at(-1) ?? [];
      if (form === 'level' && Math.abs(x - before) > 0.1 && Math.abs(y - beforeY) > 0.1) form = 'slanted';
      points.push([x, y]);
    }
  }
  finish();
  return parts.length > MAX_PARTS ? [] : parts;
}
