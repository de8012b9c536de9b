import { rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { typedSchema } from '../edit/typed.ts';
import { keep, kept, keptNames, LOCAL, nameOf } from './local-folder.ts';

/** What somebody has typed and not saved yet, kept from second to second. */
const typingSchema = typedSchema.extend({
  /** The release's id, or `new/` with a name of its own. */
  key: z.string(),
  /** Digest of the file from which it began; absent for a release that has no file yet. */
  base: z.string().optional(),
  /** Counts every change, so that a second window is noticed. */
  version: z.number(),
  /** Milliseconds since 1970 UTC. */
  at: z.number(),
});

export type Typing = z.output<typeof typingSchema>;

export function readTyping(root: string, key: string): Typing | undefined {
  return kept(root, fileOf(key), typingSchema);
}

export function keepTyping(root: string, typing: Typing): void {
  keep(root, fileOf(typing.key), typing);
}

export function forgetTyping(root: string, key: string): void {
  rmSync(path.join(root, LOCAL, fileOf(key)), { force: true });
}

/** Everything that is typed and not saved, the latest first. */
export function allTyping(root: string): Typing[] {
  const found = keptNames(root, 'typing').map((name) => kept(root, `typing/${name}`, typingSchema));
  return found.filter((typing) => typing !== undefined).toSorted((a, b) => b.at - a.at);
}

function fileOf(key: string): string {
  return `typing/${nameOf(key)}.json`;
}
