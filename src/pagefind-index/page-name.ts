/**
 * The name of a page in a shard: its place, the newest release being the first, and how many words its headline has.
 * Never a whole number, since an object would put such names into an order of its own.
 */
export function pageName(place: number, headline: number): string {
  return `${fileName(place)}${headline.toString(36)}`;
}

/** How many words a page's headline has, out of its name; 0 where the name is one of Pagefind's own, which does not say. */
export function headlineLength(name: string): number {
  const [, headline = '0'] = /^[\da-z]{1,4}_([\da-z]{1,3})$/.exec(name) ?? [];
  return parseInt(headline, 36);
}

/** The name of a chunk or of a file of texts, by its number. */
export function fileName(number: number): string {
  return `${number.toString(36)}_`;
}

/** How many releases share a file of texts. More would cost a reader, who wants ten of them, more than it saves a host. */
export const PAGES_A_TEXT = 3;

/** The name of the file of texts in which a page's own stands. */
export function textName(place: number): string {
  return fileName(Math.floor(place / PAGES_A_TEXT));
}
