import type { Desk } from '../desk.ts';
import { keepTyping } from '../store/typing.ts';
import { openEdit } from './open-edit.ts';
import { isList } from './typed.ts';

/** A document beside a release, as its fields name it. */
interface Named {
  readonly file: string;
  readonly title?: string;
}

/** Names a file that lies beside a release in what is typed of it. False where the release is not there. */
export function nameDocument(desk: Desk, id: string, { file, title }: Named, now: number): boolean {
  const edit = openEdit(desk, id);
  if (!edit) return false;
  const { fields, body } = edit.typed;
  const value = fields['attachments'] ?? [];
  const entry = title === undefined ? { file } : { file, title };
  keepTyping(desk.place.root, {
    key: id,
    fields: { ...fields, attachments: [...(isList(value) ? value : [value]), entry] },
    body,
    version: edit.version + 1,
    at: now,
    ...(edit.base === undefined ? {} : { base: edit.base }),
  });
  return true;
}
