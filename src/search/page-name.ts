/**
 * The name of a page in a shard, by its place: the newest release is the first. Never a whole number,
 * since an object would put such names into an order of its own.
 */
export function pageName(place: number): string {
  return `${place.toString(36)}_`;
}

/** The place of a page in its shard, out of its name. */
export function placeOfPage(name: string): number {
  return parseInt(name, 36);
}
