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

/** Orders by code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value in quotation marks for a message, its middle left out when it is long, control characters made visible. */
export function quote(value: string): string {
  // By characters, so that none beyond U+FFFF is cut in half.
  const characters = value.length > 60 ? [...value] : [];
  const short =
    characters.length > 60 ? `${characters.slice(0, 40).join('')}…${characters.slice(-15).join('')}` : value;
  // JSON shows quotation marks, tabs and line ends as escapes; the rest of the invisible is shown by number.
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
