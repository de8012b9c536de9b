import { counted } from '../text/counted.ts';
import { printable } from '../text/printable.ts';
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
 * Problems as text for a terminal: errors first, each `file:line  field  message` with the hint below it, a rule that is broken
 * many times as one block, and a last line with the counts. Where `warnings` is given, only so many of them are shown and the
 * rest is counted: a build tells everything that stops it, and `npm run check` tells all.
 */
export function formatProblems(problems: readonly Problem[], { warnings = Infinity } = {}): string {
  const told = new Set(problems.filter((problem) => problem.severity === 'warning').slice(0, warnings));
  const shown = problems.filter((problem) => problem.severity === 'error' || told.has(problem));
  const hidden = problems.length - shown.length;
  const more = hidden === 0 ? '' : `\n… and ${counted(hidden, 'more warning')}; npm run check tells them all.`;
  return `${groupProblems(shown)}${more}\n\n${countProblems(problems)}.`;
}

/** A rule that is broken more often is told as one block, with so many examples. */
const MANY = 10;
const EXAMPLES = 3;

/**
 * Problems with the errors first, else in the given order. One mistake in a hundred files is one block where it is met first:
 * how many there are, three of them, the hint, and how to see all.
 */
export function groupProblems(problems: readonly Problem[], paint: Paint = plain): string {
  const ordered = errorsFirst(problems);
  return groupsOf(ordered)
    .map((group) => (group.length > MANY ? block(group, paint) : listProblems(group, paint)))
    .join('\n');
}

/**
 * The same problems for a list that has room for few: of a rule that is broken many times the first three, the last of which
 * says how many more there are.
 */
export function sampleProblems(problems: readonly Problem[]): Problem[] {
  return groupsOf(errorsFirst(problems)).flatMap((group) => {
    if (group.length <= MANY) return group;
    const examples = examplesOf(group);
    const rest = `${counted(group.length - examples.length, 'more such problem')} (${group[0]?.rule}) not shown here.`;
    return examples.map((one, at) => (at < examples.length - 1 ? one : { ...one, hint: `${one.hint} ${rest}` }));
  });
}

function errorsFirst(problems: readonly Problem[]): Problem[] {
  const isError = ({ severity }: Problem): boolean => severity === 'error';
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
}

/** Problems of a rule that is broken many times together, where the first of them stands; all others alone. */
function groupsOf(problems: readonly Problem[]): Problem[][] {
  const keyOf = ({ rule, severity }: Problem): string => `${severity} ${rule}`;
  const byRule = Map.groupBy(problems, keyOf);
  return problems.flatMap((problem) => {
    const group = byRule.get(keyOf(problem)) ?? [];
    if (group.length <= MANY) return [[problem]];
    return group[0] === problem ? [group] : [];
  });
}

function block(group: readonly Problem[], paint: Paint): string {
  const [first] = group;
  if (!first) return '';
  const warning = first.severity === 'warning';
  const mark = warning ? paint.warning : paint.error;
  const files = new Set(group.map(({ file }) => file)).size;
  return [
    `${mark(first.rule)}: ${counted(group.length, warning ? 'warning' : 'problem')} in ${counted(files, 'file')}, for example`,
    ...examplesOf(group).map((problem) => `  ${placeAndMessage(problem, paint)}`),
    paint.aside(`    ${first.hint}`),
    paint.aside(`    All of them: npm run check -- --rule ${first.rule}`),
  ].join('\n');
}

/** Of different files where there are such. */
function examplesOf(group: readonly Problem[]): Problem[] {
  const files = new Map(group.toReversed().map((problem) => [problem.file, problem]));
  const ofEach = group.filter((problem) => files.get(problem.file) === problem);
  return (ofEach.length < EXAMPLES ? group : ofEach).slice(0, EXAMPLES);
}

/** Problems in the given order, two lines each: `file:line  field  message`, and the hint with the rule's name. */
export function listProblems(problems: readonly Problem[], paint: Paint = plain): string {
  return problems
    .flatMap((problem) => [placeAndMessage(problem, paint), paint.aside(`    ${problem.hint} (${problem.rule})`)])
    .join('\n');
}

function placeAndMessage({ file, line, field, severity, message }: Problem, paint: Paint): string {
  const warning = severity === 'warning';
  const mark = warning ? paint.warning : paint.error;
  return [
    paint.place(`${printable(file)}:${line}`),
    ...(field === undefined ? [] : [mark(printable(field))]),
    `${warning ? `${mark('warning:')} ` : ''}${message}`,
  ].join('  ');
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
