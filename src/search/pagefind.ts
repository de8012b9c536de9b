/** What is used of Pagefind's JavaScript API (pagefind 1.6); its package has no types for it. */
export interface PagefindModule {
  createInstance(options: {
    basePath: string;
    /** Stands in the address of the shard's entry file, which would otherwise be loaded again on every visit. */
    metaCacheTag: string;
    ranking: object;
  }): PagefindShard;
}

export interface PagefindShard {
  /** A term of `null` means every page. A filter that the shard does not know at all is passed over in silence. */
  search(term: string | null, options?: { filters?: PagefindFilters }): Promise<PagefindAnswer>;
  filters(): Promise<FilterCounts>;
}

export type PagefindFilters = Readonly<Record<string, readonly string[] | { readonly any: readonly string[] }>>;
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface PagefindAnswer {
  readonly results: readonly PagefindResult[];
  /** Pages that hold the words, whatever the filters. */
  readonly unfilteredResultCount: number;
  /** How many of the results each value of the loaded filters holds for. */
  readonly filters: FilterCounts;
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<Fragment>;
}

/** A release as the index holds it. */
export interface Fragment {
  readonly raw_url: string;
  /** The text, its words between spaces. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Places of the words found, counted in words of the content. */
  readonly locations: readonly number[];
  /** Sections, in the order of the text; `location` is the place of their first word. */
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}
