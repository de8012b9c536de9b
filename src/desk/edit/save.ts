import { hash } from 'node:crypto';
import { freeId } from '../../release/naming.ts';
import { stateOf } from '../../archive/seal/lock.ts';
import { writeWhole } from '../../files/write-whole.ts';
import type { Desk } from '../desk.ts';
import { formSentences } from '../form/form-words.ts';
import { Refused } from '../read-request.ts';
import { forgetTyping, readTyping } from '../store/typing.ts';
import { emptyEdit, isNew } from './open-edit.ts';
import { binDocuments, droppedFiles } from './own-files.ts';
import { fileText, readReleaseFile } from './release-file.ts';
import { idFor } from './type.ts';

/**
 * Saves what was typed as the release's file, and says under which id and with which digest. Throws `Refused` where a field is wrong, where the file
 * is not the one from which the typing began, or where it is sealed and `because` does not say why it changes.
 */
export function save(
  desk: Desk,
  key: string,
  now: number,
  because?: string,
): { readonly key: string; readonly digest: string } {
  const { root } = desk.place;
  const entry = desk.archive.now().folder.lock?.entries.get(key);
  const isSealed = entry !== undefined && stateOf(entry) === 'present';
  const empty = emptyEdit(key);
  const typing = readTyping(root, key) ?? (empty && { ...empty.typed, base: undefined });
  if (!typing) {
    const file = readReleaseFile(root, key);
    if (file) return { key, digest: file.digest };
    throw new Refused(404, 'This release is no longer there.');
  }
  if (isSealed && because === undefined)
    throw new Refused(409, 'This release is sealed; a change of it has to be declared.');
  const made = fileText(typing);
  if ('problems' in made) {
    const [first] = made.problems;
    throw new Refused(422, `Not saved yet: ${first ? formSentences(first) : ''} What you typed is kept.`);
  }
  const there = isNew(key) ? undefined : readReleaseFile(root, key)?.digest;
  if (there !== typing.base) {
    const what =
      there === undefined ? 'is gone' : 'was changed in another window or outside the desk since you opened it';
    throw new Refused(409, `Not saved: the file ${what}.`);
  }
  const id = isNew(key) ? freeIdIn(desk, idFor(typing.fields)) : key;
  const dropped = isNew(key) || isSealed ? [] : droppedFiles(desk, key, typing);
  writeWhole(root, `${id}.md`, made.text);
  binDocuments(root, id, dropped, now);
  forgetTyping(root, key);
  return { key: id, digest: hash('sha256', made.text) };
}

/** The first of `id`, `id-2` and so on that no release and no page of the site has. */
export function freeIdIn(desk: Desk, id: string): string {
  const { folder, pages } = desk.archive.now();
  const taken = new Set([...folder.ids, ...(folder.lock?.entries.keys() ?? [])].map((one) => one.toLowerCase()));
  return freeId(id, (one) => taken.has(one.toLowerCase()) || pages.has(`/releases/${one}/`));
}
