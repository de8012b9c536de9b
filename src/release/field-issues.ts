import type { z } from 'zod';
import { quote } from '../text/quote.ts';
import { fieldExamples } from './field-examples.ts';
import type { Problem } from './problem.ts';
import type { YamlHolder } from './yaml-fault.ts';

type Issue = z.core.$ZodIssue;

/** The issues of the variant that was meant: the list's where a list stands, the fields' where fields stand, then the one that fits best. */
export function innermostIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const variants = issue.errors.map((issues) =>
    issues.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(innermostIssues),
  );
  const weight = (inner: Issue) => {
    if (inner.code === 'unrecognized_keys') return 10;
    if (inner.code !== 'invalid_type') return 1;
    return inner.path.length === issue.path.length ? 1000 : 20; // the variant itself is of another form, or a field of it
  };
  const cost = (issues: Issue[]) => issues.reduce((sum, inner) => sum + weight(inner), 0);
  return variants.toSorted((a, b) => cost(a) - cost(b))[0] ?? [issue];
}

/** What is wrong with a value, in the editor's words. */
export function explainIssue(
  issue: Issue,
  value: unknown,
  holder: YamlHolder,
): Pick<Problem, 'severity' | 'rule' | 'message' | 'hint'> {
  const field = String(issue.path.findLast((step) => typeof step === 'string') ?? holder);
  const entry =
    typeof issue.path.at(-1) === 'number' ? `Entry ${Number(issue.path.at(-1)) + 1} of the list` : 'The field';
  if (issue.code === 'custom' && typeof issue.params?.['rule'] === 'string') {
    return {
      severity: 'error',
      rule: issue.params['rule'],
      message: issue.message,
      hint: String(issue.params['hint']),
    };
  }
  if (value === undefined) {
    return {
      severity: 'error',
      rule: 'field-missing',
      message: `The field ${quote(field)} is missing.`,
      hint: FIRST_LINES[field] ?? `Write a line ${field}: with its value.`,
    };
  }
  const found = Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a group of fields' : 'a text';
  const wanted =
    issue.code === 'invalid_type' ? issue.expected : issue.code === 'too_small' ? 'filled list' : 'other form';
  const names: Record<string, string> = {
    string: 'one text',
    array: 'a list',
    object: 'a group of fields',
    'filled list': 'a list with at least one entry',
  };
  return {
    severity: 'error',
    rule: 'field-form',
    message: `${entry} ${quote(field)} must be ${names[wanted] ?? 'of another form'}, but it is ${found}.`,
    hint:
      wanted === 'string'
        ? 'Write it as one text, in quotation marks where it holds brackets or braces.'
        : `Write it in this form: ${fieldExamples[field] ?? `${field}: "…"`}`,
  };
}

const FIRST_LINES: Readonly<Record<string, string>> = {
  title: 'Write a line title: "the headline exactly as lodged".',
  code: 'Write a line code: with the ASX code of the company, for example code: BHP.',
  date: 'Write a line date: with the Sydney day, for example date: 2020-07-30.',
};
