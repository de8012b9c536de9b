/**
 * A page as text: by its byte order mark, else UTF-8 where its bytes are that, else by the charset that it or its
 * sender names, else in the encoding of old Windows pages.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const wide = utf16Of(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  for (const charset of ['utf-8', charsetIn(head) ?? 'windows-1252']) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      continue; // the bytes are not in this encoding, or it has no such name
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** The encoding that a page names itself. */
export function charsetIn(html: string): string | undefined {
  return (/<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(html) ?? /<\?xml[^>]+encoding="([\w-]+)/.exec(html))?.[1];
}

/** The kind of UTF-16, by its mark, or by the zeros that English letters have there. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 200);
  const zeros = (odd: 0 | 1) => start.filter((byte, at) => at % 2 === odd && byte === 0).length;
  if (start.length < 20) return undefined;
  if (zeros(1) > start.length * 0.45 && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > start.length * 0.45 && zeros(1) === 0 ? 'utf-16be' : undefined;
}
