import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKSUMS } from '../data/checksums.ts';
import { UsageError } from './command.ts';
import { byPath, DIFFERS, EXTRA, inParallel, MISSING, readSums, type Fault, type Verdict } from './verdict.ts';

/** Compares all files of a folder with its checksums, or with those in the file `sums`. */
export async function verifyFolder(folder: string, sums = path.join(folder, CHECKSUMS)): Promise<Verdict> {
  const { checksums, faults } = readSums(await readList(sums), sums);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const present = new Map(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const below = path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
        return [below, entry.isFile()] as const;
      }),
  );
  const compared = await inParallel(checksums, 8, async ({ path: name, digest }): Promise<Fault[]> => {
    const isFile = present.get(name);
    if (isFile === undefined) return [{ path: name, what: MISSING }];
    if (!isFile) return [{ path: name, what: 'is not a plain file' }];
    try {
      return (await digestOf(path.join(folder, name))) === digest ? [] : [{ path: name, what: DIFFERS }];
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException; // node:fs throws these
      return [{ path: name, what: `cannot be read (${code})` }];
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
    const { code } = error as NodeJS.ErrnoException; // node:fs throws these
    throw new UsageError(
      code === 'ENOENT' ? `There is no ${file} to check against.` : `${file} cannot be read (${code}).`,
      { cause: error },
    );
  }
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(file)) digest.update(piece as Buffer); // a stream without an encoding
  return digest.digest('hex');
}
