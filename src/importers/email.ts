import { sydneyDate } from '../release/sydney-time.ts';
import type { About } from './document.ts';
import { ImportRefusal } from './refusal.ts';

interface Email {
  readonly body: string;
  readonly about: About;
  readonly notes: readonly string[];
}

/** Mail programs nest three or four parts. */
const MAX_DEPTH = 20;

const HEADER =
  /^(from|to|cc|bcc|subject|date|sent|reply-to|sender|received|return-path|message-id|mime-version|content-type|content-transfer-encoding|importance|attachments|x-[a-z-]+|dkim-signature|thread-[a-z]+|in-reply-to|references|delivered-to)\s*:/i;

/** True when a text begins with the lines of an e-mail's head: a Subject, and From, To, Date or Sent. */
export function isEmail(text: string): boolean {
  const head = headLines(text);
  const known = ['from', 'to', 'subject', 'date', 'sent'].filter((name) => head.fields.has(name));
  return known.length >= 2 && head.fields.has('subject');
}

/**
 * Takes an e-mail apart (RFC 5322, MIME by RFC 2045 to 2047): its subject, its Sydney day, and its text without the head and the signature below `-- `.
 * Quoted-printable and Base64 are read only where the head names them; else every sign stays as it is.
 */
export function readEmail(text: string): Email {
  const { fields, rest } = headLines(text);
  const notes: string[] = [];
  const part = textPart(fields, rest);
  const [body = '', ...signature] = part.split(/\n-- ?\n/);
  if (signature.length > 0) notes.push('The signature below the line "-- " was left out.');
  const subject = decodeWords(fields.get('subject') ?? '')
    .replace(/^\s*(?:(?:re|fw|fwd|aw|wg)\s*:\s*)+/i, '')
    .trim();
  const sent = Date.parse(fields.get('date') ?? fields.get('sent') ?? '');
  const zoned = /[+-]\d{4}|GMT|UTC|Z$/.test(fields.get('date') ?? '');
  return {
    body,
    about: {
      ...(subject ? { title: subject } : {}),
      // Without its zone the moment could be of another day.
      ...(zoned && !Number.isNaN(sent) ? { published: sydneyDate(sent).day } : {}),
    },
    notes,
  };
}

function headLines(text: string): { fields: Map<string, string>; rest: string } {
  const lines = text.replace(/^\n+/, '').split('\n');
  const fields = new Map<string, string>();
  let name: string | undefined;
  let index = 0;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const field = HEADER.exec(line);
    if (field) {
      name = field[1]?.toLowerCase() ?? '';
      if (!fields.has(name)) fields.set(name, line.slice(field[0].length).trim());
    } else if (name !== undefined && /^\s+\S/.test(line)) {
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
    } else break;
  }
  return { fields, rest: lines.slice(index).join('\n') };
}

/** The plain text of a message: the whole body, or its first text part. */
function textPart(fields: ReadonlyMap<string, string>, rest: string, depth = 0): string {
  if (depth > MAX_DEPTH)
    throw new ImportRefusal(
      `The e-mail has parts nested deeper than ${MAX_DEPTH}. Copy its text into a new .txt file and import that.`,
    );
  const boundary = /boundary="?([^";]+)"?/i.exec(fields.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return decodeBody(fields, rest);
  for (const part of rest.split(`--${boundary}`).slice(1)) {
    const inner = headLines(part);
    if (/^multipart\//i.test(inner.fields.get('content-type') ?? ''))
      return textPart(inner.fields, inner.rest, depth + 1);
    if (/^text\/plain/i.test(inner.fields.get('content-type') ?? 'text/plain'))
      return decodeBody(inner.fields, inner.rest);
  }
  return rest;
}

function decodeBody(fields: ReadonlyMap<string, string>, body: string): string {
  const encoding = fields.get('content-transfer-encoding')?.toLowerCase() ?? '';
  const charset = /charset="?([\w-]+)"?/i.exec(fields.get('content-type') ?? '')?.[1] ?? 'utf-8';
  if (encoding === 'quoted-printable')
    return decodeBytes(quotedPrintable(body.replace(/(?<![ \t])[ \t]+\n/g, '\n').replace(/=\n/g, '')), charset, body);
  if (encoding === 'base64')
    return decodeBytes(Uint8Array.from(Buffer.from(body, 'base64')), charset, body).replace(/\r\n?/g, '\n');
  return body;
}

/** Subjects with other than English letters: `=?utf-8?B?…?=` (RFC 2047). */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, (whole, charset: string, kind: string, data: string) =>
      decodeBytes(
        kind.toLowerCase() === 'b'
          ? Uint8Array.from(Buffer.from(data, 'base64'))
          : quotedPrintable(data.replaceAll('_', ' ')),
        charset,
        whole,
      ),
    );
}

function quotedPrintable(text: string): Uint8Array {
  const bytes: number[] = [];
  const encoded = new TextEncoder().encode(text);
  for (let index = 0; index < encoded.length; index++) {
    const code = encoded[index] ?? 0;
    const hex = code === 0x3d ? String.fromCharCode(encoded[index + 1] ?? 0, encoded[index + 2] ?? 0) : '';
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(parseInt(hex, 16));
      index += 2;
    } else bytes.push(code);
  }
  return Uint8Array.from(bytes);
}

/** Text from bytes in a named encoding, or the text as it came when the encoding is unknown or the bytes are not in it. */
function decodeBytes(bytes: Uint8Array, charset: string, asItCame: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return asItCame;
  }
}
