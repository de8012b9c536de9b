/** A page as the index takes it: what is searched, what it is narrowed by, and what a result shows. */
export interface IndexPage {
  readonly url: string;
  /** The text's words as they stand there, punctuation and all, parted by single spaces. */
  readonly text: string;
  /** Their numbers; places are counted in them. */
  readonly tokens: Uint32Array;
  readonly headings: readonly Heading[];
  /** What is searched beside the text, by field. */
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface Heading {
  /** 1 to 6, as in `h2`. */
  readonly level: number;
  /** Absent where nothing can lead to it. */
  readonly id?: string;
  readonly text: string;
  /** The place of its first word, and the one behind its last. */
  readonly start: number;
  readonly end: number;
}
