import { isDeepStrictEqual } from 'node:util';
import { parseSettings } from '../archive/settings.ts';

/** A company as `archive.yml` names it. */
export interface NamedCompany {
  readonly code: string;
  readonly name: string;
}

/**
 * The text of `archive.yml` with one more company; the rest stays as it is, to the letter.
 * `undefined` where the file is wrong, knows the code already, or is written in a form to which nothing can be added safely.
 */
export function withCompany(settings: string, { code, name }: NamedCompany): string | undefined {
  const before = parseSettings('archive.yml', settings);
  if (before.problems.some(({ severity }) => severity === 'error')) return undefined;
  const companies = before.settings.companies ?? [];
  if (companies.some((company) => company.code === code)) return undefined;
  const text = added(settings.replace(/\r\n?/g, '\n'), { code, name });
  const after = parseSettings('archive.yml', text);
  const expected = { ...before.settings, companies: [...companies, { code, name }] };
  const sorted = (list: readonly NamedCompany[]) => list.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const isWhole =
    after.problems.length === before.problems.length &&
    isDeepStrictEqual(
      { ...after.settings, companies: sorted(after.settings.companies ?? []) },
      { ...expected, companies: sorted(expected.companies) },
    );
  return isWhole ? text : undefined;
}

/** The new company goes first in the list that is there, or into a list at the end. */
function added(text: string, { code, name }: NamedCompany): string {
  const start = /^companies:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*([ \t]*)- /m.exec(text);
  if (!start) return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${entry('  ', code, name, true)}`;
  const end = start.index + start[0].length - `${start[1] ?? ''}- `.length;
  return `${text.slice(0, end)}${entry(start[1] ?? '', code, name, false)}${text.slice(end)}`;
}

function entry(indent: string, code: string, name: string, withHead: boolean): string {
  const lines = [`${indent}- code: ${code}`, `${indent}  name: ${JSON.stringify(name)}`];
  return `${withHead ? 'companies:\n' : ''}${lines.join('\n')}\n`;
}
