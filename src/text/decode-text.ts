import { decodeUtf8 } from './decode-utf8.ts';

/** A text in UTF-8 or UTF-16 with its mark, else in the encoding of older programs of Windows or the Mac, which is said. */
export function decodeText(bytes: Uint8Array): { text: string; note?: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) };
  const text = decodeUtf8(bytes);
  if (text !== undefined) return { text };
  if (isMacRoman(bytes))
    return {
      text: new TextDecoder('macintosh').decode(bytes),
      note: 'The file is not UTF-8; it was read as Mac Roman, as Excel for Mac writes it. Look at apostrophes, dashes and accents.',
    };
  const note = 'The file is not UTF-8; it was read as Windows-1252. Look at apostrophes, dashes and accents.';
  return { text: new TextDecoder('windows-1252').decode(bytes), note };
}

/** Dashes, quotation marks and apostrophes of the Mac are rare capitals of Windows, and those of Windows are rare letters of the Mac. */
function isMacRoman(bytes: Uint8Array): boolean {
  let [mac, windows] = [0, 0];
  for (const byte of bytes) {
    if ((byte >= 0xd0 && byte <= 0xd5) || byte === 0xca || byte === 0xa5) mac += 1;
    else if ((byte >= 0x91 && byte <= 0x97) || byte === 0xa0 || byte === 0xb7) windows += 1;
  }
  return mac > 0 && windows === 0;
}
