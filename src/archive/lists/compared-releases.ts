import type { Correction, Release } from '../../release/schema.ts';
import type { Archive } from '../archive.ts';

/** A release whose text can be compared with the one that corrects or replaces it. */
export interface Compared {
  readonly original: Release;
  readonly correction: Correction;
}

/** Kinds whose text takes the place of the other's, as a whole or in part. */
const KINDS: readonly Correction['kind'][] = ['correction', 'replacement'];

/**
 * The releases that a release corrects or replaces and whose differences a page shows, in the order in which it names them:
 * both texts are in the archive. `textOf` gives that of a release, empty where it has none.
 */
export function comparedReleases(
  release: Release,
  { byId }: Pick<Archive, 'byId'>,
  textOf: (release: Release) => string,
): Compared[] {
  return (release.corrects ?? []).flatMap((correction) => {
    const original = KINDS.includes(correction.kind) ? byId.get(correction.release) : undefined;
    return original && textOf(release) !== '' && textOf(original) !== '' ? [{ original, correction }] : [];
  });
}
