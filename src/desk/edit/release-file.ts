import { hash } from 'node:crypto';
import { readPlainFile } from '../../files/read-plain-file.ts';
import { readFrontMatter } from '../../release/front-matter.ts';
import { formatRelease } from '../../release/format.ts';
import { readFields } from '../../release/read-fields.ts';
import type { Problem } from '../../release/problem.ts';
import { draftSchema, frontMatterSchema, type DraftFields } from '../../release/schema.ts';
import { decodeUtf8 } from '../../text/decode-utf8.ts';
import { leftOut } from './left-out.ts';
import { withoutEmpty, type FormFields, type Typed } from './typed.ts';

/** A release's file as it lies on the disk. */
interface ReleaseFile {
  /** SHA-256 of its bytes. */
  readonly digest: string;
  /** What it says; absent where its front matter cannot be read, and then only an editor can mend it. */
  readonly typed?: Typed;
  /** What saving it as a form would leave out. */
  readonly leftOut?: readonly string[];
}

/** Reads the file of a release for the form; `undefined` where it is not there or lies behind a link. */
export function readReleaseFile(root: string, id: string): ReleaseFile | undefined {
  const bytes = readPlainFile(root, `${id}.md`);
  if (bytes === undefined) return undefined;
  const digest = hash('sha256', bytes);
  const text = decodeUtf8(bytes)?.replace(/\r\n?/g, '\n');
  if (text === undefined) return { digest };
  const block = readFrontMatter(text);
  if ('findings' in block) return { digest };
  const fields = block.data as FormFields; // every scalar was read as text
  const head = text.split('\n').slice(0, block.lastLine).join('\n');
  return { digest, typed: { fields, body: block.body }, leftOut: leftOut(fields, head) };
}

/** The fields of a form, typed by the schema (of a draft by that of drafts); and what is wrong with them, by field. */
function typeFields(fields: FormFields): {
  readonly value?: DraftFields;
  readonly problems: readonly Problem[];
} {
  const data = withoutEmpty(fields);
  const schema = data['draft'] === 'true' ? draftSchema : frontMatterSchema;
  return readFields('', { data, lines: new Map(), lastLine: 1 }, schema);
}

/** The text of the file that a form would be saved as, or what keeps it from being one. */
export function fileText({
  fields,
  body,
}: Typed): { readonly text: string } | { readonly problems: readonly Problem[] } {
  const { value, problems } = typeFields(fields);
  return value ? { text: formatRelease({ ...value, body: plainBody(body) }) } : { problems };
}

/** A text as files hold it: line ends of one kind, no empty lines around it. */
export function plainBody(body: string): string {
  return body
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
