import { styleText } from 'node:util';
import type { Problem } from '../release/problem.ts';
import { counted } from '../release/amounts.ts';
import { countProblems, listProblems, plain, type Paint } from '../release/report-problems.ts';

/** What a check has found. */
export interface CheckResult {
  /** How many releases were looked at, drafts and those with errors among them. */
  readonly releases: number;
  readonly drafts: readonly { readonly file: string; readonly title: string }[];
  /** In the order of `compareProblems`. */
  readonly problems: readonly Problem[];
  /** How many problems of other files are not shown, because files were named. */
  readonly elsewhere: number;
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

/** The report for a terminal: problems, drafts, and a last line that says how it went. */
export function textReport(result: CheckResult, colours: boolean): string {
  const { drafts, problems } = result;
  const paint = colours ? COLOURS : plain;
  const parts = [
    ...(problems.length === 0 ? [] : [listProblems(problems, paint)]),
    ...(drafts.length === 0
      ? []
      : [['Drafts, which the site leaves out:', ...drafts.map(({ file, title }) => `  ${file}  ${title}`)].join('\n')]),
    lastLine(result),
  ];
  return `${parts.join('\n\n')}\n`;
}

function lastLine({ releases, drafts, problems, elsewhere }: CheckResult): string {
  const among = drafts.length === 0 ? '' : ` (${counted(drafts.length, 'draft')})`;
  const others = elsewhere === 0 ? '' : ` What is wrong in other files is not shown (${elsewhere}).`;
  return `${counted(releases, 'release')}${among}, ${countProblems(problems)}.${others}`;
}

const COLOURS: Paint = {
  place: (text) => styleText('bold', text, { validateStream: false }),
  error: (text) => styleText('red', text, { validateStream: false }),
  warning: (text) => styleText('yellow', text, { validateStream: false }),
  aside: (text) => styleText('dim', text, { validateStream: false }),
};
