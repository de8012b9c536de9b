import type { TrackedFile } from '../starter/program-files.ts';
import type { SortedClone } from '../starter/sort-clone.ts';
import type { ProgramSource } from './starter-folder.ts';

interface Plan {
  readonly sorted: SortedClone;
  /** Public files that git does not know. */
  readonly untracked: readonly string[];
  /** Paths of files that are written anew. */
  readonly written: readonly string[];
  readonly source: ProgramSource;
  /** All files of the clone. */
  readonly files: readonly TrackedFile[];
  /** The commit in whose history everything stays. */
  readonly commit: string;
}

/** What `detach` is going to do, for a person who is asked whether it may. */
export function detachPlan({ sorted, untracked, written, source, files, commit }: Plan): string {
  const releases = files.filter(({ path }) => path.startsWith('releases/')).length;
  const parts = [
    'This clone becomes an archive without the program’s source, which comes as a package from then on.',
    `Stays as it is: releases/ (${count(releases)})${sorted.stay.length > 0 ? ', and' : ''}${list(sorted.stay)}`,
    ...(untracked.length > 0
      ? [
          `Stays, is published with the site, and git does not know it; commit it, or take it out of public/:${list(untracked)}`,
        ]
      : []),
    `Leaves: ${count(sorted.leave.length)} of the program, in ${placesOf(sorted.leave).join(', ')}`,
    `Is written: ${[...written, ...(source.tarball === undefined ? [] : [source.wanted.replace(/^file:/, '')])].join(', ')}`,
    ...(sorted.ownChanges.length > 0
      ? [ownChanges(sorted.ownChanges, commit)]
      : ['No file of the program was changed here.']),
    ...(sorted.toLookAt.length > 0
      ? [
          `Look at these afterwards, since they may name what is gone (src, npm test, npm run bench):${list(sorted.toLookAt)}`,
        ]
      : []),
  ];
  return `${parts.join('\n\n')}\n\n`;
}

function ownChanges(paths: readonly string[], commit: string): string {
  const settings = paths.includes('src/config.ts')
    ? '\nsrc/config.ts holds sizes of pages and feeds: where you changed those, addresses of later pages would change. Then stay with the clone.'
    : '';
  return `YOUR OWN CHANGES to the program, which do not come along:${list(paths)}
Git keeps them: git show ${commit}:${paths[0]}
If you did not change them, the package is older than this clone: take one that was packed from a newer clone.
The logo, colour, link to the company’s site and a sentence at the foot are now set in releases/archive.yml: logo, accent, homepage, footer.${settings}`;
}

/** The most that a screen shows of a list. */
const SHOWN = 40;

function list(paths: readonly string[]): string {
  const more = paths.length > SHOWN ? [`… and ${paths.length - SHOWN} more`] : [];
  return [...paths.slice(0, SHOWN), ...more].map((path) => `\n  ${path}`).join('');
}

function count(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}

/** Folders and files right below the root, in the order of their first file. */
function placesOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => path.replace(/\/.*/, '/')))];
}
