/** An address with its escapes of UTF-8 decoded, run by run: very old sites had addresses in other encodings, which stay as they are. */
export function decodeEscapes(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
