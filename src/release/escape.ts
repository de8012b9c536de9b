/**
 * Text for HTML or XML, inside elements and double-quoted attributes alike.
 * Characters that XML 1.0 cannot hold (control characters, lone surrogates, U+FFFE, U+FFFF) are left out.
 */
export function escapeMarkup(text: string): string {
  return stripInvalidXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The text of markup that a program wrote: references to characters by number, and by the names that such markup uses. */
export function unescapeMarkup(markup: string): string {
  return markup.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(Math.min(decimal ? Number(decimal) : parseInt(hex ?? '20', 16), 0x10ffff));
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text without the characters that XML 1.0 section 2.2 forbids. */
export function stripInvalidXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
