import { readSync } from 'node:fs';
import { tryPlainFile } from '../../files/read-plain-file.ts';
import type { FileEnds } from '../../release/file-content.ts';

/** The beginning and the end of a file below a folder, or `undefined` where it cannot be read. */
export function readEnds(root: string, below: string): FileEnds | undefined {
  return tryPlainFile(root, below, (descriptor, stats) => {
    const bytes = Number(stats.size);
    const read = (start: number, length: number): string => {
      const buffer = Buffer.alloc(Math.min(length, bytes));
      return buffer.toString('latin1', 0, readSync(descriptor, buffer, 0, buffer.length, start));
    };
    const head = read(0, HEAD);
    return { bytes, head, tail: bytes <= HEAD ? head : read(Math.max(0, bytes - TAIL), TAIL) };
  });
}

const HEAD = 1024;
/** The last part of a zip file may have a comment of 64 KB, and other programs add something of their own behind the end. */
const TAIL = 256 * 1024;
