/**
 * Text for HTML or XML, inside elements and double-quoted attributes alike.
 * Characters that XML 1.0 cannot hold (control characters, lone surrogates, U+FFFE, U+FFFF) are left out.
 */
export function escapeMarkup(text: string): string {
  return withoutForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The text of markup that a program wrote: its references to characters by number, and to those that every markup knows. */
export function unescapeMarkup(markup: string): string {
  return markup.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ?? hex;
    if (code === undefined) return NAMED[name ?? ''] ?? whole;
    return String.fromCodePoint(parseInt(code, decimal === undefined ? 16 : 10));
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text without the characters that XML 1.0 section 2.2 forbids. */
export function withoutForbidden(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
