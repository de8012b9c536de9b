/**
 * Writes one line of plain text as Markdown that is shown to the letter.
 * The line stands at the beginning of a block or after a hard line break; white space around it is dropped,
 * and control characters, which no page can show, are left out.
 */
export function escapeLine(text: string): string {
  return escapeLineStart(escapeInline(text).trim());
}

/** As `escapeLine`, for text in the middle of a line: nothing that counts only at a line's beginning is escaped. */
export function escapeInline(text: string): string {
  const clean = cleanText(text);
  let markdown = '';
  let at = 0;
  for (const match of clean.matchAll(ADDRESS)) {
    markdown +=
      escapeMarks(clean, at, match.index) + escapeAddress(match[0], clean[match.index + match[0].length] === '<');
    at = match.index + match[0].length;
  }
  return markdown + escapeMarks(clean, at, clean.length);
}

/** Joins escaped lines with hard line breaks. */
export function joinLines(lines: readonly string[]): string {
  // The backslash of the break would become part of an address just before it.
  return lines
    .map((line, index) => (index === lines.length - 1 ? line : `${line}${ADDRESS_AT_END.test(line) ? ' ' : ''}\\`))
    .join('\n');
}

// The last word of the line has the beginning of an address in it; only the beginnings of words are tried.
const ADDRESS_AT_END = /(?<!\S)(?=\S*(?:https?:|www\.))\S+$/i;

/** A table cell's text: as `escapeLine`, with the marks between columns escaped too. */
export function escapeCell(text: string): string {
  return escapeInline(text).trim().replaceAll('|', '\\|');
}

/** Text without control characters and with every kind of line end and tab as one space. */
export function cleanText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, '');
}

// What a renderer would make a link of by itself: all up to the next space or pointed bracket.
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<]*/gi;

/** In an address that becomes a link by itself, escapes would be shown; so it has none, or is kept from becoming one. */
function escapeAddress(address: string, bracketFollows: boolean): string {
  const escaped = escapeMarks(address, 0, address.length);
  if (escaped === address && !bracketFollows && !address.includes('|')) return address;
  const rest = /(?<![.,:;!?'")*~])[.,:;!?'")*~]+$/.exec(address)?.[0] ?? '';
  const bare = address.slice(0, address.length - rest.length);
  if (/^https?:\/\/[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$/i.test(bare) && !/&#?\w+;/.test(bare)) {
    return `<${bare}>${escapeMarks(rest, 0, rest.length)}`;
  }
  return escaped.replace(/(https?):(?=\/)/gi, '$1\\:').replace(/(www)\./gi, '$1\\.');
}

function escapeMarks(whole: string, from: number, to: number): string {
  return escapeEntities(
    whole
      .slice(from, to)
      .replace(/[\\`*[\]<~]/g, '\\$&')
      .replace(/_+/g, (run, offset: number, text: string) => {
        const before = offset === 0 ? (whole[from - 1] ?? ' ') : (text[offset - 1] ?? ' ');
        const after = text[offset + run.length] ?? whole[to] ?? ' ';
        // Between letters an underscore is only a letter: `drill_hole_3`.
        return /[a-z0-9]/i.test(before) && /[a-z0-9]/i.test(after) ? run : run.replaceAll('_', '\\_');
      }),
  );
}

function escapeEntities(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, '\\&');
}

function escapeLineStart(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^[>=|]/, '\\$&')
    .replace(/^([+-])(?=\s|$|[-+:|])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^:(?=-)/, '\\:');
}
