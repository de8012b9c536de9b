import { frontMatterSchema, type DraftFields, type FrontMatter } from './schema.ts';
import { writeSydneyDate, type ReleaseDate } from './sydney-time.ts';

/** What `formatRelease` needs: a release, or a draft that has no id yet and may lack its code and date. */
export type Writable = DraftFields & { readonly body: string };

/**
 * Writes a release as the text of its file, so that `parseRelease` gives it back.
 * Fields stand in the order of the schema, absent ones not at all; the text ends with one line end.
 */
export function formatRelease(release: Writable): string {
  const lines = Object.keys(frontMatterSchema.shape).flatMap(
    (name) => fieldLines(name, release[name as keyof FrontMatter]), // the shape's keys are the front matter's
  );
  const body = release.body === '' ? '' : `\n${release.body}\n`;
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

type Value =
  string | number | boolean | ReleaseDate | readonly Value[] | { readonly [name: string]: Value | undefined };

function fieldLines(name: string, value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (name === 'date') return [`date: ${writeSydneyDate(value as ReleaseDate)}`]; // the schema's only date
  // One code, type or id reads best on the line of its field.
  if (Array.isArray(value) && value.length === 1 && typeof value[0] !== 'object')
    return [`${name}: ${scalar(value[0] as string)}`];
  if (Array.isArray(value)) return [`${name}:`, ...(value as Value[]).flatMap((item) => indent(itemLines(item)))];
  if (typeof value === 'object') return [`${name}:`, ...indent(groupLines(value as Record<string, Value>))];
  return [`${name}: ${scalar(value)}`];
}

function itemLines(item: Value): string[] {
  if (typeof item !== 'object') return [`- ${scalar(item)}`];
  const group = item as Record<string, Value>;
  // An attachment of which only the name is known is written as its name.
  if (Object.keys(group).length === 1 && typeof group['file'] === 'string') return [`- ${scalar(group['file'])}`];
  return groupLines(group).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

function groupLines(group: Readonly<Record<string, Value | undefined>>): string[] {
  return Object.entries(group).flatMap(([name, value]) => fieldLines(name, value));
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** A value as YAML: plain where no reader could take it for anything else, in double quotation marks where one might. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return (PLAIN.test(value) && !LOOKS_TYPED.test(value)) || ADDRESS.test(value) ? value : quoted(value);
}

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9./_@-]*$/;
const ADDRESS = /^https?:\/\/[A-Za-z0-9./_~?&=%+#@-]+$/;
// Other readers of YAML would take these for numbers, dates, yes or no.
const LOOKS_TYPED = /^(?:\d[\d.e_o-]*|0x[\da-f_]+|0b[01_]+|true|false|null|yes|no|on|off|y|n)$/i;

/** A double-quoted YAML scalar; JSON's escapes are YAML's, and what YAML cannot print is written by number. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
