import { existsSync, linkSync, lstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Environment } from './environment.ts';

/**
 * The site that a new one takes the place of. What stays as it was is not written a second time: the new site's name leads
 * to the one file, which keeps its time of change, and of which deleting the former site takes away no more than a name.
 */
interface FormerSite {
  /**
   * Gives the file of a name another one, `target`, where `isSame` finds in it what was to be written. False where it does
   * not, where the file is not of the kind that a build makes, or where the system knows no second names; nothing has changed then.
   */
  take(name: string, target: string, isSame: (file: string, bytes: number) => boolean): boolean;
  /** Tells of a file that was written: what is taken has the same owner and rights and lies on the same disk. */
  wrote(file: string): void;
}

/** The folder of that site; absent where there is none, or nothing of earlier builds is to be used. */
export function formerFolder({ out, clean }: Pick<Environment, 'out' | 'clean'>): string | undefined {
  return clean || !existsSync(out) ? undefined : out;
}

/** Opens the site in a folder. */
export function openFormerSite(root: string): FormerSite {
  let usual: Stats | undefined;
  return {
    take(name, target, isSame) {
      if (usual === undefined) return false;
      const file = path.join(root, name);
      try {
        const { dev, mode, uid, gid, size } = lstatSync(file);
        if (dev !== usual.dev || mode !== usual.mode || uid !== usual.uid || gid !== usual.gid) return false;
        if (!isSame(file, size)) return false;
        linkSync(file, target);
        return true;
      } catch {
        return false;
      }
    },
    wrote(file) {
      usual ??= lstatSync(file);
    },
  };
}
