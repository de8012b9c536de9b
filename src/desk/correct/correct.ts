import { z } from 'zod';
import { correctionKinds } from '../../release/field-groups.ts';
import type { Desk } from '../desk.ts';
import { newKey } from '../edit/open-edit.ts';
import { withoutEmpty } from '../edit/typed.ts';
import { Refused } from '../read-request.ts';
import { keepTyping } from '../store/typing.ts';

/** What was wrong in an earlier release, and what is right. */
export const correctRequest = z.object({
  kind: z.enum(correctionKinds),
  where: z.string(),
  was: z.string(),
  now: z.string(),
});

/** Begins a release that corrects an earlier one, and says under which key it is open at the desk. */
export function correct(
  { archive, place }: Desk,
  id: string,
  request: z.output<typeof correctRequest>,
  now: number,
): string {
  const { folder } = archive.now();
  const wrong = folder.releases.find((one) => one.id === id);
  if (!wrong) throw new Refused(404, 'This release is no longer there.');
  const { kind, ...change } = request;
  if ((change.was.trim() === '') !== (change.now.trim() === ''))
    throw new Refused(422, 'Write both what was wrong and what is right, or neither of them.');
  const changes = change.was.trim() === '' ? [] : [change];
  const corrects = [{ release: id, kind, changes }];
  const key = newKey();
  const fields = withoutEmpty({ code: wrong.code, types: wrong.types ?? [], corrects, draft: 'true' });
  keepTyping(place.root, { key, fields, body: '', version: 1, at: now });
  return key;
}
