/** A post of somebody else's site. */
export interface Post {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly title: string;
  /** When it was published, as `readSydneyDate` reads it; absent where that is not told. */
  readonly date?: string;
  readonly html: string;
  /** Its address. */
  readonly url?: string;
  /** Names of its categories. */
  readonly categories: readonly string[];
  /** Addresses of files that belong to it, beside those that its text links to. */
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

/** What a file of posts holds. */
export interface Posts {
  readonly posts: readonly Post[];
  /** What of it is left out, in sentences. */
  readonly leftOut: readonly string[];
}
