import { sydneyDate } from '../../release/sydney-time.ts';
import { ending, mediaType } from '../../release/file-name.ts';
import { longDay } from '../../release/day-words.ts';
import { counted } from '../../text/counted.ts';
import { quote, quoteText } from '../../text/quote.ts';
import { isAttachable } from '../file-kinds.ts';
import { linesOf, type Extract, type FileBeside } from '../model/extract.ts';
import { ImportRefusal, LockedPdf } from '../model/refusal.ts';
import type { Mail, MailPart } from './mail.ts';
import { messageText } from './message-text.ts';
import { isRelease, ownPart } from './own-part.ts';
import { parseEmail } from './parse-email.ts';
import { parseOutlook } from './parse-outlook.ts';

/** Reads a document that is attached, by what it holds. */
type ReadDocument = (name: string, bytes: Uint8Array) => Promise<Extract>;

/** A message in a message in a message. */
const MAX_MESSAGES = 5;

/**
 * Takes the release out of a message: the PDF or Word file that is attached, or else the message that is attached, or
 * else its own text. What goes beside it, and what does not, is named.
 */
export async function importMail(mail: Mail, read: ReadDocument, depth = 0): Promise<Extract> {
  const documents = mail.attachments.filter(isDocument);
  // Of a Word file and a PDF, the PDF is what was lodged.
  const document = documents.find(({ name, type }) => isPdf(name, type)) ?? documents[0];
  const messages = mail.attachments.filter(isMessage);
  const others = mail.attachments.filter((part) => part !== document);
  if (document) return fromDocument(mail, document, others, read);
  const [message] = messages;
  if (message && depth < MAX_MESSAGES) {
    const inner = await importMail(await parseMessage(message), read, depth + 1);
    const beside = await filesBeside(
      others.filter((part) => part !== message),
      inner.files?.length ?? 0,
    );
    return {
      ...inner,
      files: [...(inner.files ?? []), ...beside.files],
      notes: [
        ...mail.notes,
        `The release is the message ${quote(message.name)}, which was attached to the e-mail ${quote(mail.subject)}.`,
        ...coveringNote(await textOf(mail)),
        ...inner.notes,
        ...beside.notes,
      ],
    };
  }
  const own = await bodyOf(mail);
  const page = isRelease(own.blocks) ? undefined : await attachedRelease(mail, read);
  if (page) {
    const withoutPage = others.filter((part) => part !== page);
    return fromDocument(mail, page, withoutPage, read);
  }
  const inText = own.files ?? [];
  const beside = await filesBeside(
    others.filter(({ bytes }) => !inText.some((file) => 'bytes' in file && file.bytes === bytes)),
    inText.length,
  );
  if (own.lines.length === 0) refuseEmpty(mail, beside.files.length);
  return {
    ...own,
    files: [...(own.files ?? []), ...beside.files],
    notes: [...mail.notes, ...own.notes, ...beside.notes],
  };
}

/** The one page that is attached, where it has the marks of an announcement; the terms of a mail service are a page, too. */
async function attachedRelease({ attachments }: Mail, read: ReadDocument): Promise<MailPart | undefined> {
  const pages = attachments.filter(({ name, type }) => type === 'text/html' || /^x?html?$/.test(ending(name)));
  const [page] = pages;
  if (!page || pages.length > 1) return undefined;
  const extract = await read(page.name, page.bytes).catch((error: unknown) => {
    if (!(error instanceof ImportRefusal)) throw error;
    return undefined;
  });
  return extract && isRelease(extract.blocks) ? page : undefined;
}

/** Refuses a message that cannot be read, or has nothing to read. */
function refuseEmpty({ attachments }: Mail, files: number): void {
  if (attachments.some(({ type, bytes }) => /pkcs7-mime/.test(type) && isSignedData(bytes)))
    throw new ImportRefusal(
      'The e-mail is not encrypted, but signed in such a way that its text lies inside the signature (S/MIME), where it is not read. Open it in the mail program, copy its text into a new .txt file or print it to PDF, and import that.',
    );
  if (attachments.some(({ type }) => /pkcs7-mime|pgp-encrypted/.test(type)))
    throw new ImportRefusal(
      'The e-mail is encrypted. Open it in the mail program, copy its text into a new .txt file or print it to PDF, and import that.',
    );
  if (files === 0) throw new ImportRefusal('The e-mail has no text, and nothing that is attached can be published.');
}

/** True where the first object identifier is that of signed data (RFC 5652, 5.1). */
function isSignedData(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 32)).includes(Buffer.from('06092a864886f70d010702', 'hex'));
}

