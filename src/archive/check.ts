import { compareProblems, type Problem } from '../release/problem.ts';
import type { WholeRelease } from '../release/schema.ts';
import { adviseOnRelease, adviseOnSettings, type AdviceSettings } from './advice.ts';
import { fileAddressProblems, sameAddress, sitePages, type SitePages } from './checks/addresses.ts';
import { aliasProblems, checkAliases } from './checks/aliases.ts';
import { checkAttachments } from './checks/attachments.ts';
import { checkBody } from './checks/body.ts';
import { createCheckContext, type ReleaseCheck, type CheckContext } from './checks/context.ts';
import { correctionCircles } from './checks/circles.ts';
import { checkDate, checkTypes } from './checks/front-matter.ts';
import { checkPublishedFiles } from './checks/published-files.ts';
import { checkRelations } from './checks/relations.ts';
import type { ReleasesFolder } from './read.ts';
import { sealProblems } from './seal.ts';

/**
 * All problems of a folder, sorted: those of single files and those across files.
 * `now` is the moment of the check in milliseconds since 1970 UTC; a release dated later is refused.
 */
export function checkArchive(folder: ReleasesFolder, now: number, advice: AdviceSettings): Problem[] {
  const context = createCheckContext(folder);
  const pages = sitePages(context);
  const problems = [
    ...folder.problems,
    ...folder.releases.flatMap((release) => checkRelease(release, context, pages, now, advice)),
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
    ...adviseOnSettings(folder, now, advice),
  ].toSorted(compareProblems);
}

/** The problems of one release among the others, in no order; also of one that is not in the folder yet. */
export function checkRelease(
  release: WholeRelease,
  context: CheckContext,
  pages: SitePages,
  now: number,
  advice: AdviceSettings,
): Problem[] {
  const { folder } = context;
  const problems: Problem[] = [];
  const checked: ReleaseCheck = {
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
  checkDate(checked, now);
  checkTypes(checked);
  checkAttachments(checked);
  checkPublishedFiles(checked);
  checkRelations(checked);
  checkAliases(checked, pages);
  checkBody(checked, pages);
  adviseOnRelease(checked, advice);
  return problems;
}
