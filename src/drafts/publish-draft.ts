import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readPlainFile } from '../files/read-plain-file.ts';
import { plainFolder, writeWhole } from '../files/write-whole.ts';
import { reportFile } from './write-draft.ts';
import type { Publication } from './publication.ts';

/**
 * Writes a publication, or a draft under another name. The files are copied first, then the release is written, then the draft is taken away: wherever this
 * is ended, nothing is lost, and the same again goes on where it stopped. Nothing is overwritten; a file that is in the way
 * makes this throw. What other releases name too, `ofOthers`, stays where it is as well.
 */
export function publishDraft(
  root: string,
  was: string,
  { id, text, moves }: Publication,
  ofOthers: ReadonlySet<string>,
): void {
  for (const { from, to } of moves) copyNew(root, from, to);
  writeWhole(root, `${id}.md`, text);
  if (id !== was) rmSync(path.join(root, `${was}.md`), { force: true });
  for (const { from } of moves) if (!ofOthers.has(from)) rmSync(path.join(root, from), { force: true });
  const report = path.join(root, reportFile(was));
  if (id !== was && existsSync(report)) renameSync(report, path.join(root, reportFile(id)));
}

function copyNew(root: string, from: string, to: string): void {
  plainFolder(root, path.posix.dirname(to));
  const bytes = readPlainFile(root, from);
  const there = readPlainFile(root, to);
  if (bytes !== undefined && there?.equals(bytes)) return;
  copyFileSync(path.join(root, from), path.join(root, to), constants.COPYFILE_EXCL);
}
