import { inspectBody, type BodyPieces } from '../release/inspect-body.ts';
import type { WholeRelease } from '../release/schema.ts';

const known = new WeakMap<WholeRelease, BodyPieces>();

/** What `inspectBody` finds in a release's text. The checks and the list of published files ask; it is looked through once. */
export function bodyPieces(release: WholeRelease): BodyPieces {
  const former = known.get(release);
  if (former) return former;
  const pieces = inspectBody(release.body);
  known.set(release, pieces);
  return pieces;
}
