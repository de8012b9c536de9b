import { counted } from '../../text/counted.ts';
import type { WholeDraft } from '../../release/schema.ts';
import { isNamedByFacts } from '../draft-name.ts';
import type { ReleaseCheck } from './context.ts';

/** A release that is published holds no guesses of an import which nobody has confirmed. */
export function checkReview({ release, report }: ReleaseCheck): void {
  if (release.draft === true || release.review === undefined) return;
  const fields = [...new Set(release.review.map(({ field }) => field))].join(', ');
  report('review', 'error', {
    rule: 'review-open',
    message: `The release still holds ${counted(release.review.length, 'guess', 'guesses')} of an import that nobody has confirmed: ${fields}.`,
    hint: 'Compare each with the document, then take the lines of review out; or put draft: true back and run npm run publish-drafts.',
  });
}

/** A draft whose name says another day than its date would be published under it. Drafts that a person has named are left alone. */
export function checkDraftName({ release, report }: ReleaseCheck<WholeDraft>): void {
  if (release.draft !== true || isNamedByFacts(release)) return;
  const [, folder = '', day] = /^(?:.*\/)?(undated|\d{4})\/(?:(\d{4}-\d{2}-\d{2})-)?[^/]*$/.exec(release.id) ?? [];
  const isOther = folder === 'undated' ? release.date !== undefined : day !== undefined && day !== release.date?.day;
  if (!isOther) return;
  report('date', 'warning', {
    rule: 'draft-name',
    message:
      release.date === undefined
        ? `The name of this draft says ${day}, but the draft has no date.`
        : `The name of this draft does not say ${release.date.day}, which is its date.`,
    hint: 'Run npm run publish-drafts -- --rename, which names drafts and their files by date and headline.',
  });
}
