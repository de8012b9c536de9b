import { config } from '../config.ts';
import { paginate, type PagedList } from '../archive/paginate.ts';
import type { Release } from '../release/schema.ts';

/** What a page of a list is given. */
export interface ListPage {
  /** Its number; absent at the bare address. */
  readonly page: number | undefined;
  readonly releases: readonly Release[];
  readonly paged: PagedList;
  readonly total: number;
}

/**
 * For `getStaticPaths` of `[...page]`: the bare address of a list (newest first), then every numbered page. `closed` says that no
 * release can join it any more.
 */
export function listPaths(
  releases: readonly Release[],
  closed = false,
): { readonly params: { readonly page: string | undefined }; readonly props: ListPage }[] {
  const paged = paginate(releases, config.pageSize, closed);
  const total = releases.length;
  return [
    { params: { page: undefined }, props: { page: undefined, releases: paged.newest, paged, total } },
    ...paged.pages.map(({ number, releases: own }) => ({
      params: { page: String(number) },
      props: { page: number, releases: own, paged, total },
    })),
  ];
}
