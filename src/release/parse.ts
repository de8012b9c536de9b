import type { z } from 'zod';
import { conflictFindings } from './merge-conflict.ts';
import { readFrontMatter, type FrontMatterBlock } from './front-matter.ts';
import { nearest } from './nearest.ts';
import { compareProblems, quote, type Problem } from './problem.ts';
import { frontMatterSchema, type WholeRelease } from './schema.ts';
import type { PlacedFinding } from './yaml-fault.ts';

interface ParsedRelease {
  /** The release, when no error was found. */
  readonly release?: WholeRelease;
  /** All problems of this file, in the order of `compareProblems`. */
  readonly problems: readonly Problem[];
}

/**
 * Reads one release from the text of its file. Every wrong field is reported at once, in the order in which they stand;
 * where one of them is an error, no release comes back. Never throws because of what the text holds.
 * `file` is the path that problems name; `id` the path below the releases folder without `.md`.
 */
export function parseRelease(file: string, text: string, id = file.replace(/\.md$/, '')): ParsedRelease {
  const asErrors = (findings: readonly PlacedFinding[]): ParsedRelease => {
    return { problems: findings.map((finding) => ({ file, severity: 'error', ...finding })) };
  };
  const conflict = conflictFindings(text);
  if (conflict.length > 0) return asErrors(conflict);
  const block = readFrontMatter(text);
  if ('findings' in block) return asErrors(block.findings);
  const { value, problems } = readFields(file, block, frontMatterSchema);
  return value ? { release: { ...value, id, body: block.body }, problems } : { problems };
}

/**
 * Types the fields of a front matter (or of `archive.yml`) by a schema.
 * Unknown fields are warnings with the nearest known name, and left out; a field without a value counts as absent.
 */
export function readFields<T extends z.ZodType>(
  file: string,
  block: Pick<FrontMatterBlock, 'data' | 'lines' | 'lastLine'>,
  schema: T,
): { readonly value?: z.output<T>; readonly problems: readonly Problem[] } {
  const data = withoutEmpty(block.data);
  const problems: Problem[] = [];
  const place = (path: readonly PropertyKey[]) => {
    const field = path.join('.');
    // A missing value has no line: the nearest field around it has, or the end of the block.
    for (let length = path.length; length > 0; length--) {
      const line = block.lines.get(path.slice(0, length).join('.'));
      if (line !== undefined) return { field, line };
    }
    return { field, line: block.lastLine };
  };
  let result = schema.safeParse(data);
  const unknown = (result.error?.issues ?? []).flatMap(innermost).filter((issue) => issue.code === 'unrecognized_keys');
  for (const issue of unknown) {
    for (const key of issue.keys) {
      problems.push({ file, ...place([...issue.path, key]), ...unknownField(key, issue, schema) });
      drop(data, [...issue.path, key]);
    }
  }
  if (unknown.length > 0) result = schema.safeParse(data);
  for (const issue of (result.error?.issues ?? []).flatMap(innermost)) {
    problems.push({ file, ...place(issue.path), ...explain(issue, valueAt(data, issue.path)) });
  }
  const sorted = problems.toSorted(compareProblems);
  return result.success ? { value: result.data, problems: sorted } : { problems: sorted };
}

type Issue = z.core.$ZodIssue;

/** The issues of the variant that was meant: the list's where a list stands, the fields' where fields stand, then the one that fits best. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const variants = issue.errors.map((issues) =>
    issues.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(innermost),
  );
  const weight = (inner: Issue) => {
    if (inner.code === 'unrecognized_keys') return 10;
    if (inner.code !== 'invalid_type') return 1;
    return inner.path.length === issue.path.length ? 1000 : 20; // the variant itself is of another form, or a field of it
  };
  const cost = (issues: Issue[]) => issues.reduce((sum, inner) => sum + weight(inner), 0);
  return variants.toSorted((a, b) => cost(a) - cost(b))[0] ?? [issue];
}

function explain(issue: Issue, value: unknown): Pick<Problem, 'severity' | 'rule' | 'message' | 'hint'> {
  const field = String(issue.path.findLast((step) => typeof step === 'string') ?? 'front matter');
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
        : 'Look up the field in docs/release-format.md, which shows an example of each.',
  };
}

const FIRST_LINES: Readonly<Record<string, string>> = {
  title: 'Write a line title: "the headline exactly as lodged".',
  code: 'Write a line code: with the ASX code of the company, for example code: BHP.',
  date: 'Write a line date: with the Sydney day, for example date: 2020-07-30.',
};

function unknownField(
  key: string,
  issue: Issue,
  schema: z.ZodType,
): Pick<Problem, 'severity' | 'rule' | 'message' | 'hint'> {
  const near = nearest(key, fieldNames(schema, issue.path));
  return {
    severity: 'warning',
    rule: 'field-unknown',
    message: `${quote(key)} is not a field that the archive knows; it is left out.`,
    hint: near ? `Did you mean ${near}?` : 'Take the line out, or look up the field in docs/release-format.md.',
  };
}

/** The names that a schema takes at a path; steps through lists, variants and optional values. */
function fieldNames(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  type Definition = {
    type: string;
    innerType?: z.ZodType;
    element?: z.ZodType;
    options?: z.ZodType[];
    in?: z.ZodType;
    shape?: Record<string, z.ZodType>;
  };
  const definition = schema.def as unknown as Definition; // zod's own description of itself, read only here
  if (definition.innerType) return fieldNames(definition.innerType, path);
  if (definition.in) return fieldNames(definition.in, path);
  if (definition.options) return definition.options.flatMap((option) => fieldNames(option, path));
  if (definition.element) return fieldNames(definition.element, typeof path[0] === 'number' ? path.slice(1) : path);
  if (!definition.shape) return [];
  const [name, ...rest] = path;
  if (name === undefined) return Object.keys(definition.shape);
  const inner = definition.shape[String(name)];
  return inner ? fieldNames(inner, rest) : [];
}

/** A copy without the fields that have no value, at any depth; a group of only such fields has none itself. */
function withoutEmpty(data: object): Record<string, unknown> {
  const kept = Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    const copy = copyWithoutEmpty(value);
    const empty =
      copy === '' || (typeof copy === 'object' && !Array.isArray(copy) && Object.keys(copy ?? {}).length === 0);
    return empty ? [] : [[name, copy] as const];
  });
  return Object.fromEntries(kept);
}

function copyWithoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyWithoutEmpty);
  return typeof value === 'object' && value !== null ? withoutEmpty(value) : value;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function drop(data: Record<string, unknown>, path: readonly PropertyKey[]): void {
  const last = path.at(-1);
  const holder = valueAt(data, path.slice(0, -1));
  if (last !== undefined && typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, last);
}
