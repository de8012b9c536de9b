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
  const apostrophe = lostApostrophe(text);
  if (apostrophe) return apostrophe;
  const symbol = symbolIn(text);
  if (symbol) return symbol;
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

/** `the company?s plan`; in an address letters go on behind it. */
function lostApostrophe(text: string): (Finding & { readonly index: number }) | undefined {
  for (const { 0: found, index } of text.matchAll(/\?(?:d|ll|re|s|t|ve)(?= [a-z])/g)) {
    const word = /(?<![\p{L}\p{N}/.?=&_-])\p{L}+$/u.exec(text.slice(Math.max(0, index - 40), index))?.[0];
    if (word === undefined) continue;
    return {
      index,
      rule: 'text-garbled',
      message: `${quote(word + found)} holds a question mark in the place of an apostrophe that was lost on the way.`,
      hint: `Write ${word}${found.replace('?', '’')} here and look for others, or take the text from its source again, as UTF-8.`,
    };
  }
  return undefined;
}

/** The first sign of Wingdings or Symbol; of points that run together a rule of their own tells. */
function symbolIn(text: string): (Finding & { readonly index: number }) | undefined {
  for (const { 0: sign, index } of text.matchAll(/[\uf020-\uf0ff]/g)) {
    const isPoint = /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, index - 20), index));
    const [before = '', after = ''] = [text.slice(0, index).split('\n').at(-2), text.slice(index).split('\n')[1]];
    if (isPoint && (before.trim() !== '' || after.trim() !== '')) continue;
    return {
      index,
      rule: 'text-garbled',
      message: `${quote(sign)} is a sign of a font such as Wingdings, in whose place other fonts show an empty box.`,
      hint: 'Write the sign itself, such as ✓, → or ≥, or a word, as the document shows it; points begin with a hyphen and a space.',
    };
  }
  return undefined;
}

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
