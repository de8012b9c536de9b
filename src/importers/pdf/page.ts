/** A stretch of text as a PDF places it: all of one size and face, on one baseline. Lengths are points, from the top left. */
export interface Piece {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
  readonly text: string;
  readonly bold: boolean;
}

/** A drawn line, level or upright; `x0 <= x1` and `y0 <= y1`. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What lies on one page. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
  /** Text that stands on its side; stamps are not among it. */
  readonly sideways: readonly string[];
  /** True when the page bore the stamp "For personal use only". */
  readonly stamped: boolean;
}
