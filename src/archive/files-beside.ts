import path from 'node:path/posix';
import { isPicture, mediaType } from '../release/file-name.ts';
import { compareText } from '../text/compare-text.ts';
import type { WholeDraft } from '../release/schema.ts';
import { bodyParts } from './check/body-parts.ts';

/** A file that is published beside a release, because the release names it. */
export interface PublishedFile {
  readonly name: string;
  /** Its path below the releases folder. */
  readonly below: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Path below the releases folder of a file that lies beside a release. */
export function beside(id: string, name: string): string {
  return path.join(path.dirname(id), name);
}

/**
 * The files that a release names as attachments, or links to or shows in its text, by name.
 * `files` holds what is there; what is missing is left out, and `checkArchive` reports it.
 */
export function publishedFiles(release: WholeDraft, files: ReadonlyMap<string, number>): PublishedFile[] {
  const attached = (release.attachments ?? []).flatMap((entry) => ('file' in entry ? [entry.file] : []));
  const { links, pictures } = bodyParts(release);
  const shown = pictures.map(({ written }) => written).filter(isPicture);
  const names = new Set([...attached, ...links.map(({ written }) => fileOfTarget(written)), ...shown.map(withoutDot)]);
  return [...names].toSorted(compareText).flatMap((name) => {
    const file = fileBeside(release.id, name, files);
    return file ? [file] : [];
  });
}

/** The file of this name beside a release, when it is there and of a type that is published. */
export function fileBeside(id: string, name: string, files: ReadonlyMap<string, number>): PublishedFile | undefined {
  const type = mediaType(name);
  const below = beside(id, name);
  const bytes = files.get(below);
  if (type === undefined || bytes === undefined || name.includes('/')) return undefined;
  return { name, below, bytes, mediaType: type };
}

/** The name of the file to which a link leads, without a place in it such as `#page=3`. */
export function fileOfTarget(target: string): string {
  return withoutDot(target.replace(/#.*$/s, ''));
}

/** A target without the `./` that some people write before a file name. */
export function withoutDot(target: string): string {
  return target.replace(/^\.\//, '');
}
