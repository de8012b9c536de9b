import { z } from 'zod';
import { filesOfOthers } from '../../drafts/files-of-others.ts';
import { publication } from '../../drafts/publication.ts';
import { publishDraft } from '../../drafts/publish-draft.ts';
import { parseRelease } from '../../release/parse.ts';
import { isPublishable, type Problem } from '../../release/problem.ts';
import type { Desk } from '../desk.ts';
import { checkTyped } from '../edit/check-typed.ts';
import { emptyEdit, isNew, openEdit, type Edit } from '../edit/open-edit.ts';
import { binDocuments, droppedFiles } from '../edit/own-files.ts';
import { fileText, readReleaseFile } from '../edit/release-file.ts';
import { freeIdIn } from '../edit/save.ts';
import { idFor } from '../edit/type.ts';
import type { Typed } from '../edit/typed.ts';
import { formSentences, formWords } from '../form/form-words.ts';
import { Refused } from '../read-request.ts';
import { moveImport } from '../store/imports.ts';
import { forgetTyping } from '../store/typing.ts';

/** When ASX has released it: a day, the Sydney time where it is known, and the offset of a time that Sydney showed twice. */
export const publishRequest = z.object({ day: z.string(), time: z.string(), offset: z.string().default('') });

type Answer = z.output<typeof publishRequest>;

/**
 * Publishes a draft with the day and time at which ASX has released it, and says under which id. What an import has guessed
 * counts as confirmed. Throws `Refused` where `check` finds an error, or the file is not the one that was reviewed.
 */
export function publish(desk: Desk, key: string, answer: Answer, now: number): string {
  const { root } = desk.place;
  const edit = openEdit(desk, key) ?? emptyEdit(key);
  if (!edit) throw new Refused(404, 'This release is no longer there.');
  if (!edit.isDraft) throw new Refused(409, 'This release is published already.');
  if (edit.isOverwritten || (!isNew(key) && readReleaseFile(root, key)?.digest !== edit.base))
    throw new Refused(
      409,
      'The file was changed in another window or outside the desk since you opened it. Look at it again first.',
    );
  const typed = asPublished(edit, answer);
  const wanted = idFor(typed.fields);
  const wrong = checkTyped(typed, isNew(key) ? wanted : key, desk.archive, now).filter(
    ({ severity }) => severity === 'error',
  );
  const file = fileText(typed);
  const { release } = 'text' in file ? parseRelease('', file.text, isNew(key) ? wanted : key) : {};
  if (!release || !isPublishable(wrong)) throw new Refused(422, `Not published. ${wrong.map(formSentences).join(' ')}`);
  const { folder } = desk.archive.now();
  // What was cut off in the middle goes on with the release that it has written.
  const isTaken = (id: string, as: string): boolean => freeIdIn(desk, id) !== id && folder.textOf(`${id}.md`) !== as;
  const made = publication(release, folder.files, isTaken);
  const id = isNew(key) ? freeIdIn(desk, wanted) : made.id;
  const dropped = isNew(key) ? [] : droppedFiles(desk, key, typed);
  publishDraft(root, isNew(key) ? id : key, { ...made, id }, filesOfOthers(folder, key));
  moveImport(root, key, id);
  binDocuments(root, id, dropped, now);
  forgetTyping(root, key);
  return id;
}

/** What `check` says of the day and time of an answer, before it is a yes; nothing of what stands in the form. */
export function checkAnswer(desk: Desk, key: string, answer: Answer, now: number): readonly Problem[] {
  const edit = openEdit(desk, key) ?? emptyEdit(key);
  if (!edit) return [];
  const typed = asPublished(edit, answer);
  const found = checkTyped(typed, isNew(key) ? idFor(typed.fields) : key, desk.archive, now);
  return found.filter(({ field }) => field === 'date').map(formWords);
}

function asPublished({ typed }: Edit, { day, time, offset }: Answer): Typed {
  const { draft: _, review: __, ...facts } = typed.fields;
  return { fields: { ...facts, date: `${day} ${time}${offset}`.trim() }, body: typed.body };
}
