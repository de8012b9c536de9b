import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { rootName } from '../../archive/root-name.ts';
import { hashFile } from '../../files/hash-file.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Environment } from '../environment.ts';
import { UsageError } from '../failure.ts';
import type { SiteFolder } from '../site-folder.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../..');

/**
 * Copies what an archive has in a folder `public` of its own, such as the file by which a search engine knows the owner. In the
 * program's repository that folder is the program's own, which the bundle of pages holds. Throws a `UsageError` for a file at an address of the site's own.
 */
export function copyPublicFiles({ project }: Pick<Environment, 'project'>, folder: SiteFolder): void {
  const root = path.join(project, 'public');
  if (project === PROGRAM || !existsSync(root)) return;
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .toSorted(compareText);
  for (const below of names) {
    const [first = ''] = below.split('/');
    const owner = rootName(first)?.owner;
    if (owner === 'folder' || owner === 'file' || folder.files.has(below)) {
      throw new UsageError(
        `public/${below} would stand at an address of the site's own. Rename it, or take it out of the folder public.`,
      );
    }
    folder.copy({ root, below }, below, hashFile(path.join(root, below)).digest);
  }
}
