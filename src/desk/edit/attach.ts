import path from 'node:path';
import { beside, fileBeside } from '../../archive/files-beside.ts';
import { readPlainFile } from '../../files/read-plain-file.ts';
import { documentName } from '../../importers/file-kinds.ts';
import { ImportRefusal, LockedPdf } from '../../importers/model/refusal.ts';
import { ending, mediaType } from '../../release/file-name.ts';
import { slugOf } from '../../text/slug.ts';
import type { Desk } from '../desk.ts';
import { faultWords } from '../fault-words.ts';
import { Refused } from '../read-request.ts';
import { writeNewFile } from '../store/new-file.ts';
import { nameDocument } from './name-document.ts';
import { isNew, openEdit } from './open-edit.ts';
import { save } from './save.ts';
import { attachedFiles } from './typed.ts';

/**
 * Puts a document beside a release and names it in what is typed of it; the release's own file stays as it is until it is saved.
 * Says under which key the release is open then: one that has no file yet is saved first. No file is overwritten.
 */
export async function attach(
  desk: Desk,
  key: string,
  fileName: string,
  bytes: Uint8Array,
  now: number,
): Promise<string> {
  const name = documentName(path.basename(fileName.replaceAll('\\', '/')), bytes);
  if (mediaType(name) === undefined)
    throw new Refused(
      422,
      `“${name}” is of a kind that is not published. PDF, Word, Excel, PowerPoint, pictures, CSV, text and zip files are.`,
    );
  if (bytes.length === 0) throw new Refused(422, `“${name}” is empty.`);
  if (ending(name) === 'pdf') await refuseLocked(desk, name, bytes);
  const before = openEdit(desk, key);
  if (isNew(key) && typeof before?.typed.fields['title'] !== 'string')
    throw new Refused(422, 'Write the headline first: the document is filed under it.');
  const id = isNew(key) ? save(desk, key, now).key : key;
  const edit = openEdit(desk, id);
  if (!edit) throw new Refused(404, 'This release is no longer there.');
  const same = attachedFiles(edit.typed.fields).find((file) => isSame(desk, id, file, bytes));
  if (same !== undefined) throw new Refused(409, `The release has “${name}” already, as ${same}.`);
  const isFirst = edit.typed.fields['attachments'] === undefined;
  const file = writeBeside(desk.place.root, id, name, isFirst, bytes);
  nameDocument(desk, id, isFirst ? { file } : { file, title: titleOf(name) }, now);
  return id;
}

/** Readers could not open it either. What else an import would refuse may be published beside a release. */
async function refuseLocked(desk: Desk, fileName: string, bytes: Uint8Array): Promise<void> {
  try {
    await desk.documents.read({ fileName, bytes, given: {}, knowledge: { today: '' } });
  } catch (error) {
    if (error instanceof LockedPdf) throw new Refused(422, faultWords(error, desk.place.root));
    if (!(error instanceof ImportRefusal)) throw error;
  }
}

function isSame({ archive, place: { root } }: Desk, id: string, name: string, bytes: Uint8Array): boolean {
  const file = fileBeside(id, name, archive.now().folder.files);
  return file !== undefined && readPlainFile(root, file.below)?.equals(bytes) === true;
}

/** Writes a file under the release's name, with words of its own where it is not the first, and says how it is called. */
function writeBeside(root: string, id: string, name: string, isFirst: boolean, bytes: Uint8Array): string {
  const stem = path.posix.basename(id);
  const words = slugOf(name.replace(/\.[^.]*$/, '')) || 'document';
  for (let number = 1; ; number++) {
    const own = isFirst && number === 1 ? stem : `${stem}-${words}${number > 1 ? `-${number}` : ''}`;
    const file = `${own}.${ending(name)}`;
    if (writeNewFile(root, beside(id, file), bytes)) return file;
  }
}

function titleOf(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return words === '' ? name : words;
}
