import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Place } from '../archive/read/place.ts';
import { UsageError } from '../build/failure.ts';
import { placesOf, type CommandContext } from './command.ts';

/**
 * The path below the releases folder of a FILE that a command was given, empty for the folder itself. Throws `UsageError` where it is
 * not there, or lies elsewhere.
 */
export function pathBelow(file: string, { root, shown }: Place, context: CommandContext): string {
  const found = placesOf(file, context).find((one) => existsSync(one));
  if (found === undefined) throw new UsageError(`There is no file "${file}".`);
  const below = path.relative(root, found).replaceAll('\\', '/');
  if (below.startsWith('..') || path.isAbsolute(below))
    throw new UsageError(`"${file}" is not in the releases folder "${shown}".`);
  return below;
}
