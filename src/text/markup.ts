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

/** Text for an element of XML as it stands, without the characters that XML 1.0 cannot hold: it takes a tenth less than escaped. */
export function cdata(text: string): string {
  return `<![CDATA[${stripInvalidXml(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** The text of markup: references to characters by number and by the usual names of HTML; others stay as they are. */
export function unescapeMarkup(markup: string): string {
  return markup.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole, reference: string) => characterOf(reference) ?? whole);
}

/** The character of a reference without its `&` and `;`, such as `amp`, `#8217` or `#x2019`; `undefined` for one that is unknown or names none. */
export function characterOf(reference: string): string | undefined {
  if (!reference.startsWith('#')) return NAMED.get(reference.toLowerCase());
  const code = /^#x/i.test(reference) ? parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

// A map: an object would know `constructor` too.
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['reg', '®'],
  ['trade', '™'],
  ['copy', '©'],
]);

/** Text without the characters that XML 1.0 section 2.2 forbids. */
export function stripInvalidXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
