import type { Digests, Lock, LockEntry } from './lock.ts';
import { sameDigests, stateOf } from './lock.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';
import { digestsNow, type Declaration } from './seal.ts';
import { nearest } from '../../text/nearest.ts';
import { CONTROLS_AND_LINE_ENDS } from '../../text/characters.ts';

/** A declaration that says nothing sensible; its message is for whoever declares. */
export class WrongDeclaration extends Error {}

/** The flags of `npm run seal` with `--amend`. */
export interface DeclarationFlags {
  readonly amend: string;
  readonly reason?: string | undefined;
  readonly 'renamed-to'?: string | undefined;
  readonly withdrawn?: boolean | undefined;
}

type Found =
  { readonly declaration: Declaration; readonly reason: string; readonly now: Digests } | { readonly fault: string };

/**
 * What the flags declare, with the files as they are now; or, in a sentence, why the files are not as it says.
 * Flags that say nothing sensible throw `WrongDeclaration`.
 */
export function findDeclaration(flags: DeclarationFlags, folder: ReleasesFolder, lock: Lock): Found {
  const id = plainId(flags.amend);
  const reason = reasonOf(flags.reason);
  if (flags.withdrawn && flags['renamed-to'] !== undefined) {
    throw new WrongDeclaration('A release is either --withdrawn or --renamed-to another id.');
  }
  const entry = lock.entries.get(id);
  if (!entry) {
    const near = nearest(id, lock.entries.keys());
    throw new WrongDeclaration(`There is no sealed release "${id}"${near ? `. Did you mean "${near}"?` : '.'}`);
  }
  if (stateOf(entry) === 'renamed') {
    throw new WrongDeclaration(
      `"${id}" was renamed to "${entry.amendments.at(-1)?.renamedTo}"; declare the change there.`,
    );
  }
  if (flags.withdrawn) return withdrawal(entry, reason, folder);
  if (flags['renamed-to'] !== undefined) return rename(entry, plainId(flags['renamed-to']), reason, folder, lock);
  const now = publishable(id, folder);
  if ('fault' in now) return now;
  if (sameDigests(entry.files, now.digests)) return { fault: `"${id}" is as it was sealed.` };
  return { declaration: { kind: 'amended', id }, reason, now: now.digests };
}

function withdrawal(entry: LockEntry, reason: string, folder: ReleasesFolder): Found {
  const { id } = entry;
  if (stateOf(entry) === 'withdrawn') return { fault: `"${id}" is withdrawn already.` };
  if (folder.ids.includes(id)) return { fault: `"${folder.fileOf(id)}" is still there; take it away first.` };
  return { declaration: { kind: 'withdrawn', id }, reason, now: {} };
}

function rename(entry: LockEntry, to: string, reason: string, folder: ReleasesFolder, lock: Lock): Found {
  const { id } = entry;
  if (stateOf(entry) === 'withdrawn') return { fault: `"${id}" was withdrawn; there is nothing to rename.` };
  if (folder.ids.includes(id)) return { fault: `"${folder.fileOf(id)}" is still there; rename it first.` };
  if (lock.entries.has(to)) return { fault: `"${to}" belongs to a release already; an address is given once.` };
  const now = publishable(to, folder);
  return 'fault' in now ? now : { declaration: { kind: 'renamed', id, to }, reason, now: now.digests };
}

/** The digests of a release that stands on the site: one that is there, without errors and no draft. */
function publishable(id: string, folder: ReleasesFolder): { readonly digests: Digests } | { readonly fault: string } {
  const release = folder.releases.find((one) => one.id === id);
  if (release?.draft === true) {
    return { fault: `"${folder.fileOf(id)}" is a draft; a sealed release does not leave the site, it is withdrawn.` };
  }
  if (release) return { digests: digestsNow(id, release, folder) };
  return {
    fault: folder.ids.includes(id)
      ? `"${folder.fileOf(id)}" has problems, which npm run check names.`
      : `There is no file "${folder.fileOf(id)}"; --withdrawn or --renamed-to says what became of a file that is gone.`,
  };
}

/** People also give the path of the file. */
function plainId(written: string): string {
  return written.replace(/\.md$/, '').replace(/^\.?\//, '');
}

function reasonOf(written: string | undefined): string {
  const reason = written?.trim();
  if (!reason)
    throw new WrongDeclaration('--reason is missing: say in a sentence why; the release’s page will show it.');
  if (new RegExp(`[${CONTROLS_AND_LINE_ENDS}]`).test(reason) || reason.length > 500) {
    throw new WrongDeclaration('--reason takes one line of at most 500 characters.');
  }
  return reason;
}
