import { crc32, inflateRawSync } from 'node:zlib';
import { ImportRefusal } from './model/refusal.ts';

/** What the files of a Word or Excel file may hold together, unpacked: real ones have a tenth of it. */
const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_FILES = 10_000;

/**
 * The files in a zip by their names. Throws `ImportRefusal` for one that is broken or locked, and for one that would
 * unpack to more than any document has: a few kilobytes can hold gigabytes.
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = () =>
    new ImportRefusal('The file is broken and cannot be read. Open it in its program, save it again and import that.');
  const large = () =>
    new ImportRefusal(
      `The file would unpack to more than ${MAX_UNPACKED / 1024 / 1024} MB, more than any document; it was left.`,
    );
  const end = endOf(view);
  if (end === undefined) throw broken();
  const count = view.getUint16(end + 10, true);
  if (count > MAX_FILES) throw large();
  const files = new Map<string, Uint8Array>();
  let left = MAX_UNPACKED;
  let at = view.getUint32(end + 16, true);
  try {
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw broken();
      const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
      const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
      const [nameLength, extra, comment] = [
        view.getUint16(at + 28, true),
        view.getUint16(at + 30, true),
        view.getUint16(at + 32, true),
      ];
      const local = view.getUint32(at + 42, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      at += 46 + nameLength + extra + comment;
      if ((flags & 1) !== 0) throw new ImportRefusal('The file is locked with a password.');
      if (name.endsWith('/')) continue;
      // What the list says of a size may be wrong; what is unpacked is counted, too.
      if (size > left) throw large();
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const data = bytes.subarray(from, from + packed);
      const content = method === 0 ? data : method === 8 ? unpack(data, left, large) : undefined;
      if (content === undefined) throw broken();
      left -= content.length;
      files.set(name, content);
    }
  } catch (error) {
    throw error instanceof ImportRefusal ? error : broken();
  }
  return files;
}

function unpack(data: Uint8Array, left: number, large: () => ImportRefusal): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw large();
    throw error;
  }
}

/** Where the end of the zip's list stands; a comment of up to 65,535 bytes may follow it. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

/** Files as a zip, not packed. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const own = new TextEncoder().encode(name);
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    common.setUint16(2, 0x0800, true);
    common.setUint32(10, crc32(content), true);
    common.setUint32(14, content.length, true);
    common.setUint32(18, content.length, true);
    common.setUint16(22, own.length, true);
    const middle = new Uint8Array(common.buffer);
    parts.push(Uint8Array.of(0x50, 0x4b, 3, 4), middle, own, content);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, at, true);
    list.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), middle, new Uint8Array(tail.buffer), own);
    at += 30 + own.length + content.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.size, true);
  end.setUint16(10, files.size, true);
  end.setUint32(
    12,
    list.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return Uint8Array.from(Buffer.concat([...parts, ...list, new Uint8Array(end.buffer)]));
}
