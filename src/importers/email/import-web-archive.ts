import { isWebAddress } from '../../release/field-kinds.ts';
import { decodeEscapes } from '../../text/decode-escapes.ts';
import { readHtml } from '../html/import-html.ts';
import { localPicture } from '../html/pictures.ts';
import type { Extract } from '../model/extract.ts';
import { ImportRefusal } from '../model/refusal.ts';
import type { Mail, MailPart } from './mail.ts';
import { parseEmail } from './parse-email.ts';

/**
 * Takes the text out of a page that was saved as one file (`.mht`, `.mhtml`), with the pictures in it. Pages in frames of the
 * page are left out.
 */
export async function importWebArchive(bytes: Uint8Array): Promise<Extract> {
  // Byte by byte: to a TextDecoder latin1 means Windows-1252.
  const text = Buffer.from(bytes).toString('latin1');
  const address = /^(?:snapshot-)?content-location:\s*(\S+)/im.exec(text)?.[1] ?? '';
  const { mail, pages } = await takeApart(text);
  if (mail.html === undefined)
    throw new ImportRefusal('The file holds no page. Save the page again as "Web page, complete", and import that.');
  const parts = new Map(
    mail.attachments.flatMap((part) =>
      [part.description, part.contentId && `cid:${part.contentId}`].flatMap((key) =>
        key ? [[key, part] as const] : [],
      ),
    ),
  );
  const partAt = (written: string) => {
    const whole = URL.canParse(written, address) ? new URL(written, address).href : written;
    return parts.get(written) ?? parts.get(whole) ?? parts.get(decodeEscapes(whole));
  };
  const extract = await readHtml(mail.html, {
    ...(isWebAddress(address) ? { url: address } : {}),
    prepare: (document) => {
      insertStyleSheets(document, partAt);
    },
    picture: (written) => {
      const part = partAt(written);
      return part
        ? { bytes: part.bytes, type: part.type }
        : localPicture(written.startsWith('data:') ? written : 'https:');
    },
  });
  const frames = pages - 1;
  return frames > 0
    ? {
        ...extract,
        notes: [...extract.notes, `Left out ${frames === 1 ? 'a page' : `${frames} pages`} in a frame of the page.`],
      }
    : extract;
}

/** Puts the style sheets that the file holds into the page, in the places of the links to them. */
function insertStyleSheets(document: Document, partAt: (address: string) => MailPart | undefined): void {
  for (const link of [...document.querySelectorAll('link[rel="stylesheet"]')]) {
    const part = partAt(link.getAttribute('href') ?? '');
    if (part?.type !== 'text/css' || link.getAttribute('media') === 'print') continue;
    const style = document.createElement('style');
    style.textContent = new TextDecoder().decode(part.bytes);
    link.replaceWith(style);
  }
}

/** The same page as a message: its pictures are attached, each with its address as description. */
export async function mailOfWebArchive(bytes: Uint8Array): Promise<Mail> {
  return (await takeApart(Buffer.from(bytes).toString('latin1'))).mail;
}

async function takeApart(text: string): Promise<{ readonly mail: Mail; readonly pages: number }> {
  let pages = 0;
  const prepared = text
    // The parser tells the description of a part, not its address.
    .replace(/^content-location:/gim, 'Content-Description:')
    // Only the first page is the page itself.
    .replace(/^content-type:\s*text\/html/gim, (field) =>
      pages++ === 0 ? field : `Content-Disposition: attachment\r\n${field}`,
    );
  return { mail: await parseEmail(Buffer.from(prepared, 'latin1')), pages };
}
