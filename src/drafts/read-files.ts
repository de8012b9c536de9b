import type { FileBeside } from '../importers/model/extract.ts';
import { importFailure } from './import-failure.ts';
import { readBeside } from './read-document.ts';

/**
 * The bytes of the files that go beside a draft, those that lie in the folder of its document read from there;
 * without a folder none is. What is not there is named in a sentence.
 */
export function readFiles(
  files: readonly FileBeside[],
  folder: string | undefined,
): { contents: Map<FileBeside, Uint8Array>; notes: string[] } {
  const contents = new Map<FileBeside, Uint8Array>();
  const notes: string[] = [];
  for (const file of files) {
    if ('bytes' in file) contents.set(file, file.bytes);
    else if (folder === undefined) notes.push(`Left out ${file.path}: only the document itself was given.`);
    else {
      try {
        contents.set(file, readBeside(folder, file.path));
      } catch (error) {
        notes.push(`Left out ${file.path}: ${importFailure(error)}`);
      }
    }
  }
  return { contents, notes };
}
