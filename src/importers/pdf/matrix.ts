/** The six numbers with which PDF moves, turns and stretches what is drawn. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `b` and then `a`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** Where a point comes to lie. */
export function apply(matrix: Matrix, [x, y]: readonly [number, number]): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** Left, top, right and bottom. */
export type Box = readonly [number, number, number, number];

/** The upright box around a box that a matrix has moved. */
export function boxAfter(matrix: Matrix, [x0, y0, x1, y1]: Box): Box {
  const corners = [apply(matrix, [x0, y0]), apply(matrix, [x1, y0]), apply(matrix, [x0, y1]), apply(matrix, [x1, y1])];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** What two boxes share; nothing is a box without width. */
export function overlap(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** True when a point lies in a box or less than `slack` beside it. */
export function holds([x0, y0, x1, y1]: Box, x: number, y: number, slack = 0): boolean {
  return x >= x0 - slack && x <= x1 + slack && y >= y0 - slack && y <= y1 + slack;
}
