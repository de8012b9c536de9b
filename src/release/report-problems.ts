import { counted } from './amounts.ts';
import type { Problem } from './problem.ts';

/**
 * Problems as text for a terminal, in the given order: `file:line  field  message`, the hint below it,
 * and a last line with the counts.
 */
export function formatProblems(problems: readonly Problem[]): string {
  const lines = problems.flatMap((problem) => {
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
  return [
    ...lines,
    '',
    `${counts.join(' and ')} in ${counted(new Set(problems.map((one) => one.file)).size, 'file')}.`,
  ].join('\n');
}
