import { type Box } from './matrix.ts';

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

/** How many points a path goes through, up to a hundred. */
export function pointsOf(data: ArrayLike<number>): number {
  let points = 0;
  for (let index = 0; index < data.length && points < 100; points++) {
    const operator = data[index] ?? 4;
    index += operator === 4 ? 1 : operator === 2 ? 7 : operator === 3 ? 5 : 3;
  }
  return points;
}
