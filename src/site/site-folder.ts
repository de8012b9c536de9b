import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteFile } from './checksums.ts';

/** A folder of a site that is being made, and what was written into it. */
export interface SiteFolder {
  /** Writes a file, by its path below the folder with `/`. */
  readonly write: (name: string, content: Buffer) => void;
  /** Takes note of a file that somebody else has written. */
  readonly note: (file: SiteFile) => void;
  /** By their paths. */
  readonly files: ReadonlyMap<string, SiteFile>;
}

/** Opens a folder; it need not be there. */
export function openSiteFolder(root: string): SiteFolder {
  const files = new Map<string, SiteFile>();
  const made = new Set<string>();
  return {
    write(name, content) {
      const file = path.join(root, name);
      const folder = path.dirname(file);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      writeFileSync(file, content);
      files.set(name, { path: name, digest: hash('sha256', content), bytes: content.length });
    },
    note: (file) => void files.set(file.path, file),
    files,
  };
}
