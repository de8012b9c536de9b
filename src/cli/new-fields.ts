import { plainCodes, plainDate } from '../drafts/plain-values.ts';
import { readFields } from '../release/read-fields.ts';
import type { Finding } from '../release/problem.ts';
import { frontMatterSchema, type FrontMatter } from '../release/schema.ts';
import { plainType } from '../release/type-finding.ts';
import { readArguments } from './command.ts';
import { UsageError } from '../build/failure.ts';

/** What was given or answered, as texts: a front matter before it is typed. */
export interface NewFields {
  readonly title?: string;
  readonly code?: readonly string[];
  readonly date?: string;
  readonly types?: readonly string[];
  readonly priceSensitive?: string;
  readonly authorisedBy?: string;
  readonly contacts?: readonly { readonly [name: string]: string | undefined }[];
  readonly draft?: string;
  readonly [other: string]: unknown;
}

/**
 * Reads the flags of `npm run new`; `text` names the file that holds the release's text,
 * `document` the announcement as lodged. `today` is Sydney's day.
 */
export function fieldsOfFlags(
  args: readonly string[],
  today: string,
): {
  readonly fields: NewFields;
  readonly text: string | undefined;
  readonly document: string | undefined;
} {
  const { values, positionals } = readArguments(args, FLAGS);
  if (positionals[0] !== undefined) {
    throw new UsageError(`"${positionals[0]}" stands alone; every value comes after its flag, as in --title "…".`);
  }
  const flag = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : String(value));
  const fields = {
    title: values.title,
    code: values.code?.flatMap(plainCodes),
    date: values.date === undefined ? undefined : plainDate(values.date, today),
    types: list(values.type)?.map(plainType),
    typedBy: values['typed-by'],
    priceSensitive: flag(values['price-sensitive']),
    summary: values.summary,
    authorisedBy: values['authorised-by'],
    contacts: wrapped({
      name: values['contact-name'],
      title: values['contact-title'],
      phone: values['contact-phone'],
      email: values['contact-email'],
    }),
    source: wrapped({
      url: values['source-url'],
      exchangeUrl: values['exchange-url'],
      exchangeId: values['exchange-id'],
      retrieved: values.retrieved,
    })?.[0],
    attachments: values.attachment,
    corrects: values.corrects?.map((release) => ({ release, kind: values.kind })),
    related: values.related,
    aliases: values.alias,
    language: values.language,
    draft: values.draft === true ? 'true' : undefined,
  };
  return { fields: withoutAbsent(fields), text: values.text, document: values.document };
}

const FLAGS = {
  title: { type: 'string' },
  code: { type: 'string', multiple: true },
  date: { type: 'string' },
  type: { type: 'string', multiple: true },
  'typed-by': { type: 'string' },
  'price-sensitive': { type: 'boolean' },
  summary: { type: 'string' },
  'authorised-by': { type: 'string' },
  'contact-name': { type: 'string' },
  'contact-title': { type: 'string' },
  'contact-phone': { type: 'string' },
  'contact-email': { type: 'string' },
  'source-url': { type: 'string' },
  'exchange-url': { type: 'string' },
  'exchange-id': { type: 'string' },
  retrieved: { type: 'string' },
  document: { type: 'string' },
  attachment: { type: 'string', multiple: true },
  corrects: { type: 'string', multiple: true },
  kind: { type: 'string', default: 'correction' },
  related: { type: 'string', multiple: true },
  alias: { type: 'string', multiple: true },
  language: { type: 'string' },
  draft: { type: 'boolean' },
  text: { type: 'string' },
} as const;

/** Types the fields by the schema, or throws a `UsageError` that names every wrong one by its flag. */
export function frontMatterOf(fields: NewFields): FrontMatter {
  const { value, problems } = readFields('', { data: fields, lines: new Map(), lastLine: 1 }, frontMatterSchema);
  if (value) return value;
  throw new UsageError(
    problems.map(({ field = '', message, hint }) => `${flagOf(field)}: ${message} ${hint}`).join('\n'),
  );
}

/** A field that a question asks for. */
export type AskedField = keyof typeof frontMatterSchema.shape;

/** What is wrong with an answer that is needed, in sentences; `undefined` when nothing is. */
export function complaint(name: AskedField, value: unknown): string | undefined {
  const empty = typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
  if (value === undefined || empty) return 'An answer is needed here.';
  const finding = fieldFinding(name, typeof value === 'string' ? value.trim() : value);
  return finding && `${finding.message} ${finding.hint}`;
}

/** What is wrong with one answer, or `undefined`. */
function fieldFinding(name: AskedField, value: unknown): Finding | undefined {
  const { problems } = readFields(
    '',
    { data: { title: 'x', code: 'XMX', date: '2020-07-30', [name]: value }, lines: new Map(), lastLine: 1 },
    frontMatterSchema,
  );
  return problems[0];
}

const FIELD_FLAGS: Readonly<Record<string, string>> = {
  types: 'type',
  'source.url': 'source-url',
  corrects: 'corrects',
  attachments: 'attachment',
  aliases: 'alias',
};

/** The flag of a field: `--contact-email` of `contacts.0.email`, `--type` of `types.1`, `--text` where there is no field. */
export function flagOf(field: string): string {
  const names = field.split('.').filter((name) => !/^\d+$/.test(name));
  const [first = '', second] = names;
  if (first === '') return '--text';
  const known = FIELD_FLAGS[names.join('.')] ?? FIELD_FLAGS[first];
  if (known !== undefined) return `--${first === 'corrects' && second === 'kind' ? 'kind' : known}`;
  const name = first === 'contacts' && second !== undefined ? `contact-${second}` : (second ?? first);
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `--type a,b` and `--type a --type b` are the same. */
function list(given: readonly string[] | undefined): string[] | undefined {
  const items = given?.flatMap((value) => value.split(',')).map((item) => item.trim());
  return items?.filter((item) => item !== '');
}

function wrapped<T extends object>(group: T): T[] | undefined {
  return Object.values(group).some((value) => value !== undefined) ? [withoutAbsent(group) as T] : undefined;
}

function withoutAbsent<T extends object>(group: T): Present<T> {
  const present = Object.entries(group).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Present<T>; // the same fields, fewer of them
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };
