import { idOf } from '../release/naming.ts';
import type { WholeDraft } from '../release/schema.ts';

/** True where a draft lies under the name that its date and headline give it, with or without a number behind. */
export function isNamedByFacts({ id, date, title }: Pick<WholeDraft, 'id' | 'date' | 'title'>): boolean {
  const wanted = idOf(date?.day, title);
  return id.startsWith(wanted) && /^(?:-\d+)?$/.test(id.slice(wanted.length));
}
