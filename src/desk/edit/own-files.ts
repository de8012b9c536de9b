import path from 'node:path';
import { fileBeside } from '../../archive/files-beside.ts';
import { filesOfOthers } from '../../drafts/files-of-others.ts';
import type { Desk } from '../desk.ts';
import { moveToBin } from '../store/bin.ts';
import { readReleaseFile } from './release-file.ts';
import { attachedFiles, type Typed } from './typed.ts';

/**
 * Paths below the releases folder of those of the named files that lie beside the release, are of a kind that is published, and
 * that no other release names or shows. What somebody has typed may name anything.
 */
export function ownFiles({ archive }: Desk, id: string, names: readonly string[]): string[] {
  const { folder } = archive.now();
  const ofOthers = filesOfOthers(folder, id);
  const own = new Set(names.flatMap((name) => fileBeside(id, name, folder.files)?.below ?? []));
  return [...own].filter((file) => !ofOthers.has(file));
}

/** Documents that the file of a release names and what is typed of it does not any more, as `ownFiles`. */
export function droppedFiles(desk: Desk, id: string, { fields, body }: Typed): string[] {
  const before = attachedFiles(readReleaseFile(desk.place.root, id)?.typed?.fields ?? {});
  const after = new Set(attachedFiles(fields));
  return ownFiles(
    desk,
    id,
    before.filter((name) => !after.has(name) && !body.includes(name)),
  );
}

/** Moves documents that a release does not name any more into the bin, each by itself. */
export function binDocuments(root: string, id: string, files: readonly string[], now: number): void {
  for (const file of files) moveToBin(root, { title: path.basename(file), at: now, files: [file], of: id });
}
