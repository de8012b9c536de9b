import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from '../desk.ts';
import { Refused } from '../read-request.ts';
import { allBinned, moveToBin, takeFromBin } from '../store/bin.ts';
import { importFiles } from '../store/imports.ts';
import { forgetTyping, keepTyping, readTyping } from '../store/typing.ts';
import { isNew, newKey, openEdit } from './open-edit.ts';
import { attachedFiles, type Typed } from './typed.ts';
import { nameDocument } from './name-document.ts';
import { ownFiles } from './own-files.ts';
import { readReleaseFile } from './release-file.ts';
import { titleOf } from './title-of.ts';

/** Moves a draft into the bin, with the files that only it names and what its import has said. A published release is withdrawn, never deleted. */
export function remove(desk: Desk, key: string, now: number): void {
  const { root } = desk.place;
  const edit = openEdit(desk, key);
  if (!edit) throw new Refused(404, 'This release is no longer there.');
  if (!edit.isDraft) throw new Refused(409, 'A published release does not go into the bin; correct or withdraw it.');
  const isThere = !isNew(key) && readReleaseFile(root, key) !== undefined;
  const files = isThere
    ? [`${key}.md`, ...ownFiles(desk, key, attachedFiles(edit.typed.fields)), ...importFiles(root, key)]
    : [];
  const typing = readTyping(root, key);
  const typed = typing && { typed: { fields: typing.fields, body: typing.body }, base: typing.base };
  moveToBin(root, {
    title: titleOf(edit.typed.fields, desk.archive.now().folder.releases),
    at: now,
    files,
    ...typed,
  });
  forgetTyping(root, key);
}

/** What was typed of a release and is given up for the file as it is; it goes into the bin too. */
export function discard(desk: Desk, key: string, now: number): void {
  const { root } = desk.place;
  const typing = readTyping(root, key);
  if (!typing) return;
  setAside(desk, key, typing, now);
  forgetTyping(root, key);
}

/** Puts what was typed of a release into the bin, such as what a window gives up for what another one has. */
export function setAside({ place: { root } }: Desk, key: string, { fields, body, base }: SetAside, now: number): void {
  const { title } = fields;
  const typed = { fields, body };
  moveToBin(root, { title: typeof title === 'string' ? title : key, at: now, files: [], typed, of: key, base });
}

type SetAside = Typed & { readonly base?: string | undefined };

/** Takes something out of the bin, and says under which key it is open at the desk; empty for a document whose release is gone. */
export function restore(desk: Desk, name: string, now: number): string {
  const { root } = desk.place;
  const binned = allBinned(root).find((one) => one.name === name);
  if (!binned) throw new Refused(404, 'It is no longer in the bin.');
  const [file] = binned.files;
  const { of, typed, base } = binned;
  if (file === undefined) {
    const key = of !== undefined && readReleaseFile(root, of) !== undefined ? of : newKey();
    if (readTyping(root, key))
      throw new Refused(409, 'This release has other changes that are not saved. Save or discard them first.');
    // What is given up is kept again before the bin lets go of it.
    if (typed) keepTyping(root, { ...typed, ...(key === of && { base }), key, version: 1, at: now });
    takeFromBin(root, binned, () => false);
    return key;
  }
  takeFromBin(root, binned, (one) => existsSync(path.join(root, one)));
  if (of !== undefined) return nameDocument(desk, of, { file: path.basename(file) }, now) ? of : '';
  const key = file.replace(/\.md$/, '');
  if (typed) keepTyping(root, { ...typed, base, key, version: 1, at: now });
  return key;
}
