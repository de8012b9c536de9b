import { inspectBody, type BodyParts } from '../../release/inspect-body.ts';
import type { WholeDraft } from '../../release/schema.ts';

const known = new WeakMap<WholeDraft, BodyParts>();

/** What `inspectBody` finds in a release's text. The checks and the list of published files ask; it is looked through once. */
export function bodyParts(release: WholeDraft): BodyParts {
  const former = known.get(release);
  if (former) return former;
  const parts = inspectBody(release.body);
  known.set(release, parts);
  return parts;
}
