import { basename, dirname } from 'node:path';
import type { Writable } from '../release/format.ts';
import { planArchive, type PlannedRelease, type RowFinding } from '../importers/archive-plan.ts';
import { decodeText } from '../importers/decode-text.ts';
import { refuseUnfinished } from '../importers/unfinished.ts';
import { MAX_BYTES } from '../importers/file-kinds.ts';
import { measures, reason, stoppedLine, type Task } from './import-files.ts';
import { exists, readBeside, readWithin, writeDraft } from './import-disk.ts';

/** A table is larger only when it is none: a hundred thousand rows have 15 MB. */
const MAX_TABLE_BYTES = 50 * 1024 * 1024;

/**
 * Imports what a CSV lists, row by row, and prints what needs a person. A release that is already there is skipped,
 * so that the command can be given again after a stop. Comes back with how many rows were not imported.
 */
export async function importArchive(table: string, task: Task): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = await readWithin(table, MAX_TABLE_BYTES);
    refuseUnfinished(bytes);
  } catch (error) {
    task.out(`${basename(table)}: ${reason(error)}`);
    return 1;
  }
  const name = basename(table);
  const { text, note } = decodeText(bytes);
  const plan = planArchive(text, task.given.code, task.knowledge.today);
  task.out(`${name}: ${plan.releases.length} releases can be made.`);
  for (const column of plan.columns) task.out(`  ${column}`);
  if (note !== undefined) task.out(`  Note: ${note}`);
  const open: string[] = plan.findings.map((finding) => findingLine(name, finding));
  const counts = {
    written: 0,
    skipped: 0,
    failed: new Set(plan.findings.filter((finding) => finding.stops).map((finding) => finding.line)).size,
  };
  let left = 0;
  for (const [index, release] of plan.releases.entries()) {
    const place = `[${index + 1}/${plan.releases.length}] ${task.shown}/${release.id}.md`;
    try {
      task.stop.throwIfAborted();
      if (await exists(task.root, release.id)) {
        counts.skipped += 1;
        task.out(`${place}  already there`);
        continue;
      }
      const { said, notes } = await importRow(release, dirname(table), task);
      counts.written += 1;
      task.out(`${place}  ${said}`);
      open.push(...notes.map((line) => `${name}:${release.line}  ${line}`));
    } catch (error) {
      if (task.stop.aborted) {
        left = plan.releases.length - index;
        break;
      }
      counts.failed += 1;
      task.out(`${place}  not imported`);
      open.push(`${name}:${release.line}  ${release.file ?? ''}: ${reason(error)}`);
    }
  }
  const written = task.dryRun ? `${counts.written} would be written` : `${counts.written} written`;
  task.out(`${written}, ${counts.skipped} already there, ${counts.failed} not imported.`);
  if (left > 0) task.out(stoppedLine(left, 'release'));
  if (open.length > 0) task.out(`\nNeeds review:\n${open.map((line) => `  ${line}`).join('\n')}`);
  return counts.failed + left;
}

async function importRow(
  release: PlannedRelease,
  folder: string,
  task: Task,
): Promise<{ said: string; notes: readonly string[] }> {
  const { title, code, date, types } = release;
  const given = { title, code, date, ...(types.length > 0 ? { types } : {}) };
  if (release.file === undefined) {
    const draft: Writable = {
      ...given,
      code: [...code],
      types: types.length > 0 ? [...types] : undefined,
      draft: true,
      body: '',
    };
    const whole = types.length > 0 ? { ...draft, typedBy: 'archive' as const } : draft;
    if (!task.dryRun) await writeDraft(task.root, release.id, whole);
    return { said: 'without a document', notes: [] };
  }
  const bytes = readBeside(folder, release.file, MAX_BYTES);
  const name = basename(release.file);
  const { knowledge } = task;
  // A dry run looks whether each document is there and can be read, too.
  const { imported, warnings } = await task.reader.read({ fileName: name, bytes, given, knowledge });
  if (!imported.draft) throw new Error(`A draft with a code was refused: ${title}`);
  if (!task.dryRun) await writeDraft(task.root, release.id, imported.draft, { name, bytes }, imported.pages);
  const telling = imported.notes.filter((note) => !/^Left out (?:as running|the stamp)/.test(note));
  return {
    said: `${task.dryRun ? 'would be written' : 'written'}${measures(imported)}`,
    notes: [...telling, ...warnings],
  };
}

function findingLine(name: string, { line, message, hint, stops }: RowFinding): string {
  return `${name}:${line}  ${stops ? 'Not imported. ' : ''}${message} ${hint}`;
}
