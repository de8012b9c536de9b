import type { TrackedFile } from './program-files.ts';

/** The files of a clone, parted by what becomes of them when the program's source leaves it. */
export interface SortedClone {
  /** Files that leave, sorted as they were given. */
  readonly leave: readonly string[];
  /** Those of them that somebody has changed or added: the company's own changes to the program. */
  readonly ownChanges: readonly string[];
  /** Files outside of the releases that stay. */
  readonly stay: readonly string[];
  /** Those of them that may still call what is gone: workflows and settings of npm and git. */
  readonly toLookAt: readonly string[];
}

/** Folders and files that mean nothing without the program's source, whoever has changed them. */
const SOURCE =
  /^(?:(?:src|tests|bench|packaging|bin|\.ci)\/|(?:package|package-lock|tsconfig|\.prettierrc)\.json$|(?:astro\.config|eslint\.config|vitest\.config)\.\w+$|\.prettierignore$)/;

/**
 * Parts a clone's files. Those of the program as it was at any time leave; of the others those stay that have a meaning of their own.
 * `taken` are addresses of the program's own public files: the package has these, and takes no others in their place.
 */
export function sortClone(
  files: readonly TrackedFile[],
  isOfProgram: (file: TrackedFile) => boolean,
  taken: readonly string[],
): SortedClone {
  const around = files.filter(({ path }) => !path.startsWith('releases/'));
  const leaves = (file: TrackedFile): boolean =>
    SOURCE.test(file.path) || taken.includes(file.path) || isOfProgram(file);
  const leave = around.filter(leaves);
  const stay = around.filter((file) => !leaves(file)).map(({ path }) => path);
  return {
    leave: leave.map(({ path }) => path),
    ownChanges: leave.filter((file) => !isOfProgram(file)).map(({ path }) => path),
    stay,
    toLookAt: stay.filter((path) => /^(?:\.github\/|\.npmrc$|\.gitignore$|\.gitattributes$|README\.md$)/.test(path)),
  };
}
