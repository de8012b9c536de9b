import type { z } from 'zod';
import { listed } from '../text/listed.ts';
import { nearest } from '../text/nearest.ts';
import { quote } from '../text/quote.ts';
import type { Problem } from './problem.ts';

/** A name without what people write otherwise: capitals, spaces, hyphens. `Authorised By` is `authorisedBy`. */
export function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_\u00a0-]+/g, '');
}

/** All names that differ from the archive's own by their letter case or signs alone, in one problem at the first of them. */
export function spellingProblem(
  names: ReadonlyMap<string, { readonly written: string; readonly line: number; readonly field: string }>,
): Omit<Problem, 'file'> {
  const found = [...names].toSorted(([, a], [, b]) => a.line - b.line);
  const { line = 1, field = '' } = found[0]?.[1] ?? {};
  const written = [...new Set(found.map(([, one]) => quote(one.written)))];
  const meant = [...new Set(found.map(([path]) => path.split('.').at(-1) ?? path))];
  return {
    line,
    field,
    severity: 'error',
    rule: 'field-spelling',
    message: `The archive cannot read the field ${written.length === 1 ? 'name' : 'names'} ${listed(written, 'and')}: capital letters, spaces and hyphens must be right.`,
    hint: `Write ${listed(meant, 'and')}, exactly so.`,
  };
}

/** What people call the fields elsewhere. */
const SYNONYMS: Readonly<Record<string, string>> = {
  url: 'site',
  address: 'site',
  baseurl: 'site',
  name: 'title',
  headline: 'title',
  heading: 'title',
  subject: 'title',
  asxcode: 'code',
  ticker: 'code',
  symbol: 'code',
  company: 'code',
  time: 'date',
  datetime: 'date',
  published: 'date',
  publishdate: 'date',
  publisheddate: 'date',
  announced: 'date',
  lodged: 'date',
  released: 'date',
  releasedate: 'date',
  day: 'date',
  category: 'types',
  categories: 'types',
  tags: 'types',
  announcementtype: 'types',
  sensitive: 'priceSensitive',
  marketsensitive: 'priceSensitive',
  description: 'summary',
  excerpt: 'summary',
  abstract: 'summary',
  approvedby: 'authorisedBy',
  authorizedby: 'authorisedBy',
  pdf: 'attachments',
  file: 'attachments',
  files: 'attachments',
  document: 'attachments',
  documents: 'attachments',
  attachment: 'attachments',
  attach: 'attachments',
  lang: 'language',
  locale: 'language',
  permalink: 'aliases',
  redirectfrom: 'aliases',
  redirects: 'aliases',
};

/** What to say of a field that no schema knows: the one that is meant, where its name tells. */
export function unknownField(
  key: string,
  names: readonly string[],
): Pick<Problem, 'severity' | 'rule' | 'message' | 'hint'> {
  const synonym = SYNONYMS[fold(key)];
  const near = synonym !== undefined && names.includes(synonym) ? synonym : nearest(key, names);
  return {
    severity: 'warning',
    rule: 'field-unknown',
    message: `${quote(key)} is not a field that the archive knows; it is left out.`,
    hint:
      fold(key) === 'time' && near === 'date'
        ? 'Write the time behind the day in the field date: 2020-07-30 09:15.'
        : /^authors?$/.test(fold(key)) && names.includes('authorisedBy')
          ? 'Take the line out; if it names who authorised the release, write authorisedBy.'
          : near
            ? `Did you mean ${near}?`
            : 'Take the line out, or look up the field in docs/release-format.md.',
  };
}

/** What to say of a field that another form of the same entry has: a document kept elsewhere has `url`, one beside its release `file`. */
export function otherVariant(key: string, entry: unknown): Pick<Problem, 'severity' | 'rule' | 'message' | 'hint'> {
  const first = Object.keys(entry ?? {}).find((name) => name !== key) ?? key;
  return {
    severity: 'error',
    rule: 'field-form',
    message: `An entry that has ${quote(first)} has no ${quote(key)}.`,
    hint: 'Take one of the two lines out, or make two entries of it.',
  };
}

/** The names that a schema takes at a path; steps through lists, variants and optional values. */
export function fieldNames(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
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
