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
  /** True for a tick, cross or box that stays what it is, and is no bullet. */
  readonly sign?: boolean;
  /** True for text that is struck out. */
  readonly struck?: true;
  /** True for what was filled into a form. */
  readonly field?: boolean;
  /** Place in the order of painting. */
  readonly order: number;
  /** The way of its baseline, where it is not level. */
  readonly turned?: readonly [number, number];
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
  /** Text of the file that a reader of the page does not see, and why; it is in no piece. */
  readonly hidden: readonly { readonly text: string; readonly why: string }[];
  /** The words beside each mark that may be a box, ticked or not. */
  readonly unclear?: readonly string[];
  /** Where the page is a picture: whether its pieces were recognised by machine, or nobody has read it. */
  readonly scan?: 'read' | 'unread';
  /** Words that a machine has read in it just now, and of which it is not sure. */
  readonly unsure?: readonly string[];
  /** What the machine took for no text, as stains and signatures are. */
  readonly dropped?: readonly string[];
}
