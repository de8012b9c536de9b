import { readFileSync } from 'node:fs';
import { pointerFinding } from '../../release/git-pointer.ts';
import type { Finding } from '../../release/problem.ts';
import { readPlainFile, withPlainFile } from '../../files/read-plain-file.ts';
import { holdsZero, notUtf8, unreadable, type SizeLimit } from './read-findings.ts';
import { decodeUtf8 } from '../../text/decode-utf8.ts';

/** The text of a file below a folder with `\n` as line end and without a byte order mark, or `undefined` with a finding. */
export function readText(
  root: string,
  below: string,
  limit: SizeLimit,
  report: (finding: Finding & { line?: number }) => void,
  note: (bytes: Buffer) => void = () => undefined,
): string | undefined {
  let bytes: Buffer;
  try {
    const read = withPlainFile(root, below, (descriptor, { size }) =>
      size > limit.bytes ? undefined : readFileSync(descriptor),
    );
    if (read === undefined) {
      report(limit.finding);
      return undefined;
    }
    bytes = read;
    note(bytes);
  } catch (error) {
    report(unreadable(error));
    return undefined;
  }
  const decoded = decodeUtf8(bytes);
  if (decoded === undefined) {
    report(notUtf8Finding(bytes));
    return undefined;
  }
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  const zero = text.indexOf('\0');
  const pointer = pointerFinding(text, 'The file');
  if (zero !== -1) report({ ...holdsZero, line: text.slice(0, zero).split('\n').length });
  else if (pointer) report(pointer);
  else return text;
  return undefined;
}

/** The text of a file below a folder whatever its encoding and line ends, for a look at it; empty where it cannot be read. */
export function readAnyText(root: string, below: string): string {
  const bytes = readPlainFile(root, below);
  return bytes === undefined ? '' : new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
}

/** The first line that is not UTF-8. */
function notUtf8Finding(bytes: Buffer): Finding & { line: number } {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  let line = 1;
  for (let start = 0; !utf16 && start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end + 1;
    if (decodeUtf8(bytes.subarray(start, stop)) === undefined) break;
    start = stop;
  }
  return { line, ...notUtf8(utf16) };
}
