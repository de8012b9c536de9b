import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PlannedRelease } from '../importers/csv/archive-plan.ts';
import type { FileBeside } from '../importers/model/extract.ts';
import { ending } from '../release/file-name.ts';
import { importFailure } from './import-failure.ts';
import { readBeside } from './read-document.ts';

/** A file that a text links to and that lies beside its list. */
interface LinkedFile {
  /** Where it lies below the list's folder. */
  readonly path: string;
  readonly url: string;
  readonly file: FileBeside;
  readonly bytes: Uint8Array;
}

/** The files of a text that lie beside its list, looked for under each of their paths, the longest first. */
export function findLinked(
  linked: NonNullable<PlannedRelease['linked']>,
  folder: string,
): { found: LinkedFile[]; notes: string[] } {
  const found: LinkedFile[] = [];
  const notes: string[] = [];
  for (const { url, paths } of linked) {
    const title = basename(paths[0] ?? '');
    let missing = `${title} does not lie beside the list; the link to ${url} was kept.`;
    for (const path of paths) {
      try {
        const bytes = readBeside(folder, path);
        found.push({ url, path, bytes, file: { name: `attached-${found.length + 1}.${ending(title)}`, title, path } });
        missing = '';
        break;
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ENOENT') missing = `${title}: ${importFailure(error)}`;
      }
    }
    if (missing !== '') notes.push(missing);
  }
  return { found, notes };
}

/** A picture of a post under the longest end of its path that lies below the list's folder. */
export function nearest(file: FileBeside, folder: string): FileBeside {
  if (!('path' in file)) return file;
  const parts = file.path.split('/');
  const path = parts.map((_, from) => parts.slice(from).join('/')).find((one) => existsSync(join(folder, one)));
  return path === undefined ? file : { ...file, path };
}

/** A text whose links lead to the files beside the release. */
export function relink(body: string, found: readonly LinkedFile[]): string {
  return found.reduce((text, { url, file }) => text.replaceAll(`](${url})`, `](${file.name})`), body);
}
