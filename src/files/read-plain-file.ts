import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, type BigIntStats } from 'node:fs';
import path from 'node:path';

/** A file that is a link, lies behind one, or is no file at all. */
export class NotAPlainFile extends Error {
  readonly what: 'link' | 'no-file';

  constructor(what: NotAPlainFile['what']) {
    super(what === 'link' ? 'A link stands on the way to the file.' : 'It is no file.');
    this.what = what;
  }
}

/**
 * Opens a file below a folder for reading and closes it after `use`. No link below the folder is followed, and what is opened
 * is looked at once it is open: whoever changes the folder meanwhile can neither have another file read nor have a pipe
 * waited for. Throws `NotAPlainFile`; errors of `node:fs` pass.
 */
export function withPlainFile<T>(root: string, below: string, use: (descriptor: number, stats: BigIntStats) => T): T {
  const descriptor = openWithoutFollowing(path.join(root, below));
  try {
    const stats = fstatSync(descriptor, BIGINT);
    if (!stats.isFile()) throw new NotAPlainFile('no-file');
    if (!standsAt(root, below, stats)) throw new NotAPlainFile('link');
    return use(descriptor, stats);
  } finally {
    closeSync(descriptor);
  }
}

/** True for what is thrown because of a file, and not because of the program. */
export function isFileFault(error: unknown): boolean {
  return error instanceof NotAPlainFile || (error instanceof Error && 'code' in error);
}

/** The same, or `undefined` where the file cannot be read. */
export function tryPlainFile<T>(
  root: string,
  below: string,
  use: (descriptor: number, stats: BigIntStats) => T,
): T | undefined {
  try {
    return withPlainFile(root, below, use);
  } catch (error) {
    if (!isFileFault(error)) throw error;
    return undefined;
  }
}

/** The content of such a file, or `undefined` where it cannot be read. */
export function readPlainFile(root: string, below: string): Buffer | undefined {
  return tryPlainFile(root, below, (descriptor) => readFileSync(descriptor));
}

// Without waiting for a writer where it is a pipe. Windows knows neither of the two, and `standsAt` finds links there.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
const FLAGS = (O_RDONLY ?? 0) | O_NOFOLLOW | O_NONBLOCK;
// Windows numbers files beyond what other numbers hold exactly.
const BIGINT = { bigint: true } as const;

function openWithoutFollowing(file: string): number {
  try {
    return openSync(file, FLAGS);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException; // node:fs throws these
    if (code === 'ELOOP' || code === 'EMLINK') throw new NotAPlainFile('link');
    // A socket, or a device without a driver.
    if (code === 'ENXIO' || code === 'EOPNOTSUPP') throw new NotAPlainFile('no-file');
    throw error;
  }
}

/** True where the way to the file goes through folders alone, and what was opened still stands at its end. */
function standsAt(root: string, below: string, opened: BigIntStats): boolean {
  const names = below.split('/');
  const folders = names.slice(1).map((_, index) => path.join(root, ...names.slice(0, index + 1)));
  if (!folders.every((folder) => lstatSync(folder).isDirectory())) return false;
  const there = lstatSync(path.join(root, below), BIGINT);
  // Windows may give a file that is open another number for its disk than one that is not.
  return there.isFile() && there.ino === opened.ino && (there.dev === opened.dev || path.sep === '\\');
}
