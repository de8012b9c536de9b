import type { Release } from '../release/schema.ts';
import { listPaths, type ListPath } from '../astro/list-paths.ts';

/** For `getStaticPaths` of `[...page]`: the bare address of a list and its numbered pages. `closed` as in `listPaths`. */
export function listPages(
  releases: readonly Release[],
  closed = false,
): { readonly params: { readonly page: string | undefined }; readonly props: ListPath }[] {
  return listPaths(releases, closed).map((path) => ({ params: { page: path.page?.toString() }, props: path }));
}
