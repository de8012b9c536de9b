import type { Release } from '../release/schema.ts';

/** One page of a list, counted from the oldest; once it is full it never changes. */
export interface NumberedPage {
  readonly number: number;
  /** Newest first, as everywhere. */
  readonly releases: readonly Release[];
}

export interface PagedList {
  /** What the list's bare address shows: the newest releases, a page's worth. */
  readonly newest: readonly Release[];
  /** The pages that the bare address leads down to, newest first; none when it shows everything itself. */
  readonly pages: readonly NumberedPage[];
}

/**
 * Cuts a list (newest first) into pages that fill from the oldest.
 * Only full pages get a number, since the bare address shows the rest; in a closed list the last one counts as full.
 */
export function paginate(releases: readonly Release[], size: number, closed: boolean): PagedList {
  const newest = releases.slice(0, size);
  if (releases.length <= size) return { newest, pages: [] };
  return { newest, pages: fullPages(releases, size, closed) };
}

/** All full pages of a list, newest first, also where there is just one; in a closed list the last one counts as full. */
export function fullPages(releases: readonly Release[], size: number, closed: boolean): NumberedPage[] {
  const count = closed ? Math.ceil(releases.length / size) : Math.floor(releases.length / size);
  return Array.from({ length: count }, (_, index) => {
    const number = count - index;
    const end = releases.length - (number - 1) * size;
    return { number, releases: releases.slice(Math.max(0, end - size), end) };
  });
}
