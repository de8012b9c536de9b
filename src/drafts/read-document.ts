import { constants, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { NotAPlainFile, withPlainFile } from '../files/read-plain-file.ts';
import { MAX_BYTES } from '../importers/file-kinds.ts';
import { ImportRefusal } from '../importers/model/refusal.ts';

/** A file's bytes. One that is larger than `limit`, or that is no file but a device or a pipe, is not read. */
export async function readWithin(file: string, limit: number): Promise<Uint8Array> {
  // A pipe that nobody writes to would keep the command waiting.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw new ImportRefusal('It is a folder.');
    if (!found.isFile()) throw new ImportRefusal('It is a pipe or a device, not a file.');
    refuseLarger(found.size, limit);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The bytes of a document that a list names, by its path below the list's folder; no link on the way to it is followed. */
export function readBeside(folder: string, below: string): Uint8Array {
  try {
    return withPlainFile(folder, below, (descriptor, { size }) => {
      refuseLarger(Number(size), MAX_BYTES);
      return readFileSync(descriptor);
    });
  } catch (error) {
    if (!(error instanceof NotAPlainFile)) throw error;
    throw new ImportRefusal(
      error.what === 'link'
        ? 'It is a symbolic link or lies behind one, and may be a file of another folder; put the file itself beside the CSV.'
        : 'It is not a file.',
    );
  }
}

function refuseLarger(size: number, limit: number): void {
  if (size > limit) throw new ImportRefusal(`The file has ${megabytes(size)}; the limit is ${megabytes(limit)}.`);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
