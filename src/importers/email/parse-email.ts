import { isAscii, isUtf8 } from 'node:buffer';
import type { Address, Attachment } from 'postal-mime';
import { charsetIn } from '../html/decode-html.ts';
import { decodeText } from '../../text/decode-text.ts';
import { quote } from '../../text/quote.ts';
import { instantOf } from '../model/instant-of.ts';
import { ImportRefusal } from '../model/refusal.ts';
import { joinFlowed } from './import-plain.ts';
import type { Mail, MailPart } from './mail.ts';

/** Mail programs nest three or four parts. */
const MAX_DEPTH = 20;

/** Takes a saved message apart (RFC 5322, MIME). Messages in it are files of it. */
export async function parseEmail(bytes: Uint8Array): Promise<Mail> {
  const { default: PostalMime } = await import('postal-mime');
  refuseParts(bytes);
  const { text: head, flowed } = withoutFlowed(bytes);
  const { raw, notes } = rawOf(head);
  const parse = (message: Uint8Array | string) =>
    PostalMime.parse(message, { forceRfc822Attachments: true, maxNestingDepth: MAX_DEPTH });
  let email: Awaited<ReturnType<typeof parse>>;
  try {
    email = await parse(raw);
    if (typeof raw !== 'string' && `${email.html ?? ''}${email.text ?? ''}`.includes('\ufffd'))
      email = await parse(withCharset(raw, charsetIn(email.html ?? '') ?? 'windows-1252'));
  } catch (error) {
    if (error instanceof Error && /nesting depth/i.test(error.message))
      throw new ImportRefusal(
        `The e-mail has parts nested deeper than ${MAX_DEPTH}. Copy its text into a new .txt file and import that.`,
      );
    throw new ImportRefusal(
      'The e-mail is broken and cannot be read. Copy its text into a new .txt file and import that.',
    );
  }
  const written = email.headers.find(({ key }) => key === 'date' || key === 'sent')?.value ?? '';
  const sent = instantOf(written);
  // A page whose part does not say that it is one.
  const isPage = !email.html && /^\s*<(?:!doctype html|html)\b/i.test(email.text ?? '');
  const { html, text } = isPage ? { html: email.text, text: undefined } : email;
  return {
    subject: (email.subject ?? '').trim(),
    from: people(email.from ? [email.from] : []),
    to: people(email.to ?? []),
    ...(sent === undefined ? {} : { sent }),
    ...(html?.trim() ? { html } : {}),
    ...(text?.trim() ? { text: flowed ? joinFlowed(text, flowed.dropsSpace) : text } : {}),
    attachments: email.attachments.map((part, at) => partOf(part, at, email.html ?? '')),
    notes: [...notes, ...encodingNote(`${email.text ?? ''}\n${email.html ?? ''}`)],
  };
}

/** The message with its flowing lines as they were sent: the parser joins them without an eye for quotations. */
function withoutFlowed(bytes: Uint8Array): { text: Uint8Array; flowed?: { dropsSpace: boolean } } {
  const text = Buffer.from(bytes).toString('latin1');
  let dropsSpace = false;
  const fixed = text.replace(/^content-type:\s*text\/plain[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim, (field) => {
    if (!/format\s*=\s*"?flowed/i.test(field)) return field;
    dropsSpace ||= /delsp\s*=\s*"?yes/i.test(field);
    return field.replace(/(format\s*=\s*"?)flowed/i, '$1fixed');
  });
  return fixed === text ? { text: bytes } : { text: Buffer.from(fixed, 'latin1'), flowed: { dropsSpace } };
}

/** The message with an encoding for each part of text that names none: it was read as UTF-8, and is not. */
function withCharset(bytes: Uint8Array, charset: string): Uint8Array {
  const fields = /^content-type:\s*text\/(?:html|plain)(?:;[^\r\n]*)?(?:\r?\n[ \t][^\r\n]*)*/gim;
  const text = Buffer.from(bytes).toString('latin1');
  const named = text.replace(fields, (field) => (/charset/i.test(field) ? field : `${field}; charset=${charset}`));
  return Buffer.from(named, 'latin1');
}

function encodingNote(text: string): string[] {
  const sign = /â€.|Ã[\u0080-\u00bf©¼¶¤]|\ufffd/.exec(text)?.[0];
  return sign === undefined
    ? []
    : [
        `Signs such as ${quote(sign)} stand where the e-mail names another encoding than it was written in; compare it in the mail program and put them right.`,
      ];
}

function people(addresses: readonly Address[]): string {
  return addresses
    .flatMap((one) => (one.group ? one.group : [one]))
    .map(({ name, address = '' }) => (name === '' ? address : `${name} <${address}>`))
    .join(', ');
}

/** Mails have a few dozen parts; the parser takes ever longer for each. */
const MAX_PARTS = 1000;

function refuseParts(bytes: Uint8Array): void {
  const parts =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/^content-type:/gim)?.length ?? 0;
  if (parts > MAX_PARTS)
    throw new ImportRefusal(
      `The e-mail has more than 1,000 parts. Copy its text into a new .txt file and import that.`,
    );
}

/** A message without any declared encoding is read as a text file is. */
function rawOf(bytes: Uint8Array): { raw: Uint8Array | string; notes: string[] } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200_000));
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (!isWide && /charset\s*=|content-transfer-encoding:\s*(?:base64|quoted)/i.test(head))
    return { raw: withoutMailbox(inUtf8(bytes)), notes: [] };
  const { text, note } = decodeText(bytes);
  return { raw: text.replace(/^\ufeff?(?:\s*\n)*(?:From .*\n)?/, ''), notes: note === undefined ? [] : [note] };
}

/** The message with UTF-8 named where it names ASCII, has more signs than that, and all of them are UTF-8. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  if (isAscii(bytes) || !isUtf8(bytes)) return bytes;
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(
    text.replace(/^((?:content-type:|[ \t]).*\bcharset\s*=\s*"?)(?:us-)?ascii\b/gim, '$1utf-8'),
    'latin1',
  );
}

/** Without empty lines at the beginning, a byte order mark, and the line that parts messages in a mailbox. */
function withoutMailbox(bytes: Uint8Array): Uint8Array {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  return bytes.subarray(/^(?:ï»¿)?(?:\s*\n)*(?:From .*\n)?/.exec(start)?.[0].length ?? 0);
}

function partOf(part: Attachment, index: number, html: string): MailPart {
  const { content, mimeType, filename, contentId } = part;
  const id = contentId?.replace(/^<|>$/g, '');
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return {
    name: filename?.trim() || `part ${index + 1} (${mimeType})`,
    type: mimeType,
    bytes,
    ...(id === undefined ? {} : { contentId: id }),
    ...(part.description === undefined ? {} : { description: part.description }),
    inText: mimeType.startsWith('image/') && id !== undefined && html.includes(`cid:${id}`),
  };
}
