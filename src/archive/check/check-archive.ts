import { parseRelease } from '../../release/parse.ts';
import { compareProblems, type Problem } from '../../release/problem.ts';
import type { WholeDraft, WholeRelease } from '../../release/schema.ts';
import { adviseOnRelease, adviseOnSettings, type AdviceSettings } from './advice.ts';
import { fileAddressProblems, sameAddress, sitePages, type SitePages } from './addresses.ts';
import { aliasProblems, checkAliases } from './aliases.ts';
import { checkAttachments } from './attachments.ts';
import { checkBody } from './body.ts';
import { checkCode } from './codes.ts';
import { contextWith, createCheckContext, type ReleaseCheck, type CheckContext } from './context.ts';
import { correctionCircles } from './circles.ts';
import { checkDraftName, checkReview } from './drafts.ts';
import { draftsInGit } from './drafts-in-git.ts';
import { checkDate, checkTypes } from './fields.ts';
import { proofreadFields, proofreadSettings } from './proofread-fields.ts';
import { checkPublishedFiles } from './published-files.ts';
import { checkRelations } from './relations.ts';
import { sameReleases } from './same-release.ts';
import { unreadFiles } from './unread-files.ts';
import { idFault } from '../id-fault.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';
import { sealProblems } from '../seal/seal.ts';

/**
 * All problems of a folder, sorted: those of single files and those across files.
 * `now` is the moment of the check in milliseconds since 1970 UTC; a release dated later is refused.
 * `tracked` holds the paths below the folder that Git tracks, where somebody has asked.
 */
export function checkArchive(
  folder: ReleasesFolder,
  now: number,
  advice: AdviceSettings,
  tracked: ReadonlySet<string> = new Set(),
): Problem[] {
  const context = createCheckContext(folder);
  const pages = sitePages(context);
  const problems = [
    ...folder.problems,
    ...folder.releases.flatMap((release) => checkRelease(release, context, pages, now, advice)),
    ...folder.incompleteDrafts.flatMap((draft) => checkDraft(draft, context, pages)),
  ];
  const circles = correctionCircles(context);
  const inCircle = new Set(circles.flatMap((circle) => circle.members.map((id) => folder.fileOf(id))));
  return [
    // In a circle some release is always older than what it corrects; the circle says it all.
    ...problems.filter((problem) => problem.rule !== 'correction-older' || !inCircle.has(problem.file)),
    ...circles.map((circle) => circle.problem),
    ...sameAddress(folder),
    ...fileAddressProblems(context),
    ...aliasProblems(context, pages),
    ...sealProblems(folder),
    ...unreadFiles(context),
    ...sameReleases(folder.releases, folder),
    ...proofreadSettings(folder),
    ...adviseOnSettings(folder, now, advice),
    ...draftsInGit(folder, tracked),
  ]
    .filter((problem) => isWanted(problem, advice))
    .toSorted(compareProblems);
}

/** The problems of one release among the others, in no order. */
export function checkRelease(
  release: WholeRelease,
  context: CheckContext,
  pages: SitePages,
  now: number,
  advice: AdviceSettings,
): Problem[] {
  const { checked, problems } = createCheck(release, context);
  checkDate(checked, now);
  checkCode(checked);
  checkReview(checked);
  checkWhatADraftHolds(checked, pages);
  proofreadFields(checked);
  adviseOnRelease(checked, advice);
  return problems.filter((problem) => isWanted(problem, advice));
}

/**
 * The problems of one file with this text in the place of what the folder holds under the id, sorted: those of the file by itself
 * and those that the archive around it makes. Nothing is written; the file need not be there. Lines are those of the text.
 */
export function checkText(
  archive: CheckContext,
  id: string,
  text: string,
  now: number,
  advice: AdviceSettings,
): Problem[] {
  const file = archive.folder.fileOf(id);
  const fault = idFault(id);
  const { release, draft, problems } = parseRelease(file, text, id);
  const own = [...(fault ? [{ file, line: 1, severity: 'error' as const, ...fault }] : []), ...problems];
  const context = contextWith(archive, id, text);
  const pages = sitePages(context);
  const found = [
    ...(release ? checkRelease(release, context, pages, now, advice) : []),
    ...(draft ? checkDraft(draft, context, pages) : []),
    // The first of the two in the order of their ids may be this one.
    ...(release ? sameReleases([release, ...context.folder.releases], context.folder, release) : []),
  ];
  return [...own, ...found].filter((problem) => isWanted(problem, advice)).toSorted(compareProblems);
}

/** The problems of a draft that lacks its code or date, as far as they do not rest on these. */
function checkDraft(draft: WholeDraft, context: CheckContext, pages: SitePages): Problem[] {
  const { checked, problems } = createCheck(draft, context);
  checkWhatADraftHolds(checked, pages);
  return problems;
}

function checkWhatADraftHolds(checked: ReleaseCheck<WholeDraft>, pages: SitePages): void {
  checkDraftName(checked);
  checkTypes(checked);
  checkAttachments(checked);
  checkPublishedFiles(checked);
  checkRelations(checked);
  checkAliases(checked, pages);
  checkBody(checked, pages);
}

/** Errors are told whatever the settings say. */
function isWanted({ severity, rule }: Problem, { switchedOff }: AdviceSettings): boolean {
  return severity === 'error' || !switchedOff.includes(rule);
}

/** A check of one release, and the list that its reports fill. */
function createCheck<T extends WholeDraft>(
  release: T,
  context: CheckContext,
): { readonly checked: ReleaseCheck<T>; readonly problems: Problem[] } {
  const { folder } = context;
  const problems: Problem[] = [];
  const checked: ReleaseCheck<T> = {
    release,
    context,
    report(place, severity, finding) {
      const file = folder.fileOf(release.id);
      problems.push(
        typeof place === 'number'
          ? { file, line: folder.bodyLineOf(release.id) + place - 1, severity, ...finding }
          : { file, line: folder.lineOf(release.id, place), field: place, severity, ...finding },
      );
    },
  };
  return { checked, problems };
}
