import { counted } from '../../text/counted.ts';
import { decodeWhole } from '../../text/decode-escapes.ts';
import { quoteText } from '../../text/quote.ts';
import { readHtml } from '../html/import-html.ts';
import { localPicture } from '../html/pictures.ts';
import type { Extract } from '../model/extract.ts';
import { measure } from '../model/measure.ts';
import { wordsOf } from '../model/words.ts';
import { importPlain } from './import-plain.ts';
import type { Mail, MailPart } from './mail.ts';

/**
 * The whole text of a message: of plain text and HTML the richer one, with a note on the words that only the other one has.
 * `undefined` where it has neither.
 */
export async function messageText(mail: Mail): Promise<Extract | undefined> {
  const html = mail.html === undefined ? undefined : await htmlOf(mail.html, mail.attachments);
  const plain = mail.text === undefined ? undefined : importPlain(mail.text);
  if (!html || !plain) return html ?? plain;
  const [htmlText, plainText] = [seenIn(html), mail.text?.split('\n') ?? []];
  const size = ({ lines }: Extract) => wordsOf(lines.map(({ text }) => text).join(' ')).length;
  // The HTML of some mails says only that a mail program cannot show it.
  const takesHtml = size(html) >= size(plain) * 0.7;
  return takesHtml
    ? { ...html, notes: [...html.notes, ...onlyIn('plain text', plainText, 'HTML', htmlText)] }
    : { ...plain, notes: [...plain.notes, ...onlyIn('HTML', htmlText, 'plain text', plainText)] };
}

/** The texts of a page one by one, those that are left out of it too, and what it says of its pictures. */
function seenIn({ source = [], blocks }: Extract): string[] {
  return [
    ...source.flatMap(({ texts }) => texts.map(({ text }) => text)),
    ...blocks.flatMap((block) => (block.kind === 'picture' ? [block.alt] : [])),
  ];
}

/** What a mail program writes into plain text in the place of pictures, and the addresses of links. */
const STAND_INS = /\bHYPERLINK\b(?=\s*")|\[(?:cid|image):[^\]]*\]|<?\b(?:https?:\/\/|mailto:|www\.)[^\s>)\]]+>?/gi;

function onlyIn(form: string, texts: readonly string[], taken: string, takenTexts: readonly string[]): string[] {
  const seen = [{ texts: texts.map((text) => ({ text: text.replace(STAND_INS, ' ') })) }];
  const { lost } = measure(seen, takenTexts.join(' '));
  if (lost.length === 0) return [];
  const words = lost.map((one) => one.words);
  const count = words.join(' ').split(' ').length;
  return [
    `The e-mail has its text twice, as plain text and as HTML, and they differ; the ${taken} was taken. Only the ${form} has (${counted(count, 'word')}): ${words.map(quoteText).join(', ')}. Compare with the e-mail.`,
  ];
}

function htmlOf(html: string, parts: readonly MailPart[]): Promise<Extract> {
  return readHtml(html, {
    picture: (address) => {
      const id = /^cid:(.+)$/i.exec(address)?.[1];
      if (id === undefined) return localPicture(address);
      const part = parts.find(({ contentId }) => contentId === id || contentId === decodeWhole(id));
      return part && { bytes: part.bytes, type: part.type };
    },
    prepare: markSignatures,
  });
}

/** Sets the line above a signature that plain messages have, where a mail program marks it in another way. */
function markSignatures(document: Document): void {
  for (const signature of document.querySelectorAll('.gmail_signature, .moz-signature')) {
    const line = document.createElement('p');
    line.textContent = '--';
    signature.before(line);
  }
}
