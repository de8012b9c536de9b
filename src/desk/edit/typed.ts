import { z } from 'zod';

/** A value as the form holds it: a text, a list or a group of fields; nothing is typed yet. */
export type FormValue = string | readonly FormValue[] | { readonly [name: string]: FormValue };

/** The fields of a release as texts, by their names. */
export type FormFields = { readonly [name: string]: FormValue };

/** A release as it stands in the form. */
export interface Typed {
  readonly fields: FormFields;
  /** The text as Markdown. */
  readonly body: string;
}

const formValue: z.ZodType<FormValue> = z.lazy(() =>
  z.union([z.string(), z.array(formValue), z.record(z.string(), formValue)]),
);

/** What a page of the desk sends of a release. */
export const typedSchema = z.object({ fields: z.record(z.string(), formValue), body: z.string() });

/** Fields without empty texts, and without the lists and groups that hold nothing else. */
export function withoutEmpty(fields: FormFields): FormFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const kept = filled(value);
      return kept === undefined ? [] : [[name, kept] as const];
    }),
  );
}

function filled(value: FormValue): FormValue | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (isList(value)) {
    const items = value.map(filled).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  const group = withoutEmpty(value);
  return Object.keys(group).length === 0 ? undefined : group;
}

export function isList(value: FormValue): value is readonly FormValue[] {
  return Array.isArray(value);
}

/** The names of the files beside a release that its form names. */
export function attachedFiles(fields: FormFields): string[] {
  const value = fields['attachments'];
  if (value === undefined) return [];
  return (isList(value) ? value : [value]).flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    const { file } = isList(entry) ? {} : entry; // neither a text nor a list
    return typeof file === 'string' ? [file] : [];
  });
}
