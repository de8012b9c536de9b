import { inspectBody, type BodyParts } from '../../release/inspect-body.ts';
import type { WholeDraft } from '../../release/schema.ts';
import { memoised } from '../../text/memoised.ts';

/** What `inspectBody` finds in a release's text. The checks and the list of published files ask; it is looked through once. */
export const bodyParts = memoised((release: WholeDraft): BodyParts => inspectBody(release.body));
