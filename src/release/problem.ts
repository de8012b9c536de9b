import { compareText } from '../text/compare-text.ts';

/**
 * Something wrong with a file, in words for the person who edits it.
 * Wrong content is always a `Problem`; an exception is a fault of the program.
 */
export interface Problem {
  /** Path as the editor knows it: below the folder from which the command was started. */
  readonly file: string;
  /** Line in that file, counted from 1; 1 where the whole file is meant. */
  readonly line: number;
  /** Name of the front matter field, with `.` and numbers for nested ones: `source.url`, `attachments.0`. */
  readonly field?: string;
  /** Name of the rule that was broken. It never changes once given, so that it can be searched for. */
  readonly rule: string;
  /** An error stops the build; a warning is shown and the build goes on. */
  readonly severity: 'error' | 'warning';
  /** What is wrong with this value, in a full sentence. */
  readonly message: string;
  /** What to write instead, in a full sentence. */
  readonly hint: string;
}

/** What a rule says of a value, before it is known in which file and line the value stands. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/** Orders problems by file, line, field and rule, so that two runs print the same list. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    compareText(a.field ?? '', b.field ?? '') ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** True when no problem is an error. */
export function isPublishable(problems: readonly Problem[]): boolean {
  return problems.every((problem) => problem.severity === 'warning');
}
