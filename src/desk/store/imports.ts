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
  keep(root, `imports/${nameOf(id)}.json`, notes);
  if (original !== undefined) writeWhole(root, `${LOCAL}/originals/${nameOf(id)}`, original);
}

export function readImport(root: string, id: string): ImportNotes | undefined {
  return kept(root, `imports/${nameOf(id)}.json`, importSchema);
}

/** A document that may not lie beside its release, such as an e-mail. */
export function readOriginal(root: string, id: string): Buffer | undefined {
  return readPlainFile(root, `${LOCAL}/originals/${nameOf(id)}`);
}
