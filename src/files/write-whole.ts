import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from './make-folder.ts';
import { NotAPlainFile } from './read-plain-file.ts';

/**
 * Writes a file below a folder in one step: whoever reads it meanwhile, and whoever finds it after a power cut, has the former
 * one or this one. Folders on the way are made; a link on the way is not followed but throws `NotAPlainFile`, and one in the
 * file's own place is replaced. Errors of `node:fs` pass, and leave the former file as it was.
 */
export function writeWhole(root: string, below: string, content: string | Uint8Array): void {
  const folder = plainFolder(root, path.posix.dirname(below));
  // A name with a dot in front is no file of an archive.
  const beside = path.join(folder, `.${path.posix.basename(below)}.${randomUUID().slice(0, 8)}.new`);
  try {
    const descriptor = openSync(beside, 'w');
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, path.join(root, below));
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * The absolute path of a folder below another, made where it is not there. Throws `NotAPlainFile` where the way leads over a link,
 * and the error of `node:fs` `ENOTDIR` where it leads over a file.
 */
export function plainFolder(root: string, below: string): string {
  let folder = root;
  makeFolder(root);
  for (const name of below.split('/').filter((one) => one !== '.' && one !== '')) {
    if (name === '..') throw new NotAPlainFile('no-file');
    folder = path.join(folder, name);
    makeFolder(folder);
    const stats = lstatSync(folder);
    if (stats.isSymbolicLink()) throw new NotAPlainFile('link');
    if (!stats.isDirectory())
      throw Object.assign(new Error('A file stands where a folder belongs.'), { code: 'ENOTDIR', path: folder });
  }
  return folder;
}
