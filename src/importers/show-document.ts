import { ending } from '../release/file-name.ts';
import { clockTime, longDay } from '../release/day-words.ts';
import { sydneyDate } from '../release/sydney-time.ts';
import { decodeText } from '../text/decode-text.ts';
import { escapeMarkup } from '../text/markup.ts';
import { isEmail, isWebArchive } from './email/is-email.ts';
import { mailOfWebArchive } from './email/import-web-archive.ts';
import type { Mail } from './email/mail.ts';
import { parseEmail } from './email/parse-email.ts';
import { parseOutlook } from './email/parse-outlook.ts';
import { decodeHtml } from './html/decode-html.ts';
import { ownPicture, safeMarkup } from './html/safe-markup.ts';
import { wordMarkup } from './word/import-word.ts';

/**
 * A document as an import sees it, as the markup of a page's content that does nothing: a Word file, an e-mail, a saved web
 * page, or else a text. Throws `ImportRefusal` for one that cannot be read.
 */
export async function showDocument(fileName: string, bytes: Uint8Array): Promise<string> {
  const kind = ending(fileName);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  if (kind === 'docx') return safeMarkup(await wordMarkup(bytes));
  if (kind === 'msg') return mailMarkup(await parseOutlook(bytes));
  if (isWebArchive(fileName, start)) return mailBody(await mailOfWebArchive(bytes));
  if (/^x?html?$/.test(kind)) return safeMarkup(decodeHtml(bytes));
  if (['', 'txt', 'text', 'eml'].includes(kind) && isEmail(fileName, start)) return mailMarkup(await parseEmail(bytes));
  return `<pre>${escapeMarkup(decodeText(bytes).text)}</pre>`;
}

/** A message with its head, its text and the names of what is attached to it. */
async function mailMarkup(mail: Mail): Promise<string> {
  const { subject, from, to, sent, attachments } = mail;
  const at = sent === undefined ? undefined : sydneyDate(sent);
  const head = [
    ['From', from],
    ['To', to],
    ['Sent', at === undefined ? '' : `${longDay(at.day)}, ${clockTime(at.time ?? '')} (Sydney)`],
    ['Subject', subject],
    [
      'Attached',
      attachments
        .filter(({ inText }) => !inText)
        .map(({ name }) => name)
        .join(', '),
    ],
  ] as const;
  const rows = head.filter(([, value]) => value !== '');
  const table = rows.map(([name, value]) => `<tr><th>${name}</th><td>${escapeMarkup(value)}</td></tr>`).join('');
  return `<table class="head">${table}</table>${await mailBody(mail)}`;
}

async function mailBody({ html, text = '', attachments }: Mail): Promise<string> {
  if (html === undefined) return `<pre>${escapeMarkup(text)}</pre>`;
  return safeMarkup(html, (address) => {
    const id = /^cid:(.+)$/i.exec(address)?.[1];
    const part = attachments.find((one) => (id === undefined ? one.description === address : one.contentId === id));
    return ownPicture(part ? `data:${part.type};base64,${Buffer.from(part.bytes).toString('base64')}` : address);
  });
}
