import { styleText } from 'node:util';
import type { Problem } from '../release/problem.ts';
import { counted } from '../text/counted.ts';
import { quote } from '../text/quote.ts';
import { countProblems, groupProblems, listProblems, plain, type Paint } from '../release/report-problems.ts';

/** What a check has found. */
export interface CheckResult {
  /** How many releases were looked at, drafts and those with errors among them. */
  readonly releases: number;
  readonly drafts: readonly { readonly file: string; readonly title: string }[];
  /** In the order of `compareProblems`. */
  readonly problems: readonly Problem[];
  /** How many problems are not shown, because files or a rule were named. */
  readonly elsewhere: number;
  /** The rule that was named. */
  readonly rule?: string | undefined;
}

/**
 * The report as one JSON object with a line end:
 * `releases`, `errors`, `warnings` and `elsewhere` are counts; `drafts` is a list of `{file, title}`;
 * `problems` a list of `{file, line, field?, rule, severity, message, hint}`, sorted by file, line, field and rule.
 * Fields may be added in later versions; none is taken away.
 */
export function jsonReport(result: CheckResult): string {
  const { releases, drafts, problems, elsewhere } = result;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const report = {
    releases,
    errors,
    warnings: problems.length - errors,
    elsewhere,
    drafts,
    problems: problems.map(({ file, line, field, rule, severity, message, hint }) => ({
      file,
      line,
      field,
      rule,
      severity,
      message,
      hint,
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/**
 * The report for a person: problems with the errors first, drafts, and a last line that says how it went and what to do next.
 * What is broken many times is told once with examples, unless `all` is wanted.
 */
export function textReport(result: CheckResult, colours: boolean, all = false): string {
  const { drafts, problems } = result;
  const paint = colours ? COLOURS : plain;
  const parts = [
    ...(problems.length === 0 ? [] : [(all ? listProblems : groupProblems)(problems, paint)]),
    ...(drafts.length === 0
      ? []
      : [['Drafts, which the site leaves out:', ...drafts.map(({ file, title }) => `  ${file}  ${title}`)].join('\n')]),
    lastLine(result),
  ];
  return `${parts.join('\n\n')}\n`;
}

function lastLine(result: CheckResult): string {
  const { releases, drafts, problems, elsewhere, rule } = result;
  const among = drafts.length === 0 ? '' : ` (${counted(drafts.length, 'draft')})`;
  const found =
    rule === undefined || problems.length > 0
      ? countProblems(problems)
      : `nothing that breaks a rule ${quote(rule)}; docs/release-format.md lists the rules`;
  const unseen = rule === undefined ? 'What is wrong in other files' : 'What else is wrong';
  const others = elsewhere === 0 ? '' : ` ${unseen} is not shown (${elsewhere}).`;
  return `${counted(releases, 'release')}${among}, ${found}.${others} ${nextStep(result)}`;
}

function nextStep({ releases, drafts, problems, elsewhere }: CheckResult): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return `Correct the ${errors === 1 ? 'problem' : 'problems'} and run npm run check again.`;
  if (elsewhere > 0) return 'npm run check names them all.';
  if (releases === 0) return 'npm run new writes the first one.';
  if (releases === drafts.length) return 'A draft without its line draft: true is published.';
  return problems.length > 0
    ? 'Warnings do not stop the site: npm run build makes it.'
    : 'npm run build makes the site.';
}

const COLOURS: Paint = {
  place: (text) => styleText('bold', text, { validateStream: false }),
  error: (text) => styleText('red', text, { validateStream: false }),
  warning: (text) => styleText('yellow', text, { validateStream: false }),
  aside: (text) => styleText('dim', text, { validateStream: false }),
};
