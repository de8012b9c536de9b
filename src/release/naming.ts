import { slugOf } from '../text/slug.ts';

/**
 * The id of a release made on a Sydney day, `YYYY-MM-DD`: `2020/2020-07-30-high-quality-neodymium-metal-produced`.
 * Of a draft whose day is not known: `undated/high-quality-neodymium-metal-produced`.
 */
export function idOf(day: string | undefined, headline: string): string {
  return day === undefined ? `undated/${nameOf(headline)}` : `${day.slice(0, 4)}/${day}-${nameOf(headline)}`;
}

/** The first of `id`, `id-2`, `id-3` and so on that is not taken. Letter case is the asker's to fold. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** The words of a headline for a file name: never empty, and never digits alone, since those are the pages of lists. */
function nameOf(headline: string): string {
  const slug = slugOf(headline);
  if (slug === '') return 'release';
  return /^\d+$/.test(slug) ? `release-${slug}` : slug;
}
