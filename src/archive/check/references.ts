import { counted } from '../../text/counted.ts';
import { inspectBody } from '../../release/inspect-body.ts';
import { lineCounter } from '../../text/line-at.ts';
import { quote } from '../../text/quote.ts';
import { windowsCharacter } from '../../text/windows-character.ts';
import type { Finding } from '../../release/problem.ts';
import { renderBody, type Resolve } from '../../release/render.ts';
import type { WholeDraft } from '../../release/schema.ts';
import type { ReleaseCheck } from './context.ts';

/**
 * References such as `&#146;` that name no character: a page would show a replacement character, or nothing, in their place.
 * Each is reported once, on the first of its lines. In code they are text, and stay.
 */
export function checkReferences({ release: { body }, report }: ReleaseCheck<WholeDraft>): void {
  const decoded = decodedReferences(body);
  if (decoded.length === 0) return;
  const lineOf = lineCounter(body);
  for (const [text, references] of Map.groupBy(decoded, (reference) => reference.text)) {
    const [first = 1, ...others] = [...new Set(references.map(({ index }) => lineOf(index)))];
    report(first, 'error', finding(text, references[0]?.code ?? 0, others.length));
  }
}

function finding(text: string, code: number, otherLines: number): Finding {
  const more = otherLines === 0 ? '' : `, on this line and ${counted(otherLines, 'more line', 'more lines')}`;
  const meant = windowsCharacter(code);
  return {
    rule: 'character-reference',
    message:
      meant === undefined
        ? `${quote(text)} names no character that a page can show${more}.`
        : `${quote(text)} is written for ${meant} in Windows${more}; on the web it names no character.`,
    hint:
      meant === undefined
        ? 'Write the character itself, or &amp; in the place of & if the signs are meant as they stand.'
        : `Write ${meant} itself.`,
  };
}

interface Reference {
  readonly index: number;
  /** As it is written. */
  readonly text: string;
  readonly code: number;
}

/** Those references to no character that are not shown to the letter, as code is. */
function decodedReferences(body: string): Reference[] {
  const wrong: Reference[] = [];
  // Each is tried as the number of a private character of its own: those that come out as such are decoded.
  const tried = body
    .replace(PRIVATE, 'xx')
    .replace(REFERENCE, (text: string, hex: string | undefined, digits: string | undefined, index: number) => {
      const code = hex === undefined ? Number(digits) : parseInt(hex, 16);
      if (isPrivate(code)) return 'x'.repeat(text.length);
      if (!isWrong(code)) return text;
      const number = String(FIRST_PRIVATE + (wrong.length % PRIVATE_COUNT));
      wrong.push({ index, text, code });
      // Markdown takes up to seven digits, or six of base 16; in a table of HTML a browser takes any number of them.
      const isLong = hex === undefined ? (digits ?? '').length > 7 : hex.length > 6;
      return `&#${isLong ? number.padStart(8, '0') : number}${text.endsWith(';') ? ';' : ''}`;
    });
  if (wrong.length === 0) return [];
  const shown = [renderBody(tried, AS_WRITTEN).html, ...inspectBody(tried).shownAsText.map(({ written }) => written)];
  const decoded = new Set(shown.flatMap((text) => [...text.matchAll(DECODED)].map(codeOf)));
  return wrong.filter((_, at) => decoded.has(FIRST_PRIVATE + (at % PRIVATE_COUNT)));
}

function codeOf([found, number]: RegExpExecArray): number {
  return number === undefined ? (decodeURIComponent(found).codePointAt(0) ?? 0) : Number(number);
}

/** A number in base 16, or digits. Browsers do without the semicolon. */
const REFERENCE = /&#(?:x([0-9a-f]+)|(\d+));?/gi;
const FIRST_PRIVATE = 0xf0000;
const PRIVATE_COUNT = 0xfffe;
const PRIVATE = /[\u{f0000}-\u{ffffd}]/gu;
/** A private character, as it stands, in an address, or as a reference that the browser decodes. */
const DECODED = /[\u{f0000}-\u{ffffd}]|%F3%B[0-9A-F]%[0-9A-F]{2}%[0-9A-F]{2}|&#0*(\d+)/gu;

const AS_WRITTEN: Resolve = { link: (target) => target, picture: (target) => target };

function isPrivate(code: number): boolean {
  return code >= FIRST_PRIVATE && code < FIRST_PRIVATE + PRIVATE_COUNT;
}

/** Zero, control characters but for tabs and line ends, halves of characters, noncharacters, and numbers beyond the last one. */
function isWrong(code: number): boolean {
  return (
    code > 0x10ffff ||
    (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xfdd0 && code <= 0xfdef) ||
    (code & 0xfffe) === 0xfffe
  );
}
