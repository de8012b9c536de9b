/** A stretch of text that stands together where a person sees it: part of a line, a cell, a paragraph. */
export interface SeenText {
  readonly text: string;
  /** True when it is left out on purpose, such as a running head, and the notes say so. */
  readonly leftOut?: boolean;
}

/** What a person sees of one page of the source, or of all of it where there are no pages. */
export interface SeenPage {
  /** From 1; absent where the format knows no pages. */
  readonly page?: number;
  /** Its text in the order in which the file has it. */
  readonly texts: readonly SeenText[];
  /** The same texts from top to bottom, as places in `texts`, where that may be another order. */
  readonly byHeight?: readonly number[];
}
