import path from 'node:path';
import { readReleases, type ReleasesFolder } from './read.ts';

/** Where the releases lie. */
interface Place {
  /** Absolute path of the folder. */
  readonly root: string;
  /** The folder as messages name it: from the working folder where it lies below that, else as it was given. */
  readonly shown: string;
}

/**
 * The releases folder that `RELEASES_DIR` names, `releases` without it; a relative one is below `project`.
 * `working` is the folder in which the person at the terminal stands.
 */
export function placeOf(given: string | undefined, project: string, working: string): Place {
  const written = given?.trim() || 'releases';
  const root = path.resolve(project, written);
  const relative = path.relative(working, root);
  const below = relative === '' ? '.' : relative;
  const outside = below.startsWith('..') || path.isAbsolute(below);
  return { root, shown: (outside ? (path.isAbsolute(written) ? root : relative) : below).replaceAll('\\', '/') };
}

/**
 * Reads the folder, or says in a sentence for the person at the terminal that it is not there.
 * Other faults of the disk are thrown.
 */
export function openReleases(place: Place): { readonly folder: ReleasesFolder } | { readonly fault: string } {
  try {
    return { folder: readReleases(place.root, place.shown) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code; // node:fs throws these
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    const state = code === 'ENOENT' ? 'is not there' : 'is not a folder';
    return {
      fault: `The releases folder "${place.shown}" ${state}. Make it, or name another one with RELEASES_DIR.`,
    };
  }
}
