import path from 'node:path/posix';
import { compareText } from '../../text/compare-text.ts';
import { quote } from '../../text/quote.ts';
import type { Finding, Problem } from '../../release/problem.ts';
import type { Release, WholeRelease } from '../../release/schema.ts';
import { publishedFiles } from '../files-beside.ts';
import { sameDigests, stateOf, type Amendment, type Digests, type LockEntry } from './lock.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';

/**
 * Where releases and their seals differ: errors for sealed releases that were changed, moved or taken away without
 * being declared, warnings for releases that are not sealed yet. Nothing where the archive has no seals.
 */
export function sealProblems(folder: ReleasesFolder): Problem[] {
  const { lock } = folder;
  if (!lock) return [];
  const present = new Set(folder.ids);
  const known = new Map(folder.releases.map((release) => [release.id, release]));
  const open = folder.releases.filter((release) => release.draft !== true && !lock.entries.has(release.id));
  const broken = [...lock.entries.values()].flatMap((entry): Problem[] => {
    const error = (file: string, line: number, finding: Finding): Problem[] => {
      return [{ file, line, severity: 'error', ...finding }];
    };
    if (stateOf(entry) !== 'present') {
      return present.has(entry.id) ? error(folder.fileOf(entry.id), 1, addressTaken(entry)) : [];
    }
    if (!present.has(entry.id)) {
      return error(lock.file, lock.lineOf(entry.id), gone(entry, movedTo(entry, open, folder)));
    }
    const now = digestsNow(entry.id, known.get(entry.id), folder);
    // Of a file that cannot be read as a release its own digest alone is known.
    const was = known.has(entry.id) ? entry.files : { [ownFile(entry.id)]: entry.files[ownFile(entry.id)] ?? '' };
    return sameDigests(was, now) ? [] : error(folder.fileOf(entry.id), 1, changed(entry, was, now));
  });
  return [...broken, ...open.map((release) => notSealed(release, folder))];
}

/** The digests of a release's file and of the files published with it, as they lie on the disk. */
export function digestsNow(id: string, release: WholeRelease | undefined, folder: ReleasesFolder): Digests {
  const files = release ? publishedFiles(release, folder.files) : [];
  const all = [{ name: ownFile(id), below: `${id}.md` }, ...files];
  return Object.fromEntries(all.map(({ name, below }) => [name, folder.digestOf(below)]));
}

/** What a person declares of a sealed release. */
export type Declaration =
  | { readonly kind: 'amended' | 'withdrawn'; readonly id: string }
  | { readonly kind: 'renamed'; readonly id: string; readonly to: string };

/**
 * The entries after a declared change: the release's own with one more amendment, for a rename also that of its new id.
 * `now` are the files as they are since; none for a release that was withdrawn.
 */
export function declare(
  entries: ReadonlyMap<string, LockEntry>,
  declaration: Declaration,
  told: { readonly date: string; readonly reason: string },
  now: Digests,
): ReadonlyMap<string, LockEntry> {
  const entry = entries.get(declaration.id);
  if (!entry) throw new Error(`${declaration.id} is not sealed.`);
  const to = declaration.kind === 'renamed' ? declaration.to : undefined;
  const amendment: Amendment = { ...told, was: entry.files, ...(to === undefined ? {} : { renamedTo: to }) };
  const files = declaration.kind === 'amended' ? now : {};
  const amended = { id: entry.id, files, amendments: [...entry.amendments, amendment] };
  const all = new Map(entries).set(entry.id, amended);
  return to === undefined ? all : all.set(to, { id: to, files: now, amendments: [] });
}

function ownFile(id: string): string {
  return `${path.basename(id)}.md`;
}

function notSealed(release: Release, folder: ReleasesFolder): Problem {
  return {
    file: folder.fileOf(release.id),
    line: 1,
    rule: 'seal-missing',
    severity: 'warning',
    message: 'This release is not sealed yet, so a later change would not be noticed.',
    hint: 'Seal it with npm run seal when it is ready to be published.',
  };
}

function changed(entry: LockEntry, was: Digests, now: Digests): Finding {
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])].toSorted(compareText);
  const parts = names.flatMap((name) => {
    if (was[name] === now[name]) return [];
    return [
      `${name} ${was[name] === undefined ? 'was added' : now[name] === undefined ? 'is missing' : 'was changed'}`,
    ];
  });
  return {
    rule: 'seal-changed',
    message: `The release at /releases/${entry.id}/ is sealed and was changed since: ${parts.join('; ')}.`,
    hint: `Take the files back, or declare the change: npm run seal -- --amend ${entry.id} --reason "…".`,
  };
}

function gone(entry: LockEntry, moved: Release | undefined): Finding {
  return {
    rule: 'seal-gone',
    message: `The release at /releases/${entry.id}/ is sealed, and its file is not there any more.`,
    hint: moved
      ? `The same file now is ${moved.id}.md: declare it with npm run seal -- --amend ${entry.id} --renamed-to ${moved.id} --reason "…".`
      : `Take the file back, or declare it: npm run seal -- --amend ${entry.id} --withdrawn --reason "…", or --renamed-to with its new id.`,
  };
}

function addressTaken(entry: LockEntry): Finding {
  const last = entry.amendments.at(-1);
  const to = last?.renamedTo;
  return to === undefined
    ? {
        rule: 'seal-address-taken',
        message: `The release at /releases/${entry.id}/ was withdrawn on ${last?.date}, and a file stands there again.`,
        hint: `Rename this file, or declare that the release is back: npm run seal -- --amend ${entry.id} --reason "…".`,
      }
    : {
        rule: 'seal-address-taken',
        message: `The address /releases/${entry.id}/ belongs to the release that is ${quote(to)} since ${last?.date}.`,
        hint: 'Rename this file; an address is never given to another release.',
      };
}

function movedTo(entry: LockEntry, open: readonly Release[], folder: ReleasesFolder): Release | undefined {
  const digest = entry.files[ownFile(entry.id)];
  return open.find((release) => folder.digestOf(`${release.id}.md`) === digest);
}
