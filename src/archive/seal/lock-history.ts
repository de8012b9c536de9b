import { compareText } from '../../text/compare-text.ts';
import { stateOf, type Digests, type LockEntry } from './lock.ts';

/** A declared change, with the files before and after it. */
export interface Change {
  readonly kind: 'amended' | 'renamed' | 'withdrawn' | 'restored';
  /** Id of the release at the time of the change. */
  readonly id: string;
  /** The Sydney day on which it was declared. */
  readonly date: string;
  readonly reason: string;
  readonly was: Digests;
  /** Empty where the release was withdrawn. */
  readonly now: Digests;
  readonly renamedTo?: string;
}

/** A release that stands in the archive no more. */
export interface Withdrawn {
  readonly id: string;
  /** All its changes, oldest first; the last one is the withdrawal. */
  readonly changes: readonly Change[];
}

/** What the seals tell of the past, made once for an archive. */
export interface LockHistory {
  /** The declared changes of a release under all names that it has had, oldest first; none without a seal. */
  readonly changesOf: (id: string) => readonly Change[];
  /** The ids under which a release once stood, oldest first. */
  readonly formerIds: (id: string) => readonly string[];
  /** By id in the order of code units. */
  readonly withdrawn: readonly Withdrawn[];
  /** All declared changes, newest first; those of one day by id, and of one release the later first. */
  readonly changes: readonly Change[];
}

/** Reads the past out of the seals; without any there is none. */
export function lockHistory(entries: ReadonlyMap<string, LockEntry> = new Map()): LockHistory {
  const before = new Map<string, LockEntry>();
  for (const entry of entries.values()) {
    const to = entry.amendments.at(-1)?.renamedTo;
    if (to !== undefined && stateOf(entry) === 'renamed') before.set(to, entry);
  }
  const line = (id: string): LockEntry[] => lineOf(id, entries, before);
  const changesOf = (id: string): Change[] => line(id).flatMap((entry) => changesIn(entry, entries));
  const ids = [...entries.keys()].toSorted(compareText);
  return {
    changesOf,
    formerIds: (id) => line(id).flatMap((entry) => (entry.id === id ? [] : [entry.id])),
    withdrawn: ids
      .filter((id) => stateOf(entries.get(id)!) === 'withdrawn') // the ids are the entries' own
      .map((id) => ({ id, changes: changesOf(id) })),
    changes: ids
      .flatMap((id) => changesIn(entries.get(id)!, entries).toReversed())
      .toSorted((a, b) => compareText(b.date, a.date)),
  };
}

/** The files that a change altered, added or took away, with their digests before and after, in the order of their names. */
export function changedFiles({ was, now }: Pick<Change, 'was' | 'now'>): {
  readonly name: string;
  readonly was: string | undefined;
  readonly now: string | undefined;
}[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])].toSorted(compareText);
  return names.filter((name) => was[name] !== now[name]).map((name) => ({ name, was: was[name], now: now[name] }));
}

/**
 * The id that an entry's identity in feeds is made from: the release's first name, so that a rename keeps it.
 * Without a seal, or without a rename, it is the release's id.
 */
export function feedIdentity(history: Pick<LockHistory, 'formerIds'>, release: { readonly id: string }): string {
  return history.formerIds(release.id)[0] ?? release.id;
}

/** The entries of a release under all its names, oldest first. */
function lineOf(
  id: string,
  entries: ReadonlyMap<string, LockEntry>,
  before: ReadonlyMap<string, LockEntry>,
): LockEntry[] {
  const line: LockEntry[] = [];
  for (let entry = entries.get(id); entry && !line.includes(entry); entry = before.get(entry.id)) line.unshift(entry);
  return line;
}

function changesIn(entry: LockEntry, entries: ReadonlyMap<string, LockEntry>): Change[] {
  return entry.amendments.map(({ date, reason, was, renamedTo }, index) => {
    const next = entry.amendments[index + 1];
    const target = renamedTo === undefined ? undefined : entries.get(renamedTo);
    const now = target ? (target.amendments[0]?.was ?? target.files) : (next?.was ?? entry.files);
    return {
      kind: kindOf(was, now, renamedTo),
      id: entry.id,
      date,
      reason,
      was,
      now,
      ...(renamedTo === undefined ? {} : { renamedTo }),
    };
  });
}

function kindOf(was: Digests, now: Digests, renamedTo: string | undefined): Change['kind'] {
  if (renamedTo !== undefined) return 'renamed';
  if (Object.keys(now).length === 0) return 'withdrawn';
  return Object.keys(was).length === 0 ? 'restored' : 'amended';
}
