import path from 'node:path';

/** Where the releases lie. */
export interface Place {
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

/** The path of a file below the releases folder as messages name it. */
export function joinShown(shown: string, below: string): string {
  return shown === '' || shown === '.' ? below : `${shown.replace(/\/+$/, '')}/${below}`;
}
