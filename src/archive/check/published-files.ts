import { fileContentFinding } from '../../release/file-content.ts';
import { ending } from '../../release/file-name.ts';
import { MAX_POINTER_BYTES, pointerFinding } from '../../release/git-pointer.ts';
import { conflictFindings } from '../../release/merge-conflict.ts';
import { quote } from '../../text/quote.ts';
import type { Finding } from '../../release/problem.ts';
import { bodyParts } from './body-parts.ts';
import { fileOfTarget, publishedFiles, withoutDot, type PublishedFile } from '../files-beside.ts';
import type { ReleasesFolder } from '../read/read-releases.ts';
import type { WholeDraft } from '../../release/schema.ts';
import type { ReleaseCheck } from './context.ts';

/** A file that is published beside a release must be whole, be what its ending says, and hold nothing that git has left. */
export function checkPublishedFiles({ release, context, report }: ReleaseCheck<WholeDraft>): void {
  const { folder } = context;
  for (const file of publishedFiles(release, folder.files)) {
    const finding = leftByGit(file, folder) ?? contentFault(file, folder);
    if (!finding) continue;
    const at = (release.attachments ?? []).findIndex((entry) => 'file' in entry && entry.file === file.name);
    const { links, pictures } = bodyParts(release);
    const part =
      links.find(({ written }) => fileOfTarget(written) === file.name) ??
      pictures.find(({ written }) => withoutDot(written) === file.name);
    // What is cut off may still open, and nobody may have the rest of it any more.
    const severity = finding.rule === 'attachment-cut-off' ? 'warning' : 'error';
    report(at === -1 ? (part?.line ?? 1) : `attachments.${at}`, severity, finding);
  }
}

function leftByGit({ name, below, bytes }: PublishedFile, folder: ReleasesFolder): Finding | undefined {
  const pointer = bytes <= MAX_POINTER_BYTES ? pointerFinding(folder.textOf(below), quote(name)) : undefined;
  if (pointer) return pointer;
  if (!isPlainText(name) || bytes > LARGEST_TEXT) return undefined;
  const [first, ...more] = conflictFindings(folder.textOf(below));
  if (!first) return undefined;
  return {
    rule: first.rule,
    message: `${quote(name)} holds merge conflict marks on ${lineList([first, ...more].map(({ line }) => line))}: git left both versions there, and nobody has chosen yet.`,
    hint: 'Keep the text that is right and delete the marks; put a space before a line that is meant as text.',
  };
}

function contentFault({ name, below }: PublishedFile, folder: ReleasesFolder): Finding | undefined {
  const ends = folder.endsOf(below);
  return ends && fileContentFinding(name, ends);
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
