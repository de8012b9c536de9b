import path from 'node:path/posix';
import { compareText } from '../../text/compare-text.ts';
import type { Digests } from './lock.ts';
import type { Change } from './lock-history.ts';

/** The files of each release as a site had them at one time: SHA-256 by file name, by the release's id. */
export type ReleaseFiles = ReadonlyMap<string, Digests>;

/** What became of the releases of a former site. Each list is in the order of ids, by code units. */
export interface Comparison {
  /** How many releases are as they were. */
  readonly same: number;
  readonly added: readonly string[];
  /** Changed, renamed or withdrawn, as the archive itself declares. */
  readonly declared: readonly { readonly id: string; readonly change: Change }[];
  /** Changed though nothing of it was declared, with the names of the files that differ. */
  readonly undeclared: readonly { readonly id: string; readonly files: readonly string[] }[];
  /** Neither there nor declared as withdrawn; `movedTo` is a release with the very same file at another address. */
  readonly gone: readonly { readonly id: string; readonly movedTo: string | undefined }[];
}

/**
 * Compares the releases of a site with those of a former one by their digests, and with the changes that the site declares.
 * `changes` come oldest first. `complete` is false where the former list may lack files that were there.
 */
export function compareArchives(
  former: ReleaseFiles,
  now: ReleaseFiles,
  changes: readonly Change[],
  complete = true,
): Comparison {
  const context = { now, byId: Map.groupBy(changes, ({ id }) => id), complete };
  const fates = [...former].toSorted(([a], [b]) => compareText(a, b)).map(([id, was]) => fateOf(id, was, context));
  const reached = new Set(fates.map(({ current }) => current));
  const added = [...now.keys()].filter((id) => !reached.has(id)).toSorted(compareText);
  const newAt = new Map(added.map((id) => [now.get(id)?.[ownFile(id)], id]));
  return {
    same: fates.filter(({ kind }) => kind === 'same').length,
    added,
    declared: fates.flatMap(({ id, kind, last }) => (kind === 'declared' && last ? [{ id, change: last }] : [])),
    undeclared: fates.flatMap(({ id, kind, files }) => (kind === 'undeclared' ? [{ id, files }] : [])),
    gone: fates.flatMap(({ id, kind }) =>
      kind === 'gone' ? [{ id, movedTo: newAt.get(former.get(id)?.[ownFile(id)]) }] : [],
    ),
  };
}

/** The files of each release in a list of checksums: no page, feed or compressed copy ends like one of them. */
export function releaseFiles(checksums: Iterable<{ readonly path: string; readonly digest: string }>): ReleaseFiles {
  const files = [...checksums].flatMap(({ path: name, digest }) =>
    name.startsWith('releases/') && !/\.(?:html|xml|json|br|gz)$/.test(name) ? [{ name: name.slice(9), digest }] : [],
  );
  const found = new Map<string, Record<string, string>>();
  for (const { name, digest } of files)
    if (name.endsWith('.md')) found.set(name.slice(0, -3), { [path.basename(name)]: digest });
  for (const { name, digest } of files) {
    const release = name.endsWith('.md') ? undefined : found.get(path.dirname(name));
    if (release) release[path.basename(name)] = digest;
  }
  return found;
}

/** True where something is lost or was changed without a word. */
export function isLoss({ gone, undeclared }: Comparison): boolean {
  return gone.length + undeclared.length > 0;
}

interface Fate {
  readonly id: string;
  readonly kind: 'same' | 'declared' | 'undeclared' | 'gone';
  /** The id under which the release is now, or was last. */
  readonly current: string;
  /** The last declared change. */
  readonly last: Change | undefined;
  /** Names of the files that differ without a declared change. */
  readonly files: readonly string[];
}

interface Present {
  readonly now: ReleaseFiles;
  readonly byId: ReadonlyMap<string, readonly Change[]>;
  readonly complete: boolean;
}

function fateOf(id: string, files: Digests, { now, byId, complete }: Present): Fate {
  const line = lineOf(id, byId, now);
  const current = line.at(-1) ?? id;
  const declared = line.flatMap((one) => byId.get(one) ?? []);
  const last = declared.at(-1);
  const found = now.get(current);
  if (!found) return { id, kind: last?.kind === 'withdrawn' ? 'declared' : 'gone', current, last, files: [] };
  const [was, is] = [named(files, id), named(found, current)];
  const names = new Set([...Object.keys(was), ...(complete ? Object.keys(is) : [])]);
  const differ = [...names].filter((name) => was[name] !== is[name]);
  const silent = differ.filter((name) => !isDeclared(name, was[name], is[name], declared));
  const shown = silent.map((name) => name || ownFile(current)).toSorted(compareText);
  const kind = silent.length > 0 ? 'undeclared' : differ.length > 0 || current !== id ? 'declared' : 'same';
  return { id, kind, current, last, files: shown };
}

/** The ids of a release from one on, as far as declared renames lead. */
function lineOf(id: string, byId: ReadonlyMap<string, readonly Change[]>, now: ReleaseFiles): string[] {
  const line = [id];
  for (let current = id; !now.has(current);) {
    const next = byId.get(current)?.findLast(({ kind }) => kind === 'renamed')?.renamedTo;
    if (next === undefined || line.includes(next)) break;
    line.push(next);
    current = next;
  }
  return line;
}

/** True where declared changes, oldest first, lead from one digest of a file to the other; without one it was not there. */
function isDeclared(
  name: string,
  was: string | undefined,
  is: string | undefined,
  declared: readonly Change[],
): boolean {
  const begins = declared.some((change) => named(change.was, change.id)[name] === was);
  const last = declared.at(-1);
  return begins && last !== undefined && named(last.now, last.renamedTo ?? last.id)[name] === is;
}

/** Digests in which a release's own file has an empty name: it keeps none when the release is renamed. */
function named(files: Digests, id: string): Digests {
  return Object.fromEntries(Object.entries(files).map(([name, digest]) => [name === ownFile(id) ? '' : name, digest]));
}

function ownFile(id: string): string {
  return `${path.basename(id)}.md`;
}
