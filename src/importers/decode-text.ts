/** A text in UTF-8 or UTF-16 with its mark, else in the encoding of older Windows programs, which is said. */
export function decodeText(bytes: Uint8Array): { text: string; note?: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const note = 'The file is not UTF-8; it was read as Windows-1252. Look at apostrophes, dashes and accents.';
    return { text: new TextDecoder('windows-1252').decode(bytes), note };
  }
}
