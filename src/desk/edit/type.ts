import { z } from 'zod';
import { plainCode } from '../../drafts/plain-values.ts';
import { idFault } from '../../archive/id-fault.ts';
import { idOf } from '../../release/naming.ts';
import { readSydneyDate } from '../../release/sydney-time.ts';
import { plainType } from '../../release/type-finding.ts';
import type { Desk } from '../desk.ts';
import { formWords } from '../form/form-words.ts';
import { previewMarkup } from '../pages/preview.ts';
import { Refused } from '../read-request.ts';
import { keepTyping } from '../store/typing.ts';
import { checkTyped } from './check-typed.ts';
import { isNew, isNoRelease, openEdit } from './open-edit.ts';
import { readReleaseFile } from './release-file.ts';
import { isList, typedSchema, withoutEmpty, type FormFields, type FormValue, type Typed } from './typed.ts';

/** What the page sends as somebody types. */
export const typeRequest = typedSchema.extend({
  /** The version that the page has; another one means that a second window has typed. */
  version: z.number(),
  /** Digest of the file from which it began. */
  base: z.string().optional(),
  /** The person has seen that the other one differs and wants this one. */
  force: z.boolean().optional(),
});

type TypeRequest = z.output<typeof typeRequest>;

/** Keeps what was typed, and says what `check` finds in it and how readers would get it. */
export function type(desk: Desk, key: string, request: TypeRequest, now: number) {
  const { root } = desk.place;
  const edit = openEdit(desk, key);
  // What has no file yet is begun under a name of its own; where the file has gone meanwhile, what was typed is kept all the same.
  if (!edit && !isNew(key) && (isNoRelease(key) || idFault(key)))
    throw new Refused(404, 'There is no release of this name.');
  if (edit && edit.version !== request.version && request.force !== true)
    throw new Refused(409, 'This release is open in another window too, and was changed there.');
  const typed = asTyped(request);
  const version = (edit?.version ?? 0) + 1;
  keepTyping(root, { ...typed, key, version, at: now, ...(request.base === undefined ? {} : { base: request.base }) });
  const disk = isNew(key) ? undefined : readReleaseFile(root, key)?.digest;
  return { version, disk, isOverwritten: request.base !== disk, ...look(desk, key, typed, now) };
}

/** What `check` finds in a release at the desk, and how readers would get it. */
export function look(desk: Desk, key: string, typed: Typed, now: number) {
  const { folder } = desk.archive.now();
  const id = isNew(key) ? idFor(typed.fields) : key;
  return {
    problems: checkTyped(typed, id, desk.archive, now).map((problem) => {
      const { field, line, severity, rule, message, hint } = formWords(problem);
      return { field, line, severity, rule, message, hint };
    }),
    preview: previewMarkup(typed, id, folder, desk.base).markup,
  };
}

/** The id that a release would get by its date and headline. */
export function idFor(fields: FormFields): string {
  const { date, title } = fields;
  const read = readSydneyDate(typeof date === 'string' ? date : '');
  return idOf('date' in read ? read.date.day : undefined, typeof title === 'string' ? title : '');
}

/** What the form holds as it plainly is meant, codes in capitals and types by their slugs, and nothing empty in it. */
export function asTyped({ fields, body }: Typed): Typed {
  const { code, types, ...others } = fields;
  return {
    fields: withoutEmpty({ ...others, code: eachText(code, plainCode), types: eachText(types, plainType) }),
    body,
  };
}

function eachText(value: FormValue = [], read: (written: string) => string): FormValue {
  return (isList(value) ? value : [value]).map((one) => (typeof one === 'string' ? read(one) : one));
}
