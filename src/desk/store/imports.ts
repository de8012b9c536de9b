import { rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readPlainFile } from '../../files/read-plain-file.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { keep, kept, LOCAL, nameOf } from './local-folder.ts';

const found = z.array(z.object({ page: z.number().optional(), words: z.string() })).readonly();

const importSchema = z.object({
  /** Name of the document that was imported. */
  name: z.string(),
  /** What was left out or is doubtful, in full sentences. */
  notes: z.array(z.string()).readonly(),
  /** What the draft shows of the words that a person sees in the document, where that is known. */
  measure: z
    .object({
      seen: z.number(),
      shown: z.number(),
      leftOut: found,
      lost: found,
      added: found,
      moved: found,
      doubtful: found,
    })
    .optional(),
});

/** What an import has said, for the review. */
export type ImportNotes = z.output<typeof importSchema>;

/** Keeps what an import has said; `original` is the document itself where it may not lie beside its release. */
export function keepImport(root: string, id: string, notes: ImportNotes, original?: Uint8Array): void {
  // What a former draft of this id came from is none of this one.
  rmSync(path.join(root, originalOf(id)), { force: true });
  keep(root, notesOf(id), notes);
  if (original !== undefined) writeWhole(root, originalOf(id), original);
}

/** Keeps both under the id that a release has by now. */
export function moveImport(root: string, from: string, to: string): void {
  const notes = readImport(root, from);
  if (notes === undefined || from === to) return;
  keepImport(root, to, notes, readOriginal(root, from));
  for (const file of importFiles(root, from)) rmSync(path.join(root, file));
}

export function readImport(root: string, id: string): ImportNotes | undefined {
  return kept(root, notesOf(id), importSchema);
}

/** A document that may not lie beside its release, such as an e-mail. */
export function readOriginal(root: string, id: string): Buffer | undefined {
  return readPlainFile(root, originalOf(id));
}

/** Paths below the releases folder of what is kept of a release's import. */
export function importFiles(root: string, id: string): string[] {
  const files = [`${LOCAL}/${notesOf(id)}`, originalOf(id)];
  return files.filter((file) => readPlainFile(root, file) !== undefined);
}

function notesOf(id: string): string {
  return `imports/${nameOf(id)}.json`;
}

function originalOf(id: string): string {
  return `${LOCAL}/originals/${nameOf(id)}`;
}
