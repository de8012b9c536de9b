import { ending } from '../../release/file-name.ts';
import { isLfsPointer, lfsPointerFinding, MAX_POINTER_BYTES } from '../../release/lfs-pointer.ts';
import { conflictFindings } from '../../release/merge-conflict.ts';
import { quote, type Finding } from '../../release/problem.ts';
import { bodyPieces } from '../body-pieces.ts';
import { publishedFiles, withoutDot, type PublishedFile } from '../files.ts';
import type { ReleasesFolder } from '../read.ts';
import type { ReleaseCheck } from './context.ts';

/** What git has left in the place of a file that is published beside a release, or in it. */
export function checkPublishedFiles({ release, context, report }: ReleaseCheck): void {
  const { folder } = context;
  for (const file of publishedFiles(release, folder.files)) {
    const finding = leftByGit(file, folder);
    if (!finding) continue;
    const at = (release.attachments ?? []).findIndex((entry) => 'file' in entry && entry.file === file.name);
    const { links, pictures } = bodyPieces(release);
    const piece = [...links, ...pictures].find(({ written }) => withoutDot(written) === file.name);
    report(at === -1 ? (piece?.line ?? 1) : `attachments.${at}`, 'error', finding);
  }
}

function leftByGit({ name, below, bytes }: PublishedFile, folder: ReleasesFolder): Finding | undefined {
  if (bytes <= MAX_POINTER_BYTES && isLfsPointer(folder.textOf(below))) return lfsPointerFinding(quote(name));
  if (!isPlainText(name) || bytes > LARGEST_TEXT) return undefined;
  const [first, ...more] = conflictFindings(folder.textOf(below));
  if (!first) return undefined;
  return {
    rule: first.rule,
    message: `${quote(name)} holds merge conflict marks on ${lineList([first, ...more].map(({ line }) => line))}: git left both versions there, and nobody has chosen yet.`,
    hint: 'Keep the text that is right and delete the marks; put a space before a line that is meant as text.',
  };
}

function isPlainText(name: string): boolean {
  return ['csv', 'txt'].includes(ending(name));
}

/** Bytes. Nobody joins changes of larger ones by hand. */
const LARGEST_TEXT = 20 * 1024 * 1024;

/** `line 3`, `lines 3, 5 and 7`; of many the first ten. */
function lineList(lines: readonly number[]): string {
  const last = lines.at(-1) ?? 1;
  if (lines.length === 1) return `line ${last}`;
  if (lines.length > 10) return `lines ${lines.slice(0, 10).join(', ')} and ${lines.length - 10} more`;
  return `lines ${lines.slice(0, -1).join(', ')} and ${last}`;
}
