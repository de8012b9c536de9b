import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { readPlainFile } from '../../files/read-plain-file.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** What the desk keeps on this machine alone. Names with a dot in front are no part of an archive. */
export const LOCAL = '.desk';

/** Writes a value down in the local folder, in one step. */
export function keep(root: string, below: string, value: unknown): void {
  // Git passes over everything in it, this file among it.
  if (readPlainFile(root, `${LOCAL}/.gitignore`) === undefined) writeWhole(root, `${LOCAL}/.gitignore`, '*\n');
  writeWhole(root, `${LOCAL}/${below}`, `${JSON.stringify(value)}\n`);
}

/** A value that was kept; `undefined` where there is none, or one that another version wrote in another form. */
export function kept<T>(root: string, below: string, schema: z.ZodType<T>): T | undefined {
  const bytes = readPlainFile(root, `${LOCAL}/${below}`);
  if (bytes === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The names in a folder of the local folder. */
export function keptNames(root: string, folder: string): string[] {
  try {
    return readdirSync(path.join(root, LOCAL, folder)).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}

/** A file name for any key. */
export function nameOf(key: string): string {
  return hash('sha256', key).slice(0, 32);
}
