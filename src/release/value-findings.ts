import { decodeEscapes } from '../text/decode-escapes.ts';
import { latinLetters } from '../text/latin-letters.ts';
import { quote } from '../text/quote.ts';
import type { Finding } from './problem.ts';
import { CONTROLS, INVISIBLE } from '../text/characters.ts';
import { MONTHS } from './day-words.ts';

/** What is wrong with a value that holds nothing. */
export const emptyFinding: Finding = {
  rule: 'value-empty',
  message: 'The value is empty.',
  hint: 'Write the value, or take the line out.',
};

const CONTROL = new RegExp(`[${CONTROLS}]`);

/** YAML's escapes can write what no file can hold: a control character, or half of a character beyond U+FFFF. */
export function controlFinding(value: string): Finding | undefined {
  if (!CONTROL.test(value) && value.isWellFormed()) return undefined;
  return {
    rule: 'control-character',
    message: `${quote(value)} holds a control character, which no reader can see.`,
    hint: 'Type the value again instead of pasting it.',
  };
}

const CODE = /^[A-Za-z0-9]{3,6}$/;

/** ASX codes are three to six capitals and digits. */
export function codeFinding(value: string): Finding | undefined {
  if (/^[A-Z0-9]{3,6}$/.test(value)) return undefined;
  const latin = latinLetters(value.toUpperCase());
  if (CODE.test(latin) && !CODE.test(value)) {
    return {
      rule: 'code-malformed',
      message: `${quote(value)} is not an ASX code: it holds characters of another alphabet or width that only look like A to Z or 0 to 9.`,
      hint: `Type it anew: ${latin}.`,
    };
  }
  // `“XMX”`, `ASX: XMX`, `XMX.AX`, and spaces that nobody can see.
  const bare = value.replace(/^[^A-Za-z0-9]*(?:ASX\s*[:-])?[^A-Za-z0-9]*|(?:\.AX)?[^A-Za-z0-9]*$/gi, '');
  return {
    rule: 'code-malformed',
    message: `${quote(value)} is not an ASX code.`,
    hint: CODE.test(bare)
      ? `Write the code in capitals${bare === value ? '' : ' alone, without other signs'}: ${bare.toUpperCase()}.`
      : (listHint(value.toUpperCase(), (code) => CODE.test(code)) ??
        'Write three to six capitals and digits, for example BHP or 360.'),
  };
}

/** How several values in one text are written as a list, where each of them is one that the field takes. */
export function listHint(value: string, isOne: (part: string) => boolean): string | undefined {
  const parts = value.split(/\s*[,;/&\n]\s*|\s+and\s+/i).filter(Boolean);
  return parts.length > 1 && parts.every(isOne) ? `Write several as a list: [${parts.join(', ')}].` : undefined;
}

const HIDDEN = new RegExp(`[${INVISIBLE}]`);

/** A headline is one line, and shows all that it holds. */
export function headlineFinding(value: string): Finding | undefined {
  if (/[\n\t]/.test(value)) {
    return {
      rule: 'title-not-one-line',
      message: 'The headline runs over several lines or holds a tab.',
      hint: 'Write it on one line, in quotation marks.',
    };
  }
  const hidden = HIDDEN.exec(value);
  return hidden
    ? {
        rule: 'title-invisible-character',
        message: `The headline ${quote(value)} holds an invisible or direction-changing character.`,
        hint: 'Delete the character shown as \\u and a number, or type the headline again.',
      }
    : undefined;
}

/** What is wrong with a day that no calendar holds, or that is long before any exchange. */
export function noSuchDayFinding(text: string, year: number, month: number): Finding {
  const name = MONTHS[month - 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year < 1800) {
    return {
      rule: 'date-no-such-day',
      message: `${quote(text)} is long before anything was announced.`,
      hint: 'Write the year with its four digits, for example 2020-07-30.',
    };
  }
  return {
    rule: 'date-no-such-day',
    message: `${quote(text)} is a day that does not exist.`,
    hint:
      name === undefined
        ? 'Months run from 01 to 12; write year, month and day, for example 2020-07-30.'
        : `${name} ${year} has ${last} days; write the day on which the release was announced.`,
  };
}

/** The exchange's ids are eight digits, `02257543`; its newer service writes a number before them and a key behind. */
export function exchangeIdFinding(value: string): Finding | undefined {
  if (/^\d{8}$/.test(value) || /^\d{1,6}-\d{8}-[0-9A-Z]{4,}$/i.test(value)) return undefined;
  return {
    rule: 'exchange-id-mangled',
    message: `${quote(value)} is not a document id of the exchange.`,
    hint: /^\d{5,7}$/.test(value)
      ? `The id has eight digits; a spreadsheet may have dropped its leading zeros: ${value.padStart(8, '0')}.`
      : 'Write its eight digits with leading zeros, for example 02257543, or leave it out.',
  };
}

/** An old address is a path below the site, as a browser would ask for it. */
export function aliasFinding(value: string): Finding | undefined {
  if (/^\/[^?]*\?./.test(value))
    return {
      rule: 'alias-malformed',
      message: `${quote(value)} has a query, and files are found by the path before it alone: it would lead every query of that page here.`,
      hint: 'Take it out, and set up this one redirect at the host; docs/hosting.md has the rule for each under "Old addresses with a query".',
    };
  // Files of hosts have lines, and some end at a control character or leave it out.
  if (/%[01][\da-f]|%7f/i.test(value) || CONTROL.test(decodeEscapes(value)))
    return {
      rule: 'alias-malformed',
      message: `${quote(value)} holds a control character, which no host takes in an address.`,
      hint: 'Take it out, or write the address as a browser shows it.',
    };
  if (isPath(value)) return undefined;
  const better = pathOf(value);
  return {
    rule: 'alias-malformed',
    message: /\S\s+\S/.test(value)
      ? `${quote(value)} holds a space, which an address has as %20.`
      : `${quote(value)} is not an old address on this site.`,
    hint: isPath(better)
      ? `Write ${better}.`
      : 'Write the path alone, with / first and without .. or a question mark, for example /news/first-metal/.',
  };
}

/** Letters of any script, plain or percent-encoded, that lead nowhere above. */
function isPath(value: string): boolean {
  const plain = /^\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|[^\0-\x7f\s\p{C}]|%[0-9A-Fa-f]{2}|\/(?!\/))*$/u.test(value);
  const climbs = /(^|\/)\.{1,2}(\/|$)|%2f|%5c|%2e/i.test(value);
  return plain && !climbs && !value.startsWith('//') && value !== '/';
}

/** The path that was most likely meant: of a whole address, between quotation marks, with the wrong slashes, with a space. */
function pathOf(value: string): string {
  const path = value
    .trim()
    .replace(/^["'“‘](.*)["'”’]$/u, '$1')
    .replaceAll('\\', '/')
    .replace(/^(?:https?:)?\/\/[^/]+/i, '')
    .replace(/\s+/g, '%20');
  return path.startsWith('/') ? path : `/${path}`;
}

/** True for a well-formed language tag (BCP 47, RFC 5646) of two or three letters; `German` is well-formed, but no language has more. */
export function isLanguage(value: string): boolean {
  if (!/^[A-Za-z]{2,3}(?:-|$)/.test(value)) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
