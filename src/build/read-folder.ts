import { openReleases } from '../archive/read/open-releases.ts';
import type { Place } from '../archive/read/place.ts';
import type { ReleasesFolder } from '../archive/read/read-releases.ts';
import type { Parse } from '../archive/read/remember-parsed.ts';
import { UsageError } from './failure.ts';

/** Reads the releases folder. Throws a `UsageError` where it is not there; other faults of the disk pass. */
export function readFolder(place: Place, parse?: Parse): ReleasesFolder {
  const opened = openReleases(place, parse);
  if ('fault' in opened) throw new UsageError(opened.fault);
  return opened.folder;
}
