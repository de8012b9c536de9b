import { counted } from './amounts.ts';
import type { Problem } from './problem.ts';

/**
 * Problems as text for a terminal, in the given order: `file:line  field  message`, the hint below it,
 * and a last line with the counts. Where `warnings` is given, only so many of them are shown and the rest is counted:
 * a build tells everything that stops it, and `npm run check` tells all.
 */
export function formatProblems(problems: readonly Problem[], { warnings: most = Infinity } = {}): string {
  const shownWarnings = new Set(problems.filter((problem) => problem.severity === 'warning').slice(0, most));
  const shown = problems.filter((problem) => problem.severity === 'error' || shownWarnings.has(problem));
  const lines = shown.flatMap((problem) => {
    const mark = problem.severity === 'warning' ? 'warning: ' : '';
    const field = problem.field === undefined ? '' : `  ${problem.field}`;
    return [
      `${problem.file}:${problem.line}${field}  ${mark}${problem.message}`,
      `    ${problem.hint} (${problem.rule})`,
    ];
  });
  const warnings = problems.filter((problem) => problem.severity === 'warning').length;
  const errors = problems.length - warnings;
  const counts = [errors > 0 && counted(errors, 'problem'), warnings > 0 && counted(warnings, 'warning')].filter(
    Boolean,
  );
  const hidden = problems.length - shown.length;
  return [
    ...lines,
    ...(hidden > 0 ? [`… and ${counted(hidden, 'more warning')}; npm run check tells them all.`] : []),
    '',
    `${counts.join(' and ')} in ${counted(new Set(problems.map((one) => one.file)).size, 'file')}.`,
  ].join('\n');
}
