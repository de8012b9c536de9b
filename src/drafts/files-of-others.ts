import { beside, publishedFiles } from '../archive/files-beside.ts';
import type { ReleasesFolder } from '../archive/read/read-releases.ts';
import { stateOf } from '../archive/seal/lock.ts';

/** Paths below the releases folder of the files that releases but this one name, show or have sealed. */
export function filesOfOthers(
  { releases, incompleteDrafts, files, lock }: ReleasesFolder,
  id: string,
): ReadonlySet<string> {
  const others = [...releases, ...incompleteDrafts].filter((one) => one.id !== id);
  const named = others.flatMap((one) => publishedFiles(one, files)).map(({ below }) => below);
  const sealed = [...(lock?.entries.values() ?? [])].filter((one) => one.id !== id && stateOf(one) === 'present');
  return new Set([...named, ...sealed.flatMap((one) => Object.keys(one.files).map((name) => beside(one.id, name)))]);
}
