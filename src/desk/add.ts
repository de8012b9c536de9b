import path from 'node:path';
import { importDocumentInto } from '../drafts/import-into.ts';
import { createOriginals } from '../drafts/originals.ts';
import { knowledgeOf } from '../drafts/knowledge.ts';
import { documentName, isAttachable, refusalOf } from '../importers/file-kinds.ts';
import { measureNotes } from '../importers/import-report.ts';
import { sydneyDate } from '../release/sydney-time.ts';
import type { Desk } from './desk.ts';
import { faultWords } from './fault-words.ts';
import { keepImport } from './store/imports.ts';

/** What became of a document that was added: a draft to review, or why there is none. */
type Added = { readonly id: string; readonly isNew: boolean; readonly title: string } | { readonly fault: string };

/** Makes a draft of a document. Nothing is thrown because of the document. */
export async function addDocument(desk: Desk, fileName: string, bytes: Uint8Array, now: number): Promise<Added> {
  const { root } = desk.place;
  const name = documentName(path.basename(fileName.replaceAll('\\', '/')), bytes);
  try {
    const knowledge = knowledgeOf(desk.place, sydneyDate(now).day);
    const options = { given: {}, knowledge, reader: desk.documents, originals: createOriginals(root), dryRun: false };
    const made = await importDocumentInto(root, { name, bytes }, options);
    if (made.kind === 'skipped') return { id: made.id, isNew: false, title: name };
    const { notes, measure, draft } = made.imported;
    // What the review lists word by word is not said twice.
    const told = new Set(measure === undefined ? [] : measureNotes(measure));
    keepImport(
      root,
      made.id,
      {
        name,
        notes: notes.filter((note) => !told.has(note)).map(noteAtDesk),
        ...(measure === undefined ? {} : { measure }),
      },
      isAttachable(name) ? undefined : bytes,
    );
    return { id: made.id, isNew: true, title: draft.title };
  } catch (error) {
    return { fault: addingFault(error, name, root) };
  }
}

/** Why a document was not added, and what to do at the desk, where the terminal has other ways. */
function addingFault(error: unknown, name: string, root: string): string {
  const words = faultWords(error, root);
  return isAttachable(name) && words === refusalOf(name)
    ? `${words} To publish it beside a release, open the release or begin with an empty one, and choose “Add a document” there.`
    : words;
}

/** The same of what an import has noted. */
function noteAtDesk(note: string): string {
  return note.replace(
    BY_TERMINAL,
    'Write the text yourself, or ask whoever looks after the archive to have a machine read it.',
  );
}

const BY_TERMINAL = 'Import it with --scans, which has a machine read it, or write the text yourself.';
