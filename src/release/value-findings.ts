import { quote, type Finding } from './problem.ts';

/** What is wrong with a value that holds nothing. */
export const emptyFinding: Finding = {
  rule: 'value-empty',
  message: 'The value is empty.',
  hint: 'Write the value, or take the line out.',
};

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;

/** YAML's escapes can write what no file can hold: a control character, or half of a character beyond U+FFFF. */
export function controlFinding(value: string): Finding | undefined {
  if (!CONTROLS.test(value) && value.isWellFormed()) return undefined;
  return {
    rule: 'control-character',
    message: `${quote(value)} holds a control character, which no reader can see.`,
    hint: 'Type the value again instead of pasting it.',
  };
}

/** ASX codes are three to six capitals and digits. */
export function codeFinding(value: string): Finding | undefined {
  if (/^[A-Z0-9]{3,6}$/.test(value)) return undefined;
  return {
    rule: 'code-malformed',
    message: `${quote(value)} is not an ASX code.`,
    hint: /^[A-Za-z0-9]{3,6}$/.test(value)
      ? `Write the code in capitals: ${value.toUpperCase()}.`
      : 'Write three to six capitals and digits, for example BHP or 360.',
  };
}

// Direction marks, zero-width characters, soft hyphen, line and paragraph separators, and the byte order mark.
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** A headline is one line, and shows all that it holds. */
export function headlineFinding(value: string): Finding | undefined {
  if (/[\n\t]/.test(value)) {
    return {
      rule: 'title-not-one-line',
      message: 'The headline runs over several lines or holds a tab.',
      hint: 'Write it on one line, in quotation marks.',
    };
  }
  const hidden = INVISIBLE.exec(value);
  return hidden
    ? {
        rule: 'title-invisible-character',
        message: `The headline ${quote(value)} holds an invisible or direction-changing character.`,
        hint: 'Delete the character shown as \\u and a number, or type the headline again.',
      }
    : undefined;
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
  const plain = /^\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|\/(?!\/))*$/.test(value) && !value.startsWith('//');
  const climbs = /(^|\/)\.{1,2}(\/|$)|%2f|%5c|%2e|%00/i.test(value);
  return plain && !climbs && value !== '/'
    ? undefined
    : {
        rule: 'alias-malformed',
        message: `${quote(value)} is not an old address on this site.`,
        hint: 'Write the path alone, with / first and without .. or a question mark, for example /news/first-metal/.',
      };
}

/** True for a well-formed language tag (BCP 47, RFC 5646); whether anybody speaks it is not asked. */
export function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
