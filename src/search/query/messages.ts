import type { Facts } from '../record/facts.ts';
import type { Flag } from '../record/filters.ts';
import type { Search } from './address.ts';
import type { Correction } from './corrections.ts';
import type { Passage } from './excerpt.ts';
import type { FilterCounts } from './filter-counts.ts';
import type { Segment } from './marks.ts';
import type { Suggestion } from './suggest.ts';

/** How many results are shown at first, and how many more each time. */
export const PAGE = 10;

/** What the page asks of the worker. A later request for results makes an earlier one void. */
export type Request =
  | {
      readonly kind: 'search';
      readonly id: number;
      /** Address of the index folder, with a slash at the end. */
      readonly base: string;
      readonly search: Search;
      /** How many results are to be shown. */
      readonly count: number;
    }
  /** That somebody may search soon; nothing is answered. */
  | { readonly kind: 'open'; readonly id: number; readonly base: string }
  | { readonly kind: 'suggest'; readonly id: number; readonly base: string; readonly typed: string }
  | { readonly kind: 'all'; readonly id: number; readonly base: string; readonly search: Search };

/** What the worker sends back, with the id of the request. */
export interface Answer {
  readonly id: number;
  readonly reply: Reply;
}

/** Results come several times, as shards answer, then the counts of filters once, and what to drop where nothing is found. */
export type Reply =
  | ({ readonly kind: 'results' } & Results)
  | { readonly kind: 'counts'; readonly counts: FilterCounts | undefined }
  | { readonly kind: 'instead'; readonly instead: readonly Instead[] }
  | { readonly kind: 'suggestions'; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: 'all'; readonly rows: readonly ResultRow[] }
  | { readonly kind: 'failure'; readonly cause: FailureCause };

/** Why nothing can be searched: the index or the program did not load, or the browser lacks what it takes. */
export type FailureCause = 'no-index' | 'no-worker';

export interface Results {
  readonly results: readonly ResultView[];
  /** Results found so far that hold all that is asked for, and those that hold some of it. */
  readonly full: number;
  readonly partly: number;
  /** Of the results to be shown, how many could not be loaded. */
  readonly lost: number;
  /** Spans of years that have not answered yet, and that could not be loaded: `2018 to 2026`. */
  readonly waiting: string;
  readonly failed: string;
  /** Of what helps to understand a search, what did not load: the archive's words, the names of its companies. */
  readonly lacksWords: boolean;
  readonly lacksNames: boolean;
  /** The spans that were searched, where a company or a day that is named left others out. */
  readonly within: string;
  /** True when files are gone because the site was built anew since the page was opened. */
  readonly outdated: boolean;
  /** Words that no release holds; what was searched instead of others; words that were beyond the limit. */
  readonly unknown: readonly string[];
  readonly corrected: readonly Correction[];
  readonly cut: string;
  /** The company to which the search is narrowed has a list of its own; one that is known by a former code has none under it. */
  readonly hasList: boolean;
  /** What was understood as more than words. */
  readonly entities: readonly Entity[];
}

/** Something that was understood as a company, a form, a day or an amount. */
interface Entity {
  readonly typed: string;
  readonly meaning: string;
  /** How many of the results it holds for. */
  readonly count: number;
}

/** Another search that would find something, and how much. */
export interface Instead {
  readonly name: string;
  readonly search: Search;
  readonly count: number;
}

/** A result as it is shown. */
export interface ResultView extends Facts {
  readonly url: string;
  readonly headline: readonly Segment[];
  readonly flags: readonly Flag[];
  readonly passages: readonly Passage[];
  /** What it lacks of what was typed. */
  readonly lacking: readonly string[];
}

/** A result for a table. */
export interface ResultRow extends Facts {
  readonly url: string;
  readonly headline: string;
}
