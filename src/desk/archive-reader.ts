import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { sitePages, type SitePages } from '../archive/check/addresses.ts';
import { createCheckContext, type CheckContext } from '../archive/check/context.ts';
import { lockPath } from '../archive/seal/read-lock.ts';
import type { Place } from '../archive/read/place.ts';
import { rememberParsed } from '../archive/read/remember-parsed.ts';
import { readReleases, type ReleasesFolder } from '../archive/read/read-releases.ts';

/** The archive as it lies on the disk at one moment. */
interface ArchiveNow {
  readonly folder: ReleasesFolder;
  readonly context: CheckContext;
  readonly pages: SitePages;
}

export interface ArchiveReader {
  /** The archive as it is now; read again only where something in the folder has changed. The folder is there. */
  readonly now: () => ArchiveNow;
  /** False for an archive that is still to be begun. */
  readonly isBegun: () => boolean;
}

/** Reads an archive whenever it is asked for; whatever else writes into the folder is seen. */
export function createArchiveReader({ root, shown }: Place): ArchiveReader {
  const parse = rememberParsed();
  let last: { readonly stamp: string; readonly archive: ArchiveNow } | undefined;
  return {
    now() {
      const stamp = stampOf(root);
      if (last?.stamp === stamp) return last.archive;
      const folder = readReleases(root, shown, parse);
      const context = createCheckContext(folder);
      last = { stamp, archive: { folder, context, pages: sitePages(context) } };
      return last.archive;
    },
    isBegun: () => existsSync(path.join(root, 'archive.yml')),
  };
}

/** What changes with any file of the folder: to look at 10,000 files takes a fiftieth of reading them. */
function stampOf(root: string): string {
  const parts: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) visit(file);
      else parts.push(`${file} ${stateOf(file)}`);
    }
  };
  visit(root);
  return [...parts, stateOf(lockPath(root))].join('\n');
}

function stateOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? 'gone' : `${stats.size} ${stats.mtimeMs} ${stats.ino}`;
}
