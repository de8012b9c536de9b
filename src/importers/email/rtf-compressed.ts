/** Messages have some hundred kilobytes of rich text. */
const MAX_BYTES = 30 * 1024 * 1024;

/** What the dictionary holds at first ([MS-OXRTFCP] 2.1.3.1.4.1). */
const START =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** The rich text of an Outlook message, one character a byte, as it is packed there ([MS-OXRTFCP]); `undefined` for anything else. */
export function unpackRtf(packed: Uint8Array): string | undefined {
  if (packed.length < 16) return undefined;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const size = view.getUint32(4, true);
  const kind = view.getUint32(8, true);
  if (size > MAX_BYTES) return undefined;
  const content = packed.subarray(16);
  if (kind === PLAIN) return Buffer.from(content.subarray(0, size)).toString('latin1');
  return kind === PACKED ? unpack(content, size) : undefined;
}

const PLAIN = 0x414c454d;
const PACKED = 0x75465a4c;

/** Eight entries behind each byte of signs: a byte as it is, or a place in the last 4,096 bytes with a length. */
function unpack(content: Uint8Array, size: number): string | undefined {
  const recent = new Uint8Array(4096);
  recent.set(Buffer.from(START, 'latin1'));
  const written = Buffer.alloc(size);
  let end = START.length;
  let length = 0;
  const write = (byte: number) => {
    if (length < size) written[length] = byte;
    length += 1;
    recent[end] = byte;
    end = (end + 1) % recent.length;
  };
  let at = 0;
  while (at < content.length && length < size) {
    const signs = content[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < content.length; bit++) {
      if ((signs & (1 << bit)) === 0) {
        write(content[at++] ?? 0);
        continue;
      }
      const entry = ((content[at] ?? 0) << 8) | (content[at + 1] ?? 0);
      at += 2;
      const from = entry >> 4;
      if (from === end) return length >= size ? written.toString('latin1') : undefined;
      for (let index = 0; index < (entry & 15) + 2; index++) write(recent[(from + index) % recent.length] ?? 0);
    }
  }
  return length >= size ? written.toString('latin1') : undefined;
}
