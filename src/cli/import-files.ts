import { basename } from 'node:path';
import { counted } from '../release/amounts.ts';
import { freeId, idOf } from '../release/naming.ts';
import type { Given, GuessedField, Imported } from '../importers/draft.ts';
import type { Knowledge } from '../importers/guess.ts';
import { isAttachable, MAX_BYTES } from '../importers/file-kinds.ts';
import { ImportRefusal } from '../importers/refusal.ts';
import type { DocumentReader } from './document-reader.ts';
import { alreadyThere, namesIn, readWithin, writeDraft } from './import-disk.ts';

export interface Task {
  readonly given: Given;
  /** Absolute path of the releases folder. */
  readonly root: string;
  /** The releases folder as messages name it. */
  readonly shown: string;
  readonly dryRun: boolean;
  readonly knowledge: Knowledge;
  readonly reader: DocumentReader;
  /** Aborted when the person wants the command to end. */
  readonly stop: AbortSignal;
  /** Prints a line. */
  readonly out: (line: string) => void;
}

/** Imports files one after the other and prints what each became. Comes back with how many were not imported. */
export async function importFiles(files: readonly string[], task: Task): Promise<number> {
  const counts = { written: 0, skipped: 0, failed: 0 };
  let left = 0;
  for (const [index, file] of files.entries()) {
    const place = files.length > 1 ? `[${index + 1}/${files.length}] ` : '';
    try {
      const outcome = await importFile(file, task);
      counts[outcome.kind] += 1;
      task.out(`${place}${basename(file)}`);
      for (const line of outcome.lines) task.out(`  ${line}`);
    } catch (error) {
      if (task.stop.aborted) {
        left = files.length - index;
        break;
      }
      counts.failed += 1;
      task.out(`${place}${basename(file)}`);
      task.out(`  Not imported: ${reason(error)}`);
    }
  }
  if (files.length > 1) {
    const written = task.dryRun ? `${counts.written} would be written` : `${counts.written} written`;
    task.out(`${files.length} files: ${written}, ${counts.skipped} already there, ${counts.failed} not imported.`);
  }
  if (left > 0) task.out(stoppedLine(left, 'file'));
  if (counts.written > 0 && !task.dryRun) task.out('Look at each draft, then take its line "draft: true" out.');
  return counts.failed + left;
}

interface Outcome {
  readonly kind: 'written' | 'skipped' | 'failed';
  readonly lines: readonly string[];
}

async function importFile(file: string, task: Task): Promise<Outcome> {
  const bytes = await readWithin(file, MAX_BYTES);
  const { given, knowledge } = task;
  const { imported } = await task.reader.read({ fileName: basename(file), bytes, given, knowledge });
  if (!imported.draft) {
    const findings = imported.findings.map(({ message, hint }) => `Not imported: ${message} ${hint}`);
    return { kind: 'failed', lines: [...findings, ...imported.guesses.map(guessLine)] };
  }
  const wanted = idOf(imported.draft.date.day, imported.draft.title);
  const same = await alreadyThere(task.root, wanted, file, bytes);
  if (same !== undefined) return { kind: 'skipped', lines: [`Already there: ${`${task.shown}/${same}.md`}`] };
  const taken = await namesIn(task.root, wanted.slice(0, 4));
  const id = freeId(wanted, (candidate) => taken.has(candidate.slice(5).toLowerCase()));
  if (!task.dryRun) await writeDraft(task.root, id, imported.draft, { name: file, bytes }, imported.pages);
  const first = `${task.dryRun ? 'Would write' : 'Wrote'} ${task.shown}/${id}.md${measures(imported)}`;
  return { kind: 'written', lines: [first, ...imported.guesses.map(guessLine), ...noteLines(imported, file)] };
}

/** What a person reads who has ended the command. */
export function stoppedLine(left: number, noun: string): string {
  return `Stopped; ${counted(left, noun)} left. Give the command again to go on; what is there is skipped.`;
}

/** ` (3 pages, 100.0 % of the words)`, as far as it is known; else an empty text. */
export function measures({ pages, share }: Imported): string {
  const parts = [
    ...(pages === undefined ? [] : [counted(pages, 'page')]),
    ...(share === undefined ? [] : [`${(share * 100).toFixed(1)} % of the words`]),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function guessLine({ field, value, evidence, confidence }: GuessedField): string {
  const how = { certain: 'stated', likely: 'guessed', 'stand-in': 'NOT FOUND' }[confidence];
  return `${field}: ${value}  [${how}, from: ${evidence}]`;
}

function noteLines(imported: Imported, file: string): string[] {
  const missing = ['types', 'authorisedBy', 'contacts'].filter(
    (field) => !imported.guesses.some((guess) => guess.field === field) && !(imported.draft && field in imported.draft),
  );
  return [
    ...(missing.length > 0 ? [`Not found, left out: ${missing.join(', ')}.`] : []),
    ...imported.notes.map((note) => `Note: ${note}`),
    ...(isAttachable(file)
      ? []
      : ['Note: A web page or e-mail is not published beside its release; keep the original yourself.']),
  ];
}

/** A refusal or a fault of the disk in words; a fault of this program goes on as one. */
export function reason(error: unknown): string {
  if (error instanceof ImportRefusal) return error.message;
  const code = (error as { code?: unknown }).code; // Node names the faults of a disk by code
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read or written.';
  if (code === 'EISDIR') return 'It is a folder.';
  if (code === 'ENOSPC') return 'The disk is full.';
  if (code === 'EEXIST') return 'The file already exists; nothing was overwritten.';
  return `A fault of the program: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}
