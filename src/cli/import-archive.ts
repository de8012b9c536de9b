import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseRelease } from '../release/parse.ts';
import { formatRelease, type Writable } from '../release/format.ts';
import { planArchive, type PlannedRelease, type RowFinding } from '../importers/archive-plan.ts';
import { decodeText, importDocument, refuseUnfinished } from '../importers/import-document.ts';
import { measures, readBeside, reason, SECONDS, type Task } from './import-files.ts';
import { exists, writeDraft } from './import-disk.ts';

/**
 * Imports what a CSV lists, row by row, and prints what needs a person. A release that is already there is skipped,
 * so that the command can be given again after a stop. Comes back with how many rows were not imported.
 */
export async function importArchive(table: string, task: Task): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(table);
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
  for (const [index, release] of plan.releases.entries()) {
    const place = `[${index + 1}/${plan.releases.length}] ${task.shown}/${release.id}.md`;
    try {
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
      counts.failed += 1;
      task.out(`${place}  not imported`);
      open.push(`${name}:${release.line}  ${release.file ?? ''}: ${reason(error)}`);
    }
  }
  const written = task.dryRun ? `${counts.written} would be written` : `${counts.written} written`;
  task.out(`${written}, ${counts.skipped} already there, ${counts.failed} not imported.`);
  if (open.length > 0) task.out(`\nFor a person to look at:\n${open.map((line) => `  ${line}`).join('\n')}`);
  return counts.failed;
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
  const bytes = readBeside(folder, release.file);
  const name = basename(release.file);
  // A dry run looks whether each document is there and can be read, too.
  const imported = await importDocument(name, bytes, given, task.knowledge, AbortSignal.timeout(SECONDS * 1000));
  if (!imported.draft) throw new Error(`A draft with a code was refused: ${title}`);
  const { problems } = parseRelease(release.id, formatRelease(imported.draft));
  if (!task.dryRun) await writeDraft(task.root, release.id, imported.draft, { name, bytes }, imported.pages);
  const telling = imported.notes.filter((note) => !/^Left out (?:as running|the stamp)/.test(note));
  return {
    said: `${task.dryRun ? 'would be written' : 'written'}${measures(imported)}`,
    notes: [...telling, ...problems.map((problem) => problem.message)],
  };
}

function findingLine(name: string, { line, message, hint, stops }: RowFinding): string {
  return `${name}:${line}  ${stops ? 'Not imported. ' : ''}${message} ${hint}`;
}
