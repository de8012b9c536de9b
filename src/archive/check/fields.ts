import { quote } from '../../text/quote.ts';
import { longDay } from '../../release/day-words.ts';
import { typeHint } from '../../release/type-finding.ts';
import { knownType, nearestType } from '../../release/types.ts';
import type { WholeDraft } from '../../release/schema.ts';
import type { ReleaseCheck } from './context.ts';

/** A release must not be dated later than `now`, in milliseconds since 1970 UTC; a draft may be. */
export function checkDate({ release, report }: ReleaseCheck, now: number): void {
  if (release.date.instant <= now || release.draft === true) return;
  report('date', 'error', {
    rule: 'date-future',
    message: `The release is dated ${longDay(release.date.day)}${release.date.time ? ` ${release.date.time}` : ''}, which is still to come.`,
    hint: 'Correct the date, or mark the release as draft: true until it is announced.',
  });
}

/** A type that the exchange's list does not hold is shown as it stands; it may be a slip. */
export function checkTypes({ release, report }: ReleaseCheck<WholeDraft>): void {
  (release.types ?? []).forEach((slug, index) => {
    if (knownType(slug)) return;
    // A number of a form is no slip for another one.
    const near = /^appendix-|^form-/.test(slug) ? undefined : nearestType(slug);
    report(`types.${index}`, 'warning', {
      rule: 'type-unknown',
      message: `${quote(slug)} is not one of the exchange's announcement types; the release is listed under it as it stands.`,
      hint: near ? `Did you mean ${near.slug}, "${near.name}"?` : typeHint(slug),
    });
  });
}
