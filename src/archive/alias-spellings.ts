/**
 * An old address in the ways in which it reaches a host: percent-encoded, as browsers send it, and plain, as some hosts
 * compare it. Those in other encodings than UTF-8, and with what a line of a host's file cannot hold, have one alone.
 */
export function aliasSpellings(alias: string): { readonly encoded: string; readonly plain: string } {
  const encoded = alias.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  try {
    const plain = decodeURI(encoded);
    return { encoded, plain: /[\s\p{C}"<>\\^`{|}]/u.test(plain) ? encoded : plain };
  } catch {
    return { encoded, plain: encoded };
  }
}
