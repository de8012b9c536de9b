/** An address with its escapes of UTF-8 decoded, run by run: very old sites had addresses in other encodings, which stay as they are. */
export function decodeEscapes(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeWhole(run) ?? run);
}

/** The same, or `undefined` where one of its escapes is in another encoding. */
export function decodeWhole(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
