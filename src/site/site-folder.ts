import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A folder of a site that is being made, and what was written into it. */
export interface SiteFolder {
  /** Writes a file, by its path below the folder with `/`. */
  readonly write: (name: string, content: Buffer) => void;
  /** Takes note of a file that somebody else has written. */
  readonly note: (name: string, digest: string) => void;
  /** SHA-256 of the files by their paths. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Opens a folder; it need not be there. */
export function openSiteFolder(root: string): SiteFolder {
  const digests = new Map<string, string>();
  const made = new Set<string>();
  return {
    write(name, content) {
      const file = path.join(root, name);
      const folder = path.dirname(file);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      writeFileSync(file, content);
      digests.set(name, hash('sha256', content));
    },
    note: (name, digest) => void digests.set(name, digest),
    digests,
  };
}
