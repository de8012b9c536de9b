import { basename, dirname, join } from 'node:path';
import { leftOutShare, percent, totalLine } from '../importers/import-report.ts';
import type { Measure } from '../importers/model/measure.ts';
import type { FileBeside } from '../importers/model/extract.ts';
import { ending } from '../release/file-name.ts';
import { counted } from '../text/counted.ts';
import type { Given, Imported } from '../importers/draft.ts';
import type { Knowledge } from '../importers/guess/guess.ts';
import { documentName, isAttachable, MAX_BYTES } from '../importers/file-kinds.ts';
import type { DocumentReader } from '../drafts/document-reader.ts';
import { readWithin } from '../drafts/read-document.ts';
import { importFailure } from '../drafts/import-failure.ts';
import { sourceNote } from '../drafts/review-draft.ts';
import { importDocumentInto } from '../drafts/import-into.ts';
import type { MadeDraft } from '../drafts/open-questions.ts';
import { LockedPdf } from '../importers/model/refusal.ts';
import type { ScanPrograms } from '../importers/scan/recognise.ts';
import type { AskForPassword } from './ask-for-password.ts';
import type { Originals } from '../drafts/originals.ts';
import { shortNote } from '../text/quote.ts';

export interface Task {
  readonly given: Given;
  /** Absolute path of the releases folder. */
  readonly root: string;
  /** The releases folder as messages name it. */
  readonly shown: string;
  readonly dryRun: boolean;
  readonly knowledge: Knowledge;
  readonly reader: DocumentReader;
  readonly originals: Originals;
  /** Has a machine read pages that are pictures. */
  readonly scans?: ScanPrograms | undefined;
  /** Asks for the password of a locked file; `undefined` leaves the file. */
  readonly password: AskForPassword;
  /** Aborted when the person wants the command to end. */
  readonly stop: AbortSignal;
  /** Prints a line. */
  readonly out: (line: string) => void;
}

/** What an import of files has left. */
interface ImportedFiles {
  /** How many were not imported, those that were left when the person ended the command among them. */
  readonly failed: number;
  readonly made: readonly MadeDraft[];
}

/** Imports files one after the other and prints what each became, and at the end which were not imported. */
export async function importFiles(files: readonly string[], task: Task): Promise<ImportedFiles> {
  const made: MadeDraft[] = [];
  const measures: Measure[] = [];
  const failed: string[] = [];
  let skipped = 0;
  let left = 0;
  // The releases that the files of pages have gone to.
  const taken = new Map<string, string>();
  for (const [index, file] of pagesFirst(files).entries()) {
    const place = files.length > 1 ? `[${index + 1}/${files.length}] ` : '';
    const owner = taken.get(file);
    if (owner !== undefined) {
      skipped += 1;
      task.out(`${place}${basename(file)}\n  Already there: beside ${owner}, whose text names it.`);
      continue;
    }
    try {
      const { lines, draft, measure, files: own = [] } = await importFile(file, task);
      for (const one of own)
        if ('path' in one && draft) taken.set(join(dirname(file), one.path), `${task.shown}/${draft.id}.md`);
      if (measure) measures.push(measure);
      if (draft) made.push(draft);
      else skipped += 1;
      task.out(`${place}${basename(file)}`);
      for (const line of lines) task.out(`  ${line}`);
    } catch (error) {
      if (task.stop.aborted) {
        left = files.length - index;
        break;
      }
      failed.push(`${basename(file)}: ${importFailure(error)}`);
      task.out(`${place}${basename(file)}`);
      task.out(`  Not imported: ${importFailure(error)}`);
    }
  }
  if (files.length > 1) {
    const written = task.dryRun ? `${made.length} would be written` : `${made.length} written`;
    task.out(`${files.length} files: ${written}, ${skipped} already there, ${failed.length} not imported.`);
    if (measures.length > 1) task.out(totalLine(measures));
  }
  if (left > 0) task.out(stoppedLine(left, 'file'));
  if (failed.length > 0 && files.length > 1) {
    task.out('\nNot imported:');
    for (const line of failed) task.out(`  ${line}`);
    task.out('Give the command again when these files are mended; what is there is skipped.');
  }
  return { failed: failed.length + left, made };
}

