import { counted } from './amounts.ts';
import { printable } from './printable.ts';
import type { Problem } from './problem.ts';

/** Marks parts of a report, in a terminal with colours. */
export interface Paint {
  readonly place: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly aside: (text: string) => string;
}

const same = (text: string): string => text;
/** A report without colours. */
export const plain: Paint = { place: same, error: same, warning: same, aside: same };

/**
 * Problems as text for a terminal, in the given order: `file:line  field  message`, the hint below it,
 * and a last line with the counts. Where `warnings` is given, only so many of them are shown and the rest is counted:
 * a build tells everything that stops it, and `npm run check` tells all.
 */
export function formatProblems(problems: readonly Problem[], { warnings = Infinity } = {}): string {
  const told = new Set(problems.filter((problem) => problem.severity === 'warning').slice(0, warnings));
  const shown = problems.filter((problem) => problem.severity === 'error' || told.has(problem));
  const hidden = problems.length - shown.length;
  const more = hidden === 0 ? '' : `\n… and ${counted(hidden, 'more warning')}; npm run check tells them all.`;
  return `${listProblems(shown)}${more}\n\n${countProblems(problems)}.`;
}

/** Problems in the given order, two lines each: `file:line  field  message`, and the hint with the rule's name. */
export function listProblems(problems: readonly Problem[], paint: Paint = plain): string {
  return problems
    .flatMap((problem) => {
      const warning = problem.severity === 'warning';
      const mark = warning ? paint.warning : paint.error;
      return [
        [
          paint.place(`${printable(problem.file)}:${problem.line}`),
          ...(problem.field === undefined ? [] : [mark(printable(problem.field))]),
          `${warning ? `${mark('warning:')} ` : ''}${problem.message}`,
        ].join('  '),
        paint.aside(`    ${problem.hint} (${problem.rule})`),
      ];
    })
    .join('\n');
}

/** `2 problems and 1 warning in 2 files`, or `no problems`. */
export function countProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'no problems';
  const warnings = problems.filter((problem) => problem.severity === 'warning').length;
  const errors = problems.length - warnings;
  const counts = [
    errors > 0 ? counted(errors, 'problem') : [],
    warnings > 0 ? counted(warnings, 'warning') : [],
  ].flat();
  return `${counts.join(' and ')} in ${counted(new Set(problems.map((one) => one.file)).size, 'file')}`;
}
