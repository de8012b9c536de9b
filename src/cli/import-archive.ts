import { basename, dirname, join } from 'node:path';
import type { Writable } from '../release/format.ts';
import type { ArchivePlan, PlannedRelease } from '../importers/csv/archive-plan.ts';
import { ending } from '../release/file-name.ts';
import { wordsOf } from '../importers/model/words.ts';
import { refuseUnfinished } from '../importers/unfinished.ts';
import { readFiles } from '../drafts/read-files.ts';
import type { Measure } from '../importers/model/measure.ts';
import { totalLine, writeReport } from '../importers/import-report.ts';
import { counted } from '../text/counted.ts';
import { quote, shortNote } from '../text/quote.ts';
import { measures, stoppedLine, unlocked, type Task } from './import-files.ts';
import { importFailure } from '../drafts/import-failure.ts';
import { findLinked, nearest, relink } from '../drafts/linked-files.ts';
import { readBeside, readWithin } from '../drafts/read-document.ts';
import { exists, removeParts, writeDraft } from '../drafts/write-draft.ts';
import { openLine, openLines, type OpenLine } from './open-lines.ts';

/** A table is larger only when it is none: a hundred thousand rows have 15 MB. */
const MAX_TABLE_BYTES = 50 * 1024 * 1024;

/**
 * Imports what a list, an export or a feed asks for, one after the other, and prints what needs a person. A release that
 * is already there is skipped, so that the command can be given again after a stop. Comes back with how many were not imported.
 */
export async function importArchive(table: string, task: Task): Promise<number> {
  const name = basename(table);
  const { given, knowledge } = task;
  let plan: ArchivePlan;
  try {
    const bytes = await readWithin(table, MAX_TABLE_BYTES);
    refuseUnfinished(bytes);
    plan = await task.reader.plan({ fileName: name, bytes, given, knowledge });
  } catch (error) {
    task.out(`${name}: ${importFailure(error)}`);
    return 1;
  }
  task.out(`${name}: ${counted(plan.releases.length, 'release')} can be made.`);
  for (const column of plan.columns) task.out(`  ${column}`);
  const open: OpenLine[] = plan.findings.map(openLine);
  const measured: Measure[] = [];
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
        if (!task.dryRun) await removeParts(dirname(join(task.root, release.id)));
        counts.skipped += 1;
        task.out(`${place}  already there`);
        continue;
      }
      const { said, notes, measure } = await importRow(release, dirname(table), task);
      if (measure) measured.push(measure);
      counts.written += 1;
      task.out(`${place}  ${said}`);
      open.push(...notes.map((text) => ({ line: release.line, text: shortNote(text) })));
    } catch (error) {
      if (task.stop.aborted) {
        left = plan.releases.length - index;
        break;
      }
      counts.failed += 1;
      task.out(`${place}  not imported`);
      open.push({ line: release.line, text: `${release.file ?? release.title}: ${importFailure(error)}` });
    }
  }
  const written = task.dryRun ? `${counts.written} would be written` : `${counts.written} written`;
  task.out(`${written}, ${counts.skipped} already there, ${counts.failed} not imported.`);
  if (measured.length > 0) task.out(totalLine(measured));
  if (left > 0) task.out(stoppedLine(left, 'release'));
  if (open.length > 0) task.out(['\nNeeds review:', ...openLines(name, open)].join('\n'));
  return counts.failed + left;
}

async function importRow(
  release: PlannedRelease,
  folder: string,
  task: Task,
): Promise<{ said: string; notes: readonly string[]; measure?: Measure | undefined }> {
  const { title, code, date, types, fields = {} } = release;
  const { password } = task.given;
  const given = {
    title,
    date,
    ...(code ? { code } : {}),
    ...(types.length > 0 ? { types } : {}),
    ...(password === undefined ? {} : { password }),
  };
  const name = release.document?.name ?? basename(release.file ?? '');
  const own = release.notes ?? [];
  if (release.file === undefined && !release.document) {
    const typedBy = types.length > 0 ? { typedBy: 'archive' as const } : {};
    const draft: Writable = {
      title,
      date,
      ...(code ? { code: [...code] } : {}),
      ...(types.length > 0 ? { types: [...types] } : {}),
      ...typedBy,
      ...fields,
      draft: true,
      body: '',
    };
    if (!task.dryRun) await writeDraft(task.root, release.id, draft, {});
    return { said: 'without a document', notes: own };
  }
  const bytes = release.document?.bytes ?? readBeside(folder, release.file ?? '');
  const { knowledge, scans } = task;
  // A dry run looks whether each document is there and can be read, too.
  const { imported, warnings } = await unlocked(name, { ...task, given }, (facts) =>
    task.reader.read({ fileName: name, bytes, given: facts, knowledge, ...(scans ? { scans } : {}) }),
  );
  const linked = findLinked(release.linked ?? [], folder);
  const [only, ...others] = linked.found.filter(({ file }) => ending(file.name) === 'pdf');
  if (release.document && only && others.length === 0 && wordsOf(imported.draft.body).length < FEW_WORDS) {
    // A post of a few words only leads to the document.
    const { line, id, title: headline } = release;
    const text = `The post says only: “${imported.draft.body.replace(/\s+/g, ' ').trim()}”; the release is ${only.file.title ?? ''}.`;
    return importRow(
      {
        line,
        id,
        title: headline,
        date,
        types,
        fields,
        ...(code ? { code } : {}),
        file: only.path,
        notes: [...own, text],
      },
      folder,
      task,
    );
  }
  const { pages } = imported;
  const files = (imported.files ?? []).map((file) => nearest(file, folder));
  const { contents, notes } = readFiles(files, folder);
  for (const { file, bytes: content } of linked.found) contents.set(file, content);
  // What the list states goes before what the text says.
  const draft = { ...imported.draft, ...fields, body: relink(imported.draft.body, linked.found) };
  const all = [...files, ...linked.found.map(({ file }) => file)];
  const original = release.document ? imported.document : (imported.document ?? { name, bytes });
  const told = [...own, ...imported.notes, ...notes, ...linked.notes];
  const report = writeReport(release.document ? `the post ${quote(title)}` : name, { ...imported, notes: told });
  if (!task.dryRun) await writeDraft(task.root, release.id, draft, { original, pages, files: all, contents, report });
  const telling = imported.notes.filter((note) => !/^Left out (?:as running|the stamp)/.test(note));
  return {
    said: `${task.dryRun ? 'would be written' : 'written'}${measures(imported)}`,
    notes: [...own, ...telling, ...notes, ...linked.notes, ...warnings],
    measure: imported.measure,
  };
}

/** Fewer words than the shortest announcement has. */
const FEW_WORDS = 15;
