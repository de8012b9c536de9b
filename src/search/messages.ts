import type { Search } from './address.ts';
import type { Passage } from './excerpt.ts';
import type { Facts } from './facts.ts';
import type { Flag } from './filters.ts';
import type { Piece } from './marks.ts';
import type { FilterCounts } from './pagefind.ts';

/** What the page asks of the worker. A later request makes an earlier one void. */
export interface Request {
  readonly id: number;
  /** Address of the index folder, with a slash at the end. */
  readonly base: string;
  readonly search: Search;
  /** How many results are to be shown. */
  readonly count: number;
}

/** What the worker sends back, with the id of the request. */
export interface Answer {
  readonly id: number;
  readonly reply: Reply;
}

/** Results come several times, as shards answer, then the counts of filters once, where they can be told. */
export type Reply =
  | ({ readonly kind: 'results' } & Results)
  | { readonly kind: 'counts'; readonly counts: FilterCounts | undefined }
  | { readonly kind: 'failure'; readonly cause: FailureCause };

/** Why nothing can be searched: the index or the program did not load, or the browser lacks what it takes. */
export type FailureCause = 'no-index' | 'no-wasm';

export interface Results {
  readonly results: readonly ResultView[];
  /** Results found so far. */
  readonly total: number;
  /** Of the results to be shown, how many could not be loaded. */
  readonly lost: number;
  /** Spans of years that have not answered yet. */
  readonly waiting: readonly string[];
  /** Spans of years that could not be loaded. */
  readonly failed: readonly string[];
  /** True when that is because the site was built anew since the page was opened. */
  readonly outdated: boolean;
  readonly unknown: readonly string[];
  readonly loose: boolean;
}

/** A result as it is shown. */
export interface ResultView extends Facts {
  readonly url: string;
  readonly headline: readonly Piece[];
  readonly flags: readonly Flag[];
  readonly passages: readonly Passage[];
}
