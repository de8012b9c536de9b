import type { Contact } from '../release/schema.ts';
import type { Line } from './document.ts';
import type { Guess } from './guess.ts';

const AUTHORISED =
  /\b(?:announcement|release|document|report|statement|notice|presentation)\b[^.]{0,60}?\b(?:authori[sz]ed|approved)\b(?:\s+(?:and|for|to|be|release|released|lodgement|issue|publication|given|the|asx|market|ASX Limited|on|platform|approved|authori[sz]ed))*\s+by:?\s*(.*)$|^(?:approved and )?authori[sz]ed (?:for|and approved for) (?:release|lodgement|issue|publication)\b[^.]{0,40}?\bby:?\s*(.*)$/i;

/** Who authorised the release: the words behind "authorised for release by", up to the end of the sentence (Listing Rule 15.5). `undefined` where nobody is named. */
export function guessAuthoriser(lines: readonly Line[]): Guess | undefined {
  for (const [index, line] of lines.entries()) {
    // The sentence is short; a line without an end must not keep the search busy.
    const at = line.text.search(/\b(?:authori[sz]ed|approved)\b/i);
    const match = at === -1 ? null : AUTHORISED.exec(line.text.slice(Math.max(0, at - 100), at + 400));
    if (!match) continue;
    const rest = (match[1] ?? match[2] ?? '').trim();
    // Behind a colon the name stands on the lines below, with the person's office.
    const value = sentence(rest !== '' ? rest : namesBelow(lines, index));
    if (value.length >= 4 && value.length <= 160) return { value, evidence: shorten(line.text), confidence: 'likely' };
  }
  return undefined;
}

function namesBelow(lines: readonly Line[], index: number): string {
  const [name, office] = lines.slice(index + 1, index + 3).map((line) => line.text.trim());
  if (name === undefined || !isName(name))
    return name !== undefined && /\b(?:board|directors?|secretary|committee)\b/i.test(name) ? name : '';
  return office !== undefined && isOffice(office) ? `${name}, ${office}` : name;
}

/** Up to the end of the sentence; the point of an abbreviation such as `Ltd.` or `A.` does not end it. */
function sentence(text: string): string {
  const end = /(?<!\b(?:Mr|Mrs|Ms|Dr|Ltd|Pty|Co|Inc|No|[A-Z]))\.(?:\s|$)/.exec(text);
  return (end ? text.slice(0, end.index) : text).replace(/[\s,;:–-]+$/, '').trim();
}

const HEADING =
  /^(?:media |investor |further |general |company |corporate )*(?:contacts?|enquiries|inquiries)(?: details)?:?$|^for (?:further|more|additional) (?:information|details).{0,40}$|^(?:further information|contact details|.{0,40}(?:relations|investor|media) contacts?):?$/i;
const EMAIL = /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/;
const PHONE = /(?:\+?\d[\d\s()-]{6,18}\d)/;

/** The people below a heading such as "Contact details": those with a name and a telephone number or an e-mail address. `undefined` where there are none. */
export function guessContacts(lines: readonly Line[]): Guess<Contact[]> | undefined {
  const start = lines.findIndex((line) => HEADING.test(line.text.trim()));
  if (start === -1) return undefined;
  const contacts: Contact[] = [];
  let open: { name: string; title?: string; phone?: string; email?: string } | undefined;
  for (const { text } of lines.slice(start + 1, start + 31)) {
    const line = text.trim();
    // The text goes on, and a line without an end must not keep the search busy.
    if (line.length > 400) break;
    const email = EMAIL.exec(line)?.[0];
    const phone = /\b(?:fax|abn|acn)\b/i.test(line) ? undefined : PHONE.exec(line)?.[0].trim();
    if (email && open) open.email ??= email;
    if (phone && open && line.length < 60) open.phone ??= phone;
    if (email || phone) continue;
    if (isName(line)) {
      if (open && (open.phone || open.email)) contacts.push(open);
      open = { name: line };
    } else if (open && isOffice(line) && !open.phone && !open.email) open.title ??= line;
    else if (line.length > 90) break; // the text goes on
  }
  if (open && (open.phone || open.email)) contacts.push(open);
  return contacts.length > 0
    ? { value: contacts, evidence: lines[start]?.text ?? '', confidence: 'likely' }
    : undefined;
}

/** Two to four capitalised words that are no company, place or office. */
function isName(text: string): boolean {
  return (
    /^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?(?:\p{Lu}[\p{Ll}\p{Lu}'’-]*\.?)(?: (?:\p{Lu}[\p{L}'’-]*\.?|de|van|von|der|la|le)){1,3}$/u.test(
      text,
    ) &&
    !isOffice(text) &&
    !/\b(?:limited|ltd|plc|inc|australia|asia|europe|america|africa|sydney|melbourne|perth|brisbane|street|road|group|bank|email|phone|mobile|office|registered|further|contact|the)\b/i.test(
      text,
    )
  );
}

function isOffice(text: string): boolean {
  return (
    text.length <= 90 &&
    /\b(?:director|officer|chair|chairman|chairwoman|chairperson|secretary|manager|relations|counsel|president|executive|treasurer|ceo|cfo|coo|head of|communications|affairs|advisor|adviser)\b/i.test(
      text,
    ) &&
    !/[.!?]$/.test(text)
  );
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
