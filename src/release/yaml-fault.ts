import type { YAMLException } from 'js-yaml';
import { quote, type Finding } from './problem.ts';

/** A finding with its place: the line in the file, and the field where there is one. */
export type PlacedFinding = Finding & { readonly line: number; readonly field?: string };

/** What holds the fields: the front matter of a release, or a whole file. */
export type YamlHolder = 'front matter' | 'file';

/** Thrown and caught while one front matter is read: nothing after it is looked at. */
export class FrontMatterFault extends Error {
  readonly finding: PlacedFinding;
  constructor(finding: PlacedFinding) {
    super(finding.message);
    this.finding = finding;
  }
}

/** Front matter that is nested deeper is refused. */
export const MAX_DEPTH = 10;

/** Turns the parser's error into the editor's words; the usual cause is a value that needs quotation marks. */
export function explainYaml(text: string, error: YAMLException, holder: YamlHolder): PlacedFinding {
  const line = (error.mark?.line ?? 0) + 1;
  const written = text.split('\n')[line - 1] ?? '';
  if (error.reason.includes('duplicated mapping key')) {
    const field = /^\s*([^:]+):/.exec(written)?.[1]?.trim();
    return {
      line,
      ...(field ? { field } : {}),
      rule: 'yaml-duplicate',
      message: `The field ${quote(field ?? written)} stands twice.`,
      hint: 'Keep one of the two lines.',
    };
  }
  if (error.reason.includes('maxDepth')) {
    return {
      line,
      rule: 'yaml-depth',
      message: `The ${holder} is nested more than ${MAX_DEPTH} levels deep.`,
      hint: 'Write the value in quotation marks if it is text.',
    };
  }
  if (error.reason.includes('alias')) {
    return {
      line,
      rule: 'yaml-alias',
      message: 'A value begins with & or *, which YAML takes for a reference.',
      hint: 'Put the value in quotation marks.',
    };
  }
  if (error.reason.startsWith('tab characters')) {
    return {
      line,
      rule: 'yaml-tab',
      message: 'The line begins with a tab, which YAML does not take.',
      hint: 'Indent the line with spaces.',
    };
  }
  if (error.reason.includes('escape')) {
    return {
      line,
      rule: 'yaml-escape',
      message: 'A backslash inside double quotation marks stands before a sign that it cannot change.',
      hint: 'Write \\\\ for a backslash.',
    };
  }
  const before = text.split('\n')[line - 2] ?? '';
  const open = [written, before].findIndex((one) => /^\s*(?:- )?\w+:\s+(?:"(?:[^"\\]|\\.)*|'[^']*)$/.test(one));
  if (open !== -1) {
    return {
      line: line - open,
      rule: 'yaml-quote-open',
      message: 'A quotation mark is opened on this line and never closed.',
      hint: 'Write the same mark at the end of the value; a mark inside double quotation marks is written \\".',
    };
  }
  if (/^[^\s:#-][^:]*$/.test(before) && before !== '---') {
    return {
      line: line - 1,
      rule: 'yaml-colon-missing',
      message: `The line ${quote(before.trim())} has no colon, so it names no field.`,
      hint: 'Write the name of the field, a colon, a space and the value, or take the line out.',
    };
  }
  const pair = /^(\s*(?:- )?)([A-Za-z]\w*):\s+(.*)$/.exec(written);
  const [, indent = '', field, value = ''] = pair ?? [];
  if (field !== undefined && !/^["']/.test(value) && /^[-?:,[\]{}#&*!|>%@`]|:(?:\s|$)/.test(value)) {
    return {
      line,
      field,
      rule: 'yaml-needs-quotes',
      message: `The value of ${field} holds signs that have a meaning in YAML, such as a colon with a space after it.`,
      hint: `Put it in quotation marks: ${indent.trim() ? '- ' : ''}${field}: ${JSON.stringify(value)}`,
    };
  }
  const mark = value.charAt(0);
  if (field !== undefined && /["']/.test(mark) && value.indexOf(mark, 1) !== -1) {
    const whole = value.length > 1 && value.endsWith(mark) ? value.slice(1, -1) : value;
    return {
      line,
      field,
      rule: 'yaml-quote-inside',
      message: `A quotation mark inside the value of ${field} ends it too early.`,
      hint: `Write \\" for each mark inside: ${indent.trim() ? '- ' : ''}${field}: ${JSON.stringify(whole.replaceAll('\\"', '"'))}`,
    };
  }
  return {
    line,
    rule: 'yaml-malformed',
    message: `The ${holder} cannot be read from this line on: ${quote(written.trim())}.`,
    hint: 'Look for a missing quotation mark, a tab, or a line that is indented too far.',
  };
}
