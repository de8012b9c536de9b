import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../text/compare-text.ts';
import { isList } from '../importers/file-kinds.ts';

/** A file of a folder that is not imported, and why. */
interface PassedOver {
  readonly path: string;
  readonly why: string;
}

/** Files of some paths in their order, folders walked in the order of names; what of them is passed over is named. */
export async function filesOf(
  paths: readonly string[],
): Promise<{ files: string[]; missing: string[]; passedOver: PassedOver[] }> {
  const files: string[] = [];
  const missing: string[] = [];
  const passedOver: PassedOver[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found) missing.push(path);
    else if (found.isDirectory()) await walk(path, files, passedOver);
    else files.push(path);
  }
  return { files, missing, passedOver };
}

/** Adds the files of a folder, and what of it is passed over. */
async function walk(folder: string, files: string[], passedOver: PassedOver[]): Promise<void> {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => compareText(a.name, b.name));
  const pages = new Set(
    entries.flatMap(({ name }) => (/\.x?html?$/i.test(name) ? [name.replace(/\.\w+$/, '').toLowerCase()] : [])),
  );
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const pass = (why: string) => passedOver.push({ path, why });
    const page = /^(.*?)[_.-](?:files|dateien|fichiers|archivos|file)$/i.exec(entry.name)?.[1]?.toLowerCase();
    if (/^(?:\.|~\$)/.test(entry.name) || /^(?:thumbs\.db|desktop\.ini)$/i.test(entry.name))
      pass('It is a hidden file of the system or of an office program.');
    else if (/^(?:_index|readme)\.(?:md|markdown)$/i.test(entry.name))
      pass('It describes a folder, and is no release.');
    else if (entry.isDirectory() && page !== undefined && pages.has(page))
      pass('It holds the pictures of the page beside it.');
    else if (entry.isDirectory()) await walk(path, files, passedOver);
    else if (entry.isSymbolicLink()) pass('It is a symbolic link; put the file itself there.');
    else if (!entry.isFile()) pass('It is a pipe or a device, not a file.');
    else if (isList(entry.name)) pass('Lists, feeds and exports are imported by themselves: give the file alone.');
    else files.push(path);
  }
}
