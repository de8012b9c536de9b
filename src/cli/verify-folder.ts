import { createHash } from 'node:crypto';
import { readFileSync, readSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isFileFault, NotAPlainFile, withPlainFile } from '../archive/read-file.ts';
import { CHECKSUMS } from '../data/checksums.ts';
import { UsageError } from './command.ts';
import { byPath, DIFFERS, EXTRA, MISSING, readSums, type Fault, type Verdict } from './verdict.ts';

/** Compares all files of a folder with its checksums, or with those in the file `sums`. */
export async function verifyFolder(folder: string, sums?: string): Promise<Verdict> {
  const list = sums === undefined ? readOwnList(folder) : await readList(sums);
  const { checksums, faults } = readSums(list, sums ?? path.join(folder, CHECKSUMS));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const present = new Map(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const below = path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
        return [below, entry.isFile()] as const;
      }),
  );
  const compared = checksums.map(({ path: name, digest }): Fault[] => {
    const isFile = present.get(name);
    if (isFile === undefined) return [{ path: name, what: MISSING }];
    if (!isFile) return [{ path: name, what: NO_FILE }];
    try {
      return withPlainFile(folder, name, hashOpen) === digest ? [] : [{ path: name, what: DIFFERS }];
    } catch (error) {
      if (!isFileFault(error)) throw error;
      const { code } = error as NodeJS.ErrnoException; // node:fs throws these
      return [{ path: name, what: code === undefined ? NO_FILE : `cannot be read (${code})` }];
    }
  });
  const listed = new Set([CHECKSUMS, ...checksums.map(({ path: name }) => name)]);
  const extra = [...present.keys()].filter((name) => !listed.has(name)).map((name) => ({ path: name, what: EXTRA }));
  return {
    checked: checksums.length,
    faults: byPath([...faults, ...compared.flat(), ...extra]),
    skipped: [],
    complete: true,
  };
}

/** Reads a list of checksums from the disk. */
export async function readList(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw listFault(file, error);
  }
}

function listFault(file: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException; // node:fs throws these
  const fault = code === 'ENOENT' ? `There is no ${file} to check against.` : `${file} cannot be read (${code}).`;
  return new UsageError(fault, { cause: error });
}

/** The list that lies in the folder, which may be somebody else's: it is no way out of it either. */
function readOwnList(folder: string): string {
  const own = path.join(folder, CHECKSUMS);
  try {
    return withPlainFile(folder, CHECKSUMS, (descriptor) => readFileSync(descriptor, 'utf8'));
  } catch (error) {
    if (error instanceof NotAPlainFile) throw new UsageError(`${own} ${NO_FILE}.`, { cause: error });
    throw listFault(own, error);
  }
}

const NO_FILE = 'is not a plain file';

function hashOpen(descriptor: number): string {
  const digest = createHash('sha256');
  for (;;) {
    const length = readSync(descriptor, PIECE);
    if (length === 0) return digest.digest('hex');
    digest.update(PIECE.subarray(0, length));
  }
}

const PIECE = Buffer.alloc(1024 * 1024);
