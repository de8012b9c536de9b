import { config } from '../config.ts';
import { paginate, type PagedList } from '../archive/paginate.ts';
import type { Release } from '../release/schema.ts';

/** One page of a list for `getStaticPaths`: the bare address (without a number) and every numbered page. */
export interface ListPath {
  readonly page: number | undefined;
  readonly releases: readonly Release[];
  readonly paged: PagedList;
  readonly total: number;
}

/** The pages of a list (newest first), the bare address first. `closed` says that no release can join it any more. */
export function listPaths(releases: readonly Release[], closed = false): ListPath[] {
  const paged = paginate(releases, config.pageSize, closed);
  const total = releases.length;
  return [
    { page: undefined, releases: paged.newest, paged, total },
    ...paged.pages.map((page) => ({ page: page.number, releases: page.releases, paged, total })),
  ];
}
