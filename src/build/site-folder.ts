import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../files/hash-file.ts';
import { copyUnchanged, hasDigest, type SiteFile, type Source } from './site-files.ts';
import { openFormerSite } from './former-site.ts';

/** A folder of a site that is being made, and what was written into it. Names are paths below it with `/`. */
export interface SiteFolder {
  /** Writes a file. */
  readonly write: (name: string, content: Buffer) => void;
  /** Copies a file. Throws a `BuildFailure` where it has not the digest that it had when the site was begun. */
  readonly copy: (from: Source, name: string, digest: string) => void;
  /** By their names. */
  readonly files: ReadonlyMap<string, SiteFile>;
}

/** Opens a folder; it need not be there. Files that are as they were in the site at `former` are taken from there. */
export function openSiteFolder(root: string, former?: string): SiteFolder {
  const files = new Map<string, SiteFile>();
  const made = new Set<string>();
  const site = former === undefined ? undefined : openFormerSite(former);
  const place = (name: string): string => {
    const file = path.join(root, name);
    const folder = path.dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return file;
  };
  return {
    write(name, content) {
      const digest = hash('sha256', content);
      const known = files.get(name);
      // What was taken is the former site's too, and is not written into.
      if (known !== undefined && known.digest !== digest)
        throw new Error(`${name} was to be written with two contents.`);
      if (known !== undefined) return;
      const file = place(name);
      const taken = site?.take(name, file, (at, bytes) => bytes === content.length && readFileSync(at).equals(content));
      if (taken !== true) {
        writeFileSync(file, content);
        site?.wrote(file);
      }
      files.set(name, { path: name, digest, bytes: content.length });
    },
    copy(from, name, digest) {
      const file = place(name);
      let size = 0;
      const taken = site?.take(name, file, (at, bytes) => {
        size = bytes;
        return hashFile(at).digest === digest && hasDigest(from, digest);
      });
      if (taken !== true) {
        size = copyUnchanged(from, file, digest);
        site?.wrote(file);
      }
      files.set(name, { path: name, digest, bytes: size });
    },
    files,
  };
}
