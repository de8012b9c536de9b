/**
 * An old address in the ways in which it reaches a host: percent-encoded, as browsers send it, and plain, as some hosts
 * compare it. Those in other encodings than UTF-8, with what a line of a host's file cannot hold, and with escapes of
 * escapes, which would be decoded once more, have one alone.
 */
export function aliasSpellings(alias: string): { readonly encoded: string; readonly plain: string } {
  const encoded = alias.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  try {
    const plain = decodeURI(encoded);
    const isOdd = /[\s\p{C}"<>\\^`{|}]/u.test(plain) || /%25[0-9a-f]{2}/i.test(encoded);
    return { encoded, plain: isOdd ? encoded : plain };
  } catch {
    return { encoded, plain: encoded };
  }
}
