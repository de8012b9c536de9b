import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { hashOpenFile } from '../files/hash-file.ts';
import { isFileFault, withPlainFile } from '../files/read-plain-file.ts';
import { CHECKSUMS, SIGNATURE } from '../archive/site-paths.ts';
import { byPath, DIFFERS, EXTRA, MISSING, readSums, type Fault, type SumsList, type Verdict } from './verdict.ts';

/** Compares all files of a folder with a list of checksums. */
export async function verifyFolder(folder: string, list: SumsList): Promise<Verdict> {
  const { checksums, faults } = readSums(list);
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
      return withPlainFile(folder, name, hashOpenFile).digest === digest ? [] : [{ path: name, what: DIFFERS }];
    } catch (error) {
      if (!isFileFault(error)) throw error;
      const { code } = error as NodeJS.ErrnoException; // node:fs throws these
      return [{ path: name, what: code === undefined ? NO_FILE : `cannot be read (${code})` }];
    }
  });
  const listed = new Set([CHECKSUMS, SIGNATURE, ...checksums.map(({ path: name }) => name)]);
  const extra = [...present.keys()].filter((name) => !listed.has(name)).map((name) => ({ path: name, what: EXTRA }));
  return {
    checked: checksums.length,
    faults: byPath([...faults, ...compared.flat(), ...extra]),
    skipped: [],
    complete: true,
  };
}

const NO_FILE = 'is not a plain file';