async function fromDocument(
  mail: Mail,
  document: MailPart,
  others: readonly MailPart[],
  read: ReadDocument,
): Promise<Extract> {
  const name =
    isPdf(document.name, document.type) && ending(document.name) !== 'pdf' ? `${document.name}.pdf` : document.name;
  const inner = await read(name, document.bytes).catch((error: unknown) => {
    if (!(error instanceof ImportRefusal)) throw error;
    const message = `In the e-mail, ${quote(document.name)}: ${error.message}`;
    throw error instanceof LockedPdf ? new LockedPdf(message) : new ImportRefusal(message);
  });
  const beside = await filesBeside(
    others.filter(({ inText }) => !inText),
    inner.files?.length ?? 0,
  );
  const more = others.filter(isDocument).length;
  return {
    ...inner,
    about: { ...inner.about, ...(mail.sent === undefined ? {} : { sent: sydneyDate(mail.sent).day }) },
    ...(isAttachable(name) ? { document: { name, bytes: document.bytes } } : {}),
    files: [...(inner.files ?? []), ...beside.files],
    notes: [
      ...mail.notes,
      `The release is ${quote(document.name)}, which was attached to the e-mail ${quote(mail.subject)}${mail.sent === undefined ? '' : ` of ${longDay(sydneyDate(mail.sent).day)}`}.`,
      ...(more > 0
        ? [
            `${counted(more, 'other document')} of the e-mail ${more === 1 ? 'lies' : 'lie'} beside it; where one is a release of its own, save it and import that.`,
          ]
        : []),
      ...coveringNote(await textOf(mail), others.filter(({ inText }) => inText).length),
      ...inner.notes,
      ...beside.notes,
    ],
  };
}

function coveringNote(text: string, pictures = 0): string[] {
  return [
    ...(text === '' ? [] : [`Left out the covering note of the e-mail: ${quoteText(text)}`]),
    ...(pictures === 0 ? [] : [`Left out ${counted(pictures, 'picture')} of the covering note.`]),
  ];
}

async function textOf(mail: Mail): Promise<string> {
  return ((await messageText(mail))?.lines ?? [])
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The release in a message's own text. */
async function bodyOf(mail: Mail): Promise<Extract> {
  const title = withoutPrefix(mail.subject);
  const whole = await messageText(mail);
  if (!whole)
    return { blocks: [], lines: [], about: title === '' ? {} : { title }, notes: ['The e-mail has no text.'] };
  const { blocks, forwarded, isDoubtful, notes } = ownPart(whole.blocks, mail.subject);
  const found = withoutPrefix(forwarded?.subject ?? '') || title;
  // A message may be forwarded long after it was sent.
  const published = forwarded ? forwarded.day : mail.sent === undefined ? undefined : sydneyDate(mail.sent).day;
  // What was taken off is named in full; the rest has no measure of its own.
  const { source, ...rest } = whole;
  return {
    ...rest,
    ...(source && (notes.length === 0 || (isDoubtful && !forwarded)) ? { source } : {}),
    blocks,
    lines: linesOf(blocks),
    about: {
      ...(found ? { title: found, subject: found } : {}),
      ...(published === undefined ? {} : { published }),
    },
    ...(isDoubtful ? { doubts: [MORE_THAN_THE_RELEASE] } : {}),
    notes: [...whole.notes, ...notes],
  };
}

const MORE_THAN_THE_RELEASE = {
  field: 'body',
  value: 'the text without covering notes and quoted messages',
  evidence: 'the e-mail holds another message, and it is not clear which part is the release',
};

function withoutPrefix(subject: string): string {
  return subject.replace(/^\s*(?:(?:re|fw|fwd|aw|wg)\s*:\s*)+/i, '').trim();
}

function isDocument({ name, type, inText }: MailPart): boolean {
  return !inText && (isPdf(name, type) || ending(name) === 'docx' || type.includes('wordprocessingml'));
}

/** A message that is attached, as mail programs or Outlook itself save it. */
function isMessage({ name, type }: MailPart): boolean {
  return type === 'message/rfc822' || /^(?:eml|msg)$/.test(ending(name));
}

function parseMessage({ name, bytes }: MailPart): Promise<Mail> {
  return ending(name) === 'msg' ? parseOutlook(bytes) : parseEmail(bytes);
}

/** The subject of a message that is attached, or its name where it says none or cannot be read. */
async function subjectOf(message: MailPart): Promise<string> {
  const { subject } = await parseMessage(message).catch((error: unknown) => {
    if (!(error instanceof ImportRefusal)) throw error;
    return { subject: '' };
  });
  return subject || message.name;
}

function isPdf(name: string, type: string): boolean {
  return ending(name) === 'pdf' || type === 'application/pdf';
}

/** Attached files that may be published go beside the release; the others are named. */
async function filesBeside(
  parts: readonly MailPart[],
  taken: number,
): Promise<{ files: FileBeside[]; notes: string[] }> {
  const files: FileBeside[] = [];
  const notes: string[] = [];
  for (const part of parts) {
    const { name, type, bytes } = part;
    if (isMessage(part))
      notes.push(
        `Left out the attached message ${quote(await subjectOf(part))}; where it is a release of its own, save it by itself and import that.`,
      );
    else if (/^winmail\.dat$/i.test(name) || type === 'application/ms-tnef')
      notes.push(
        'Left out winmail.dat, in which Outlook wraps formatting and attachments for itself; ask the sender to send the message as HTML or plain text, with its files attached.',
      );
    else if (mediaType(name) === undefined)
      notes.push(`Left out the attached ${quote(name)}, which is of a kind that is not published.`);
    else {
      files.push({ name: `attached-${taken + files.length + 1}.${ending(name)}`, title: name, bytes });
      notes.push(`The attached ${quote(name)} goes beside the release.`);
    }
  }
  return { files, notes };
}
