import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteFile } from './checksums.ts';

/** A folder of a site that is being made, and what was written into it. */
export interface SiteFolder {
  /** Writes a file, by its path below the folder with `/`. */
  readonly write: (name: string, content: Buffer) => void;
  /** The path on the disk of a file that is to be written; its folder is there. */
  readonly place: (name: string) => string;
  /** Takes note of a file that was written at its place. */
  readonly note: (file: SiteFile) => void;
  /** By their paths. */
  readonly files: ReadonlyMap<string, SiteFile>;
}

/** Opens a folder; it need not be there. */
export function openSiteFolder(root: string): SiteFolder {
  const files = new Map<string, SiteFile>();
  const made = new Set<string>();
  const place = (name: string): string => {
    const file = path.join(root, name);
    const folder = path.dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return file;
  };
  return {
    write(name, content) {
      writeFileSync(place(name), content);
      files.set(name, { path: name, digest: hash('sha256', content), bytes: content.length });
    },
    place,
    note: (file) => void files.set(file.path, file),
    files,
  };
}
