import type { z } from 'zod';
import { explainIssue, innermostIssues } from './field-issues.ts';
import { fieldNames, fold, otherVariant, spellingProblem, unknownField } from './field-names.ts';
import type { FrontMatterBlock } from './front-matter.ts';
import { compareProblems, type Problem } from './problem.ts';
import { unpublishedField } from './unpublished.ts';
import type { YamlHolder } from './yaml-fault.ts';

/**
 * Types the fields of a front matter (or of `archive.yml`) by a schema.
 * Unknown fields are warnings with the nearest known name, and left out; a field without a value counts as absent.
 */
export function readFields<T extends z.ZodType>(
  file: string,
  block: Pick<FrontMatterBlock, 'data' | 'lines' | 'lastLine'>,
  schema: T,
  holder: YamlHolder = 'the front matter',
): { readonly value?: z.output<T>; readonly problems: readonly Problem[] } {
  const data = { ...withoutEmpty(block.data), ...braces(block.data, schema) };
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
  const unknown = (result.error?.issues ?? [])
    .flatMap(innermostIssues)
    .filter((issue) => issue.code === 'unrecognized_keys');
  const misspelt = new Map<string, { readonly written: string; readonly line: number; readonly field: string }>();
  for (const issue of unknown) {
    const names = fieldNames(schema, issue.path);
    for (const key of issue.keys) {
      const at = place([...issue.path, key]);
      const meant = names.find((name) => fold(name) === fold(key));
      if (meant === key) problems.push({ file, ...at, ...otherVariant(key, valueAt(data, issue.path)) });
      else if (meant === undefined) {
        const unpublished =
          issue.path.length === 0 && names.includes('draft') ? unpublishedField(key, data) : undefined;
        problems.push({ file, ...at, ...(unpublished ?? unknownField(key, names)) });
      } else misspelt.set([...issue.path, meant].join('.'), { written: key, ...at });
      drop(data, [...issue.path, key]);
    }
  }
  if (misspelt.size > 0) problems.push({ file, ...spellingProblem(misspelt) });
  if (unknown.length > 0) result = schema.safeParse(data);
  for (const issue of (result.error?.issues ?? []).flatMap(innermostIssues)) {
    // What is missing stands there under another spelling, and that is said.
    if (misspelt.has(issue.path.join('.')) && valueAt(data, issue.path) === undefined) continue;
    problems.push({ file, ...place(issue.path), ...explainIssue(issue, valueAt(data, issue.path), holder) });
  }
  const sorted = problems.toSorted(compareProblems);
  const isRefused = sorted.some(({ severity }) => severity === 'error');
  return result.success && !isRefused ? { value: result.data, problems: sorted } : { problems: sorted };
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

/** Texts in braces, which YAML takes for names without values: `title: {Amended}`. They are of another form, not empty. */
function braces(data: object, schema: z.ZodType): Record<string, unknown> {
  const names = fieldNames(schema, []);
  const isGroup = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
  return Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) => isGroup(value) && names.includes(name) && fieldNames(schema, [name]).length === 0,
    ),
  );
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
