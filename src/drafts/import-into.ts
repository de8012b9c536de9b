import type { Given, Imported } from '../importers/draft.ts';
import type { Knowledge } from '../importers/guess/guess.ts';
import { formatRelease } from '../release/format.ts';
import { idOf } from '../release/naming.ts';
import { isAttachable } from '../importers/file-kinds.ts';
import type { ScanPrograms } from '../importers/scan/recognise.ts';
import type { DocumentReader } from './document-reader.ts';
import { writeReport } from '../importers/import-report.ts';
import { placeFor, reportFile, wholeDraft, writeDraft, type Beside } from './write-draft.ts';
import type { Originals } from './originals.ts';
import { readFiles } from './read-files.ts';

/** A document that is to become a draft. */
interface SourceDocument {
  /** Its file's name, without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The folder in which it lies, for pictures that were saved beside it. */
  readonly folder?: string;
}

/** What an import may use. */
interface ImportOptions {
  readonly given: Given;
  readonly knowledge: Knowledge;
  readonly reader: DocumentReader;
  readonly originals: Originals;
  /** Has a machine read the pages that are pictures. */
  readonly scans?: ScanPrograms | undefined;
  /** Nothing is written. */
  readonly dryRun: boolean;
}

/** What became of a document. */
type Made =
  /** `report` is the path of the report on it, below the releases folder. */
  | { readonly kind: 'written'; readonly id: string; readonly imported: Imported; readonly report?: string }
  /** The very same document lies beside this release already. */
  | { readonly kind: 'skipped'; readonly id: string };

/**
 * Makes a draft of one document in a releases folder, with the document beside it. Nothing is overwritten.
 * Throws `ImportRefusal` for a document that cannot be read; errors of `node:fs` pass.
 */
export async function importDocumentInto(
  root: string,
  { name, bytes, folder }: SourceDocument,
  { given, knowledge, reader, originals, scans, dryRun }: ImportOptions,
): Promise<Made> {
  const same = await originals.find(name, bytes);
  if (same !== undefined) return { kind: 'skipped', id: same };
  const { imported } = await reader.read({ fileName: name, bytes, given, knowledge, ...(scans ? { scans } : {}) });
  const { draft, files = [], pages } = imported;
  const wanted = idOf(draft.date?.day, draft.title);
  const { contents, notes } = readFiles(files, folder);
  const original = imported.document ?? (isAttachable(name) ? { name, bytes } : undefined);
  const inside = imported.document && (await originals.find(imported.document.name, imported.document.bytes));
  if (inside !== undefined) return { kind: 'skipped', id: inside };
  const beside: Beside = { original, pages, files, contents };
  const textFor = (id: string) => formatRelease(wholeDraft(id, draft, beside));
  const { id, there } = await placeFor(root, wanted, { original, textFor });
  if (there) return { kind: 'skipped', id };
  const whole = { ...imported, notes: [...imported.notes, ...notes] };
  if (dryRun) return { kind: 'written', id, imported: whole };
  const report = writeReport(name, whole);
  if (!(await writeDraft(root, id, draft, { ...beside, report }))) return { kind: 'skipped', id };
  if (original) originals.add(id, original.name, original.bytes);
  return { kind: 'written', id, imported: whole, ...(report === undefined ? {} : { report: reportFile(id) }) };
}
