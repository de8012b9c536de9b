import type { Line } from '../model/extract.ts';

/** A place at which a text names an ASX code. */
export interface Mention {
  readonly code: string;
  /** The words, as they stand. */
  readonly evidence: string;
  readonly line: Line;
}

/**
 * The ASX codes that a text names, in its order: `ASX: XMX`, `(ASX Code: XMX)`, `ASX Ticker XMX`, `ASX-listed code XMX`,
 * `(XMX:ASX)`, `XMX.AX`, also over a line's end. A code is three or four capitals and figures; of several behind one ASX the first counts.
 */
export function mentionsOf(lines: readonly Line[]): readonly Mention[] {
  return lines.flatMap((line, index) => {
    // The next line is looked at as far as a code that this one's end announces; the gap is one space.
    const next = lines[index + 1];
    const text = line.text.slice(0, LONGEST_LINE);
    const joined = next && next.page === line.page ? `${text} ${next.text.slice(0, 12)}` : text;
    return FORMS.flatMap((form) => [...joined.matchAll(form)])
      .filter((match) => match.index < text.length && isCode(match[1] ?? '') && endsThere(match, joined))
      .toSorted((a, b) => a.index - b.index)
      .map((match) => ({ code: match[1] ?? '', evidence: match[0].trim(), line }));
  });
}

/**
 * The first words of a text that may give another company's code and are too short to be taken for one: `ASX BHP`,
 * `Ticker: BHP`. `known` are the codes that are not another company's.
 */
export function hintedCode(lines: readonly Line[], known: readonly string[]): string | undefined {
  for (const { text } of lines)
    for (const form of HINTS)
      for (const match of text.slice(0, LONGEST_LINE).matchAll(form)) {
        const [words, code = ''] = match;
        if (isCode(code) && !known.includes(code)) return words.trim();
      }
  return undefined;
}

const LONGEST_LINE = 4000;

const HINTS: readonly RegExp[] = [
  // ASX BHP, ASX/BHP, where the code ends what stands there; ASX-listed BHP.
  /\bASX[ /]([A-Z][A-Z0-9]{2})(?=\s*(?:[),;|/.]|$))/g,
  /\bASX[- ][Ll]isted ([A-Z][A-Z0-9]{2})\b/g,
  // Ticker: BHP, Issuer code BHP, Company code: BHP.
  /\b(?:[Tt]icker|(?:[Ii]ssuer|[Cc]ompany|[Ss]ecurity|[Ss]tock|[Ss]hare) [Cc]ode)\s?[:–—-]?\s?([A-Z][A-Z0-9]{2})\b/g,
];

const FORMS: readonly RegExp[] = [
  // ASX: XMX, ASX:XMX; not the next word of a sentence, which has small letters.
  /\bASX\s?:\s{0,3}[“"‘']?([A-Z0-9]{3,4})\b(?![a-z])/g,
  // ASX/NYSE: XMX, ASX, LSE and JSE: XMX, ASX & NZX: XMX.
  /\bASX(?:(?:\s?[/,&|+]\s?|,?\s(?:and|AND)\s)(?:[A-Z]{2,5}X?|NASDAQ|Nasdaq|Cboe)){1,4}\s?[:–—|-]\s?([A-Z0-9]{3})\b(?![a-z])/g,
  // ASX – XMX, ASX | XMX, where the code ends what stands there.
  /\bASX\s?[–—|-]\s?([A-Z0-9]{3})(?=\s*(?:[),;|/]|$))/g,
  // ASX Code: XMX, ASX CODE XMX, ASX Ticker: XMX, ASX issuer code – XMX, ASX code is XMX.
  /\b[Aa][Ss][Xx][\s-]+(?:(?:[Ll]isted|[Ii]ssuer|[Cc]ompany|[Ss]tock|[Ss]hare|[Ss]ecurity|[Tt]rading|ISSUER|COMPANY|STOCK|SHARE|SECURITY|TRADING)\s+)?(?:[Cc]odes?|CODES?|[Tt]icker(?:\s+(?:[Cc]ode|[Ss]ymbol))?|TICKER(?:\s+(?:CODE|SYMBOL))?|[Ss]ymbol|SYMBOL)(?:\s+is)?\s*[:–—|-]?\s*[“"'(]?([A-Z0-9]{3,4})\b(?![a-z])/g,
  // XMX:ASX, and (XMX : ASX) in brackets of its own.
  /(?<![A-Za-z0-9:.])([A-Z0-9]{3,4}):ASX\b/g,
  /\(([A-Z0-9]{3,4})\s?:\s?ASX\b/g,
  // XMX.AX, XMX.ASX; not the address WWW.ASX.COM.AU.
  /(?<![A-Za-z0-9:.@/])([A-Z0-9]{3,4})\.(?:AX|ASX)\b(?!\.\w)/g,
  // (ASX XMX) in brackets of its own.
  /\(ASX ([A-Z0-9]{3,4})\)/g,
];

/** Words in capitals that stand where a code may, names of indices, and years. */
function isCode(text: string): boolean {
  return !/^(?:ASX|NZX|LSE|TSX|NYSE|OTC|AIM|FSE|CODE|ABN|ACN|ARBN|LTD|PTY|THE|AND|FOR|FROM|NEW|NEWS|NOTE|DATE|TIME|FAX|TEL|ATTN|CEO|CFO|WWW|[1-3]00|\d{4,})$/.test(
    text,
  );
}

/** False for the first word of a headline in capitals (`ASX: GOLD RESULTS`), for a number that goes on, and for one of several codes. */
function endsThere(match: RegExpExecArray, text: string): boolean {
  const [words, code = ''] = match;
  const rest = text.slice(match.index + words.length);
  if (/^\d+$/.test(code) && /^[\s.,]?\d/.test(rest)) return false;
  // NASDAQ/ASX: MESO/MSB has the codes in the order of the exchanges.
  if (/[A-Za-z]\s?[/&,]\s?$/.test(text.slice(0, match.index)) && /^\s?\/\s?[A-Z]/.test(rest)) return false;
  const isTight = /[:(][A-Z0-9]+\)?$/.test(words) || text[match.index - 1] === '(' || words.startsWith('(');
  return isTight || !/^\s+[A-Z]{2,}\b/.test(rest) || BEHIND_CODES.test(rest);
}

/** What stands behind a code in a letterhead. */
const BEHIND_CODES =
  /^\s+(?:A[BC]N|ARBN|ASX|NZX|NYSE|NASDAQ|LSE|AIM|JSE|TSXV?|CSE|FSE|FRA|OTC[A-Z]*|MARKET|MEDIA|NEWS|ANNOUNCEMENT|RELEASE)\b/;
