import { compareText } from '../text/compare-text.ts';
import type { AdviceSettings } from '../archive/check/advice.ts';
import { sitePages } from '../archive/check/addresses.ts';
import { checkRelease } from '../archive/check/check-archive.ts';
import { createCheckContext } from '../archive/check/context.ts';
import type { ReleasesFolder } from '../archive/read/read-releases.ts';
import { isPublishable, type Problem } from '../release/problem.ts';
import type { WholeDraft } from '../release/schema.ts';
import { publication, renaming, type Publication } from './publication.ts';

/** All drafts without errors in their own file, by id. */
export function draftsOf(folder: ReleasesFolder): readonly WholeDraft[] {
  const drafts = [...folder.releases.filter((release) => release.draft === true), ...folder.incompleteDrafts];
  return drafts.toSorted((a, b) => compareText(a.id, b.id));
}

/**
 * How a draft becomes a release, and what `check` says of it: nothing may be written where an error is among the problems.
 * A draft that lacks its code or date has no publication. What was guessed counts as confirmed.
 */
export function planPublication(
  { code, date, ...draft }: WholeDraft,
  folder: ReleasesFolder,
  now: number,
  advice: AdviceSettings,
): { readonly publication?: Publication; readonly problems: readonly Problem[] } {
  if (!code || !date) return { problems: [] };
  const { draft: _, review: __, ...release } = { ...draft, code, date };
  const context = createCheckContext(folder);
  const problems = checkRelease(release, context, sitePages(context), now, advice);
  if (!isPublishable(problems)) return { problems };
  return { publication: publication(release, folder.files, takenBut(draft.id, folder)), problems };
}

/** Under which name a draft belongs by its date and headline; `undefined` where it bears that name. */
export function planRenaming(draft: WholeDraft, folder: ReleasesFolder): Publication | undefined {
  const renamed = renaming(draft, folder.files, takenBut(draft.id, folder));
  return renamed.id === draft.id ? undefined : renamed;
}

/** What was ended in the middle goes on with the file that it had written already. */
function takenBut(own: string, folder: ReleasesFolder): (id: string, text: string) => boolean {
  const taken = new Set(folder.ids.filter((id) => id !== own).map((id) => id.toLowerCase()));
  return (id, text) => taken.has(id.toLowerCase()) && folder.textOf(`${id}.md`) !== text;
}
