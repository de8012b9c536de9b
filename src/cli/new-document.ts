import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isAttachable, MAX_BYTES } from '../importers/file-kinds.ts';
import { ending, mediaTypes } from '../release/file-name.ts';
import { quote } from '../text/quote.ts';

/** The document of a new release, which is copied beside it. */
export interface NewDocument {
  /** Its ending in small letters, without the dot. */
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/** Reads a document by its path as a person gives it, or says in sentences why it cannot be taken. */
export function readDocument(written: string, folder: string): NewDocument | string {
  const file = path.resolve(folder, plainPath(written));
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return `There is no file ${quote(written)}. Write its path from ${folder}, or the whole path.`;
  if (!found.isFile()) return `${quote(written)} is not a file. Name the document itself.`;
  if (!isAttachable(file))
    return `${quote(written)} is of a kind that the archive does not publish. Save it as PDF, or give one of: ${[...mediaTypes.keys()].join(', ')}.`;
  if (found.size > MAX_BYTES)
    return `${quote(written)} has more than ${MAX_BYTES / 1024 / 1024} MB. Keep it elsewhere and write its address into attachments.`;
  return { kind: ending(file), bytes: readFileSync(file) };
}

/** A path that a file manager has dropped into the terminal stands in quotation marks, or with backslashes before spaces. */
function plainPath(written: string): string {
  const text = written.trim();
  const quoted = /^(["'])(.*)\1$/.exec(text)?.[2];
  if (quoted !== undefined) return quoted;
  return path.sep === '/' ? text.replace(/\\([ ()'"&])/g, '$1') : text;
}
