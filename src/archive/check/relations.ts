import { nearest } from '../../text/nearest.ts';
import { quote } from '../../text/quote.ts';
import type { Finding } from '../../release/problem.ts';
import type { WholeDraft } from '../../release/schema.ts';
import type { ReleaseCheck, CheckContext } from './context.ts';

/** What a release corrects, and what it is related to, must be there, be public, and be older where it is corrected. */
export function checkRelations({ release, context, report }: ReleaseCheck<WholeDraft>): void {
  const missing = (field: string, rule: string, id: string): boolean => {
    if (!context.ids.has(id)) report(field, 'error', notThere(rule, id, context));
    else if (context.isDraft(id) && release.draft !== true) report(field, 'error', isDraft(id));
    else return false;
    return true;
  };
  (release.corrects ?? []).forEach((correction, index) => {
    const field = `corrects.${index}.release`;
    if (missing(field, 'correction-target-missing', correction.release)) return;
    const original = context.known.get(correction.release);
    if (!original || original.id === release.id || !isOlder(release, original)) return;
    report(field, 'error', {
      rule: 'correction-older',
      message: `This release is older than ${quote(original.id)}, which it is said to correct.`,
      hint: 'Correct one of the two dates, or name the right release.',
    });
  });
  (release.related ?? []).forEach((id, index) => {
    if (id !== release.id) missing(`related.${index}`, 'related-missing', id);
    else
      report(`related.${index}`, 'warning', {
        rule: 'related-itself',
        message: 'The release is said to be related to itself.',
        hint: 'Write the id of the other release, or take the line out.',
      });
  });
}

/** True when a release is certainly older than another: where a time is not recorded, the day alone tells. */
function isOlder({ date: a }: WholeDraft, { date: b }: WholeDraft): boolean {
  if (!a || !b) return false;
  return a.time !== undefined && b.time !== undefined ? a.instant < b.instant : a.day < b.day;
}

function notThere(rule: string, id: string, context: CheckContext): Finding {
  const near = nearestId(id, context);
  return {
    rule,
    message: `There is no release ${quote(id)} in the archive.`,
    hint: near
      ? `Did you mean ${near}?`
      : 'Write the path of its file below the releases folder, without .md, for example 2020/2020-07-30-first-metal.',
  };
}

// Comparing letter by letter is slow; in a large archive it is done only for ids that are half right.
const FEW = 1000;

function nearestId(id: string, { ids }: CheckContext): string | undefined {
  if (ids.size <= FEW) return nearest(id, ids);
  const [day, words] = parts(id);
  return nearest(
    id,
    [...ids].filter((other) => {
      const [otherDay, otherWords] = parts(other);
      return otherDay === day || otherWords === words;
    }),
  );
}

/** The date and the words of an id's last part: `2020-07-30` and `-first-metal`. */
function parts(id: string): [string, string] {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return [name.slice(0, 10), name.slice(10)];
}

function isDraft(id: string): Finding {
  return {
    rule: 'relation-to-draft',
    message: `${quote(id)} is a draft, so readers would be led to a page that is not there.`,
    hint: 'Publish the other release first, or mark this one as draft: true too.',
  };
}
