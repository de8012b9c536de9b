import type { WholeRelease } from '../../release/schema.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';
import { digestsNow } from './seal.ts';
import { writeLock } from './write-lock.ts';

/** Releases that are published and not sealed yet, in the folder's order. */
export function notYetSealed({ releases, lock }: ReleasesFolder): WholeRelease[] {
  return releases.filter((release) => release.draft !== true && lock?.entries.has(release.id) !== true);
}

/**
 * Seals releases of the folder as their files are now, beside those that are sealed already. Whether anything in the archive is
 * wrong, whoever asks has looked.
 */
export function sealReleases(folder: ReleasesFolder, releases: readonly WholeRelease[]): void {
  const added = releases.map((release) => ({
    id: release.id,
    files: digestsNow(release.id, release, folder),
    amendments: [],
  }));
  if (added.length > 0 || !folder.lock) writeLock(folder.root, [...(folder.lock?.entries.values() ?? []), ...added]);
}
