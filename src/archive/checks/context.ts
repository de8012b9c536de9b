import type { Finding, Problem } from '../../release/problem.ts';
import type { WholeRelease } from '../../release/schema.ts';
import { compareText } from '../../release/problem.ts';
import type { ReleasesFolder } from '../read.ts';

/** One release under check, with what the checks may know of the others. */
export interface ReleaseCheck {
  readonly release: WholeRelease;
  readonly context: CheckContext;
  /** Reports a finding at a field of the front matter, or at a line of the text counted from its first. */
  readonly report: (place: string | number, severity: Problem['severity'], finding: Finding) => void;
}

/** What lies in the folder, ordered once for all checks. */
export interface CheckContext {
  readonly folder: ReleasesFolder;
  /** Releases without errors in their own file, drafts among them. */
  readonly known: ReadonlyMap<string, WholeRelease>;
  /** Ids of all files, those with errors too: what is wrong there is told there, and only there. */
  readonly ids: ReadonlySet<string>;
  /** Names of the files that are not releases, by their folder (`.` for the outermost), in the order of code units. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Orders what lies in a folder, so that no check looks through all of it for one release. */
export function createCheckContext(folder: ReleasesFolder): CheckContext {
  const names = new Map<string, string[]>();
  for (const file of [...folder.files.keys()].toSorted(compareText)) {
    const cut = file.lastIndexOf('/');
    const place = cut === -1 ? '.' : file.slice(0, cut);
    const list = names.get(place) ?? [];
    list.push(file.slice(cut + 1));
    names.set(place, list);
  }
  return {
    folder,
    known: new Map(folder.releases.map((release) => [release.id, release])),
    ids: new Set(folder.ids),
    names,
  };
}
