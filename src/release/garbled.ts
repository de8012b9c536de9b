import { decodeUtf8 } from '../text/decode-utf8.ts';
import { quote } from '../text/quote.ts';
import type { Finding } from './problem.ts';

/** Characters that were lost or changed on the way into a text: the first of them, with its place. */
export function garbled(text: string): (Finding & { readonly index: number }) | undefined {
  const leftover = LEFTOVER.exec(text);
  if (leftover) {
    return {
      index: leftover.index,
      rule: 'text-garbled',
      message: `${quote(leftover[0])} is what Word or Excel writes where a reference or a formula has failed.`,
      hint: 'Write what the document is meant to say there; if the announcement was lodged so, leave it.',
    };
  }
  const lost = text.indexOf('\ufffd');
  if (lost !== -1) {
    return {
      index: lost,
      rule: 'text-garbled',
      message: `${quote(
        text
          .slice(Math.max(0, lost - 10), lost + 10)
          .split('\n')
          .join(' '),
      )} holds the sign � in the place of a character that was lost on the way.`,
      hint: 'Look the character up in the document and type it, or take the text from its source again, as UTF-8.',
    };
  }
  // Most texts have none of the signs with which such a run begins.
  if (!/[ÂÃâ]/.test(text)) return undefined;
  for (const found of text.matchAll(MISREAD)) {
    const sign = meantBy(found[0]);
    if (sign === undefined) continue;
    return {
      index: found.index,
      rule: 'text-garbled',
      message: `The text has ${quote(found[0])} where ${quote(sign)} is meant: it was read in the wrong encoding.`,
      hint: `Write ${quote(sign)} here and in the other places, or take the text from its source again, as UTF-8.`,
    };
  }
  return undefined;
}

const LEFTOVER =
  /Error! (?:Reference source not found|Bookmark not defined|No text of specified style|Not a valid link)|#(?:REF!|VALUE!|NAME\?|DIV\/0!)/;

/** What Windows shows for the bytes 0x80 to 0xbf. */
const SHOWN = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 64 }, (_, at) => 0x80 + at));
const BEHIND = `[${SHOWN}]`;
/** A sign of two or three bytes, of which each was read for one. A capital Ã before a closing mark may be a word's end. */
const MISREAD = new RegExp(`Â${BEHIND}|Ã(?![’”–—…•])${BEHIND}|â${BEHIND}{2}`, 'g');

function meantBy(written: string): string | undefined {
  const bytes = [...written].map((sign) => {
    const at = SHOWN.indexOf(sign);
    return at === -1 ? (sign.codePointAt(0) ?? 0) : 0x80 + at;
  });
  return decodeUtf8(Uint8Array.from(bytes));
}
