import type { Place } from './place.ts';
import type { Parse } from './remember-parsed.ts';
import { readReleases, type ReleasesFolder } from './read-releases.ts';

/**
 * Reads the folder, or says in a sentence for the person at the terminal that it is not there.
 * Other faults of the disk are thrown.
 */
export function openReleases(
  place: Place,
  parse?: Parse,
): { readonly folder: ReleasesFolder } | { readonly fault: string } {
  try {
    return { folder: readReleases(place.root, place.shown, parse) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code; // node:fs throws these
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    const state = code === 'ENOENT' ? 'is not there' : 'is not a folder';
    return {
      fault: `The releases folder "${place.shown}" ${state}. Make it, or name another one with RELEASES_DIR.`,
    };
  }
}
