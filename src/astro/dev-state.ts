import type { Problem } from '../release/problem.ts';

/** What `npm run dev` shows beside the site itself: what is wrong with the releases as they lie on the disk now. */
interface DevState {
  /** In the order in which `npm run check` names them. */
  readonly problems: readonly Problem[];
  /** The files of releases that cannot be shown because of their problems, by id, as problems name them. */
  readonly broken: ReadonlyMap<string, string>;
}

// Astro renders pages from modules that it has bundled anew; the state is handed to them through this one place.
const KEY = Symbol.for('asx-release-archive.dev');
const shared = globalThis as { [KEY]?: DevState };

/** Nothing is wrong until something was found. */
export function getDevState(): DevState {
  return shared[KEY] ?? { problems: [], broken: new Map() };
}

/** Hands the state to the pages. */
export function setDevState(state: DevState): void {
  shared[KEY] = state;
}
