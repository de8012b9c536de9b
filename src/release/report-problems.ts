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
  const counts = [counted(errors, 'problem'), counted(warnings, 'warning')].filter((part) => part !== undefined);
  return [
    ...lines,
    '',
    `${counts.join(' and ')} in ${counted(new Set(problems.map((one) => one.file)).size, 'file')}.`,
  ].join('\n');
}

function counted(count: number, noun: string): string | undefined {
  return count === 0 ? undefined : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
