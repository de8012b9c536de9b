import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { withPlainFile } from '../../files/read-plain-file.ts';
import { plainFolder } from '../../files/write-whole.ts';
import { typedSchema } from '../edit/typed.ts';
import { keep, kept, keptNames, LOCAL } from './local-folder.ts';

const binnedSchema = z.object({
  title: z.string(),
  /** Milliseconds since 1970 UTC. */
  at: z.number(),
  /** Paths below the releases folder, in the order in which they are kept as 0, 1 and so on. */
  files: z.array(z.string()),
  /** The release beside which a document alone lay, or of which changes alone were given up. */
  of: z.string().optional(),
  /** What was typed and never saved. */
  typed: typedSchema.optional(),
  /** Digest of the file from which that began. */
  base: z.string().optional(),
});

/** What lies in the bin of this machine. */
type Binned = z.output<typeof binnedSchema> & { readonly name: string };

/**
 * Moves files into the bin, and says under which name. Its list is written first, so that nothing that is gone is not in it.
 * Throws, and moves nothing, where one of them is not there, or is or lies behind a link.
 */
export function moveToBin(root: string, binned: z.output<typeof binnedSchema>): string {
  for (const file of binned.files) withPlainFile(root, file, () => undefined);
  const name = `${binned.at}-${randomUUID().slice(0, 8)}`;
  keep(root, `bin/${name}/list.json`, binned);
  const folder = path.join(root, LOCAL, 'bin', name);
  for (const [index, file] of binned.files.entries())
    renameSync(path.join(root, file), path.join(folder, String(index)));
  return name;
}

/** The latest first. */
export function allBinned(root: string): Binned[] {
  const found = keptNames(root, 'bin').flatMap((name) => {
    const binned = kept(root, `bin/${name}/list.json`, binnedSchema);
    return binned ? [{ ...binned, name }] : [];
  });
  return found.toSorted((a, b) => b.at - a.at);
}

/** Puts files back where they were; throws the error of `node:fs` `EEXIST` where something stands there now. */
export function takeFromBin(root: string, { name, files }: Binned, isThere: (file: string) => boolean): void {
  const folder = path.join(root, LOCAL, 'bin', name);
  // One that is not here was left where it was, or was put back already, by a desk that was killed.
  const here = [...files.entries()].filter(([index]) => existsSync(path.join(folder, String(index))));
  const inTheWay = here.find(([, file]) => isThere(file));
  if (inTheWay) throw Object.assign(new Error(inTheWay[1]), { code: 'EEXIST' });
  for (const [index, file] of here) {
    const place = plainFolder(root, path.posix.dirname(file));
    renameSync(path.join(folder, String(index)), path.join(place, path.posix.basename(file)));
  }
  rmSync(folder, { recursive: true, force: true });
}
