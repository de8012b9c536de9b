import type { Contact } from '../../release/schema.ts';
import type { Line } from '../model/extract.ts';
import type { Guess } from './guess.ts';
import { isName, isOffice } from './names.ts';

const HEADING =
  /^(?:media |investors? |further |general |company |corporate |shareholder |and |& )*(?:contacts?|enquiries|inquiries)(?: details| information| us)?:?$|^for (?:further|more|additional) (?:information|details).{0,60}$|^(?:further information|contact details|.{0,40}(?:relations|investors?|media) contacts?):?$|^contacts?:? (?:media|investors?)\b.{0,40}$/i;
const DEPARTMENT =
  /^(?:(?:media|investors?|corporate|shareholders?|public|analysts?)(?: (?:and|&) | )?)+(?:relations|enquiries|inquiries|contacts?|affairs)?:?$/i;
const EMAIL = /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/;
const PHONE = /(?:\+|\b)\(?\d[\d\s()-]{6,18}\d/;

type Open = { name: string; title?: string; phone?: string; email?: string };

/**
 * The people below a heading such as "Contact details" or "CONTACTS" with "Media and Investor Relations": those with a name
 * and a telephone number or an e-mail address. `undefined` where there are none.
 */
export function guessContacts(lines: readonly Line[]): Guess<Contact[]> | undefined {
  for (const [start, line] of lines.entries()) {
    if (!HEADING.test(line.text.trim())) continue;
    const contacts = peopleIn(lines.slice(start + 1, start + 31));
    if (contacts.length > 0) return { value: contacts, evidence: line.text, confidence: 'likely' };
  }
  return undefined;
}

function peopleIn(lines: readonly Line[]): Contact[] {
  const contacts: Contact[] = [];
  let open: Open | undefined;
  const close = () => {
    if (open && (open.phone !== undefined || open.email !== undefined)) contacts.push(open);
    open = undefined;
  };
  for (const { text, running } of lines) {
    const line = text.trim();
    if (running) continue;
    // The text goes on, and a line without an end must not keep the search busy.
    if (line.length > 400 || /^(?:about\b|forward[- ]looking|competent person|disclaimer|ends$|-ends-$)/i.test(line))
      break;
    const email = EMAIL.exec(line)?.[0];
    const phone = /\b(?:fax|facsimile|abn|acn)\b/i.test(line) ? undefined : PHONE.exec(line)?.[0].trim();
    const rest = restOf(line, email, phone);
    const named = nameIn(rest);
    if (named) {
      close();
      open = named;
    } else if (open && rest !== '' && isOffice(rest) && open.phone === undefined && open.email === undefined)
      open.title ??= rest;
    else if (email === undefined && phone === undefined && line.length > 90) break;
    // A department's own number is of no person before it.
    else if (DEPARTMENT.test(line)) close();
    if (open && email !== undefined) open.email ??= email;
    if (open && phone !== undefined && line.length < 120) open.phone ??= phone;
  }
  close();
  return contacts;
}

/** A line without its number, its address and their labels. */
function restOf(line: string, email: string | undefined, phone: string | undefined): string {
  return [email, phone]
    .reduce((text: string, part) => (part === undefined ? text : text.replace(part, ' ')), line)
    .replace(/\b(?:tel|telephone|phone|ph|mobile|mob|cell|e-?mail|direct|m|t|p|e)\b\s*[:.]?(?=\s|$)/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s|,;:/–-]+|[\s|,;:/–-]+$/g, '');
}

/** `Jo Bloggs`, `Jo Bloggs, Managing Director`, `Jo Bloggs – Company Secretary`, `Managing Director: Jo Bloggs`. */
function nameIn(text: string): Open | undefined {
  if (isName(text)) return { name: text };
  const parts = text.split(/\s*[,|:]\s*|\s+[–—-]\s+/).filter(Boolean);
  const [first = '', second = '', ...more] = parts;
  if (more.length > 1) return undefined;
  if (isName(first) && isOffice(second)) return { name: first, title: [second, ...more].join(', ') };
  return isOffice(first) && isName(second) && more.length === 0 ? { name: second, title: first } : undefined;
}
