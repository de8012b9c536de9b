import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkArchive } from '../archive/check/check-archive.ts';
import type { AdviceSettings } from '../archive/check/advice.ts';
import { placeOf } from '../archive/read/place.ts';
import type { ReleasesFolder } from '../archive/read/read-releases.ts';
import { config } from '../config.ts';
import { trackedFiles } from '../drafts/tracked-files.ts';
import { compareText } from '../text/compare-text.ts';
import { sampleProblems } from '../release/report-problems.ts';
import { isPublishable, type Problem } from '../release/problem.ts';
import { annotations } from './annotations.ts';
import { jsonReport, textReport, type CheckResult } from './check-report.ts';
import { EXIT, readArguments, runCommand, type Exit, type CommandContext } from './command.ts';
import { UsageError } from '../build/failure.ts';
import { readFolder } from '../build/read-folder.ts';
import { pathBelow } from './path-below.ts';

const USAGE = `Usage: npm run check [-- [--format text|json] [--output F] [--rule R] [FILE…]]

Names all problems of all releases. With FILE, a file or folder, only its problems are shown.

  --format json   prints one JSON object instead of text (npm run -s keeps npm's own lines away)
  --rule R        shows what breaks this rule alone, every place of it
  --output F      writes the report into the file F; the terminal gets its last line alone

RELEASES_DIR names another releases folder. Exit status: 0 no problems (warnings allowed), 1 problems, 2 wrong usage.
`;

/**
 * The command `npm run check`. The report goes to standard output, or to the file of `--output`;
 * only errors make its status 1.
 */
export function check(args: readonly string[], context: CommandContext, advice: AdviceSettings): Exit {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    output: { type: 'string' },
    rule: { type: 'string' },
  });
  if (values.format !== 'text' && values.format !== 'json') {
    throw new UsageError(`"${values.format}" is not a format; --format takes text or json.`);
  }
  const place = placeOf(context.variables['RELEASES_DIR'], context.project, context.working);
  const folder = readFolder(place);
  const problems = checkArchive(folder, context.now, advice, trackedFiles(folder));
  const wanted = positionals.map((file) =>
    path.posix.join(place.shown, pathBelow(file, place, context)).replace(/^\.$|\/$/, ''),
  );
  const result = resultOf(folder, problems, wanted, values.rule);

  if (context.variables['GITHUB_ACTIONS'] === 'true')
    context.log(annotations(sampleProblems(result.problems), context));
  const report = (colours: boolean): string =>
    values.format === 'json' ? jsonReport(result) : textReport(result, colours, values.rule !== undefined);
  if (values.output === undefined) context.out(report(context.colours));
  else {
    writeReport(path.resolve(context.invokedFrom, values.output), report(false), values.output);
    context.out(`${textReport(result, false).trimEnd().split('\n').at(-1)}\n`);
  }
  return isPublishable(result.problems) ? EXIT.clean : EXIT.problems;
}

function resultOf(
  folder: ReleasesFolder,
  problems: readonly Problem[],
  wanted: readonly string[],
  rule: string | undefined,
): CheckResult {
  const isWanted = (file: string): boolean =>
    wanted.length === 0 || wanted.some((one) => file === one || one === '' || file.startsWith(`${one}/`));
  const shown = problems.filter((problem) => isWanted(problem.file) && (rule === undefined || problem.rule === rule));
  return {
    releases: folder.ids.filter((id) => isWanted(folder.fileOf(id))).length,
    drafts: [...folder.releases, ...folder.incompleteDrafts]
      .filter((release) => release.draft === true && isWanted(folder.fileOf(release.id)))
      .map((release) => ({ file: folder.fileOf(release.id), title: release.title }))
      .toSorted((a, b) => compareText(a.file, b.file)),
    problems: shown,
    elsewhere: problems.length - shown.length,
    rule,
  };
}

function writeReport(file: string, report: string, written: string): void {
  try {
    writeFileSync(file, report);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // node:fs throws these
    throw new UsageError(`The report cannot be written to "${written}" (${code}).`, { cause: error });
  }
}

if (import.meta.main) await runCommand((args, context) => check(args, context, config.advice), USAGE);
