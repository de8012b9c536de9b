import { randomUUID } from 'node:crypto';
import { stateOf } from '../../archive/seal/lock.ts';
import type { Desk } from '../desk.ts';
import { readTyping, type Typing } from '../store/typing.ts';
import { readReleaseFile } from './release-file.ts';
import type { Typed } from './typed.ts';

/** A release at the desk: what is typed and not saved yet, else what its file says. */
export interface Edit {
  /** Its id; `new/` and a name of its own where it has no file yet. */
  readonly key: string;
  readonly typed: Typed;
  /** Digest of the file that it began from; absent where there is none. */
  readonly base: string | undefined;
  readonly version: number;
  /** Digest of its file as it is now; absent where there is none. */
  readonly disk: string | undefined;
  /** The file is not the one any more that it began from. */
  readonly isOverwritten: boolean;
  readonly isSealed: boolean;
  /** What of its file saving it would leave out. */
  readonly leftOut: readonly string[];
  readonly isDraft: boolean;
}

/** Opens a release; `undefined` where neither a file nor something typed is there, or the file cannot be shown as a form. */
export function openEdit({ place: { root }, archive }: Desk, key: string): Edit | undefined {
  const file = isNew(key) || isNoRelease(key) ? undefined : readReleaseFile(root, key);
  const typing: Typing | undefined = readTyping(root, key);
  const typed = typing ?? file?.typed;
  if (!typed) return undefined;
  const entry = archive.now().folder.lock?.entries.get(key);
  return {
    key,
    typed: { fields: typed.fields, body: typed.body },
    base: typing ? typing.base : file?.digest,
    version: typing?.version ?? 0,
    disk: file?.digest,
    leftOut: file?.leftOut ?? [],
    isOverwritten: typing !== undefined && typing.base !== file?.digest,
    isSealed: entry !== undefined && stateOf(entry) === 'present',
    isDraft: isNew(key) || typed.fields['draft'] === 'true',
  };
}

/** The same of a new release in which nothing is written yet; `undefined` for any other key. */
export function emptyEdit(key: string): Edit | undefined {
  if (!isNew(key)) return undefined;
  return {
    key,
    typed: { fields: { draft: 'true' }, body: '' },
    base: undefined,
    disk: undefined,
    version: 0,
    isOverwritten: false,
    leftOut: [],
    isSealed: false,
    isDraft: true,
  };
}

/** A name for a release that has no file yet. */
export function newKey(): string {
  return `new/${randomUUID().slice(0, 8)}`;
}

/** True where a key names a file that the archive passes over. */
export function isNoRelease(key: string): boolean {
  return key.split('/').some((name) => /^[._]/.test(name)) || /(?:^|\/)readme$/i.test(key);
}

export function isNew(key: string): boolean {
  return /^new\/[0-9a-f]{8}$/.test(key);
}
