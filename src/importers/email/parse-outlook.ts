import { ending } from '../../release/file-name.ts';
import { quote } from '../../text/quote.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { ImportRefusal } from '../model/refusal.ts';
import { unpackRtf } from './rtf-compressed.ts';
import { htmlInRtf } from './rtf-html.ts';
import type { Mail, MailPart } from './mail.ts';

const RICH =
  'The message has its text as rich text alone, which is not read. Open it in Outlook, choose HTML under "Format Text", save it, or print it to PDF, and import that.';
const BROKEN =
  'It is not a message that can be read. Open it in Outlook, save it as .eml, or print it to PDF, and import that.';

/** Takes a message of Outlook's own format (`.msg`) apart. Messages in it are files of it. */
export async function parseOutlook(bytes: Uint8Array): Promise<Mail> {
  const { default: loaded } = await import('@kenjiuno/msgreader');
  // Node gives a package of the older kind as a whole, whose own default is the class.
  const MsgReader = 'default' in loaded ? (loaded.default as typeof loaded) : loaded;
  try {
    const reader = new MsgReader(Uint8Array.from(bytes).buffer);
    const data = reader.getFileData();
    if (data.error !== undefined || data.dataType !== 'msg') throw new ImportRefusal(BROKEN);
    const sent = Date.parse(data.clientSubmitTime ?? data.messageDeliveryTime ?? '');
    const rtf = data.compressedRtf ? unpackRtf(data.compressedRtf) : undefined;
    const html = data.bodyHtml ?? (data.html ? decodeHtml(data.html) : htmlInRtf(rtf ?? ''));
    if (!html?.trim() && !data.body?.trim() && data.compressedRtf) throw new ImportRefusal(RICH);
    const notes: string[] = [];
    const attachments = (data.attachments ?? []).flatMap((part): MailPart[] => {
      if (!part.innerMsgContent && part.dataId === undefined) {
        notes.push(
          `Left out the attached ${quote(part.fileName || part.name || 'file')}, which the message only leads to.`,
        );
        return [];
      }
      const { content, fileName } = reader.getAttachment(part);
      const name = fileName || part.name || 'attachment';
      const contentId = part.pidContentId;
      const inText = contentId !== undefined && (html?.includes(`cid:${contentId}`) ?? false);
      return [
        {
          name,
          type: TYPES[ending(name)] ?? '',
          bytes: content,
          ...(contentId === undefined ? {} : { contentId }),
          inText,
        },
      ];
    });
    return {
      subject: data.subject?.trim() ?? '',
      from: person(data.senderName, data.senderSmtpAddress ?? data.senderEmail),
      to: (data.recipients ?? []).map(({ name, smtpAddress, email }) => person(name, smtpAddress ?? email)).join(', '),
      ...(Number.isNaN(sent) ? {} : { sent }),
      ...(html?.trim() ? { html } : {}),
      ...(data.body?.trim() ? { text: data.body } : {}),
      attachments,
      notes,
    };
  } catch (error) {
    throw error instanceof ImportRefusal ? error : new ImportRefusal(BROKEN);
  }
}

function person(name = '', address = ''): string {
  return name === '' || name === address ? address : address === '' ? name : `${name} <${address}>`;
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};
