const STRICT = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes in UTF-8, a byte order mark aside; `undefined` where they are anything else. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}
