import type { Finding, Problem } from '../../release/problem.ts';
import type { WholeDraft, WholeRelease } from '../../release/schema.ts';
import { compareText } from '../../text/compare-text.ts';
import { placesIn, type ReleasesFolder } from '../read/read-releases.ts';

/** One release under check, with what the checks may know of the others; of a draft that lacks its code or date, the draft. */
export interface ReleaseCheck<T extends WholeDraft = WholeRelease> {
  readonly release: T;
  readonly context: CheckContext;
  /** Reports a finding at a field of the front matter, or at a line of the text counted from its first. */
  readonly report: (place: string | number, severity: Problem['severity'], finding: Finding) => void;
}

/** What lies in the folder, ordered once for all checks. */
export interface CheckContext {
  readonly folder: ReleasesFolder;
  /** Releases without errors in their own file, drafts among them. */
  readonly known: ReadonlyMap<string, WholeRelease>;
  /** True for the id of a draft without errors in its own file, also of one that lacks its code or date. */
  readonly isDraft: (id: string) => boolean;
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
  const drafts = [...folder.releases, ...folder.incompleteDrafts].filter((release) => release.draft === true);
  const draftIds = new Set(drafts.map(({ id }) => id));
  return {
    folder,
    isDraft: (id) => draftIds.has(id),
    known: new Map(folder.releases.map((release) => [release.id, release])),
    ids: new Set(folder.ids),
    names,
  };
}

/** The same folder with this text in the place of what it holds under an id; what was ordered once is not ordered again. */
export function contextWith(context: CheckContext, id: string, text: string): CheckContext {
  const { folder } = context;
  const places = placesIn(text);
  const known = new Map(context.known);
  known.delete(id);
  const ids = new Set(context.ids).add(id);
  return {
    folder: {
      ...folder,
      releases: [...known.values()],
      incompleteDrafts: folder.incompleteDrafts.filter((one) => one.id !== id),
      ids: [...ids],
      lineOf: (other, field) => (other === id ? places.lineOf(field) : folder.lineOf(other, field)),
      bodyLineOf: (other) => (other === id ? places.bodyLine : folder.bodyLineOf(other)),
      textOf: (file) => (file === `${id}.md` ? text : folder.textOf(file)),
    },
    isDraft: (other) => other !== id && context.isDraft(other),
    known,
    ids,
    names: context.names,
  };
}