/** What a page names lies beside it, and is known once the page was read. */
function pagesFirst(files: readonly string[]): string[] {
  const isPage = (file: string) => /^(?:md|markdown|html?|xhtml)$/.test(ending(file));
  return [...files.filter(isPage), ...files.filter((file) => !isPage(file))];
}

interface Outcome {
  /** Files of the folder that went beside the draft. */
  readonly files?: readonly FileBeside[] | undefined;
  /** The draft; absent where the document was there already. */
  readonly draft?: MadeDraft;
  readonly measure?: Measure | undefined;
  readonly lines: readonly string[];
}

async function importFile(file: string, task: Task): Promise<Outcome> {
  const bytes = await readWithin(file, MAX_BYTES);
  const document = { name: documentName(basename(file), bytes), bytes, folder: dirname(file) };
  const made = await unlocked(document.name, task, (given) =>
    importDocumentInto(task.root, document, { ...task, given }),
  );
  const path = `${task.shown}/${made.id}.md`;
  if (made.kind === 'skipped')
    return {
      lines: [
        `Already there: ${path}`,
        ...(task.scans
          ? ['To have its pictures of pages read, delete the draft and its files and import it anew.']
          : []),
      ],
    };
  const { draft, unknownCode } = made.imported;
  const first = `${task.dryRun ? 'Would write' : 'Wrote'} ${path}${measures(made.imported)}`;
  const report = made.report === undefined ? [] : [`Report: ${task.shown}/${made.report}`];
  const review = (draft.review ?? []).map((item) => `${item.field}: ${item.value}${sourceNote(item)}`);
  return {
    measure: made.imported.measure,
    files: made.imported.files,
    draft: { id: made.id, draft, ...(unknownCode === undefined ? {} : { unknownCode }) },
    lines: [first, ...report, ...review, ...noteLines(made.imported, document.name)],
  };
}

/** What `read` gives, with the passwords that a person types when it is a locked file. */
export async function unlocked<T>(name: string, task: Task, read: (given: Given) => Promise<T>): Promise<T> {
  let given = task.given;
  for (;;) {
    try {
      return await read(given);
    } catch (error) {
      const password = error instanceof LockedPdf ? await task.password(name, given.password) : undefined;
      if (password === undefined) throw error;
      given = { ...given, password };
    }
  }
}

/** What a person reads who has ended the command. */
export function stoppedLine(left: number, noun: string): string {
  return `Stopped; ${counted(left, noun)} left. Give the command again to go on; what is there is skipped.`;
}

/** ` (3 pages, 97.0 % of the words, 3.0 % left out as repeated heads and feet)`, as far as it is known; else an empty text. */
export function measures({ draft, pages, measure }: Imported): string {
  const words = draft.textFrom === 'scan' ? 'the words that the machine read' : 'the words';
  const parts = [
    ...(pages === undefined ? [] : [counted(pages, 'page')]),
    ...(measure === undefined ? [] : [`${percent(measure.share)} of ${words}${leftOutShare(measure)}`]),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function noteLines({ draft, unknownCode, notes }: Imported, file: string): string[] {
  const missing = (['code', 'date', 'types', 'authorisedBy', 'contacts'] as const).filter(
    (field) => draft[field] === undefined,
  );
  return [
    ...(missing.length > 0 ? [`Not found, left out: ${missing.join(', ')}.`] : []),
    ...(unknownCode === undefined ? [] : [`The archive does not know ${unknownCode}; the code is left out.`]),
    ...notes.map((note) => `Note: ${shortNote(note)}`),
    ...(isAttachable(file)
      ? []
      : [
          `Note: ${/^(?:md|markdown)$/.test(ending(file)) ? 'The file itself' : 'A web page or e-mail'} is not published beside its release; keep the original yourself.`,
        ]),
  ];
}
