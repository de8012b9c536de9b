import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from './measure.ts';

/** Absolute path of the program. */
export const project = fileURLToPath(new URL('../..', import.meta.url));

/** The folders of one of our builds. */
export interface Place {
  readonly releases: string;
  readonly out: string;
  readonly cache: string;
}

/** Our build; a clean one takes nothing from the cache. */
export function ourBuild({ releases, out, cache }: Place, clean: boolean): Command {
  return {
    name: 'build',
    program: process.execPath,
    args: [...scriptArguments('build'), '--verbose', ...(clean ? ['--clean'] : [])],
    folder: project,
    environment: { RELEASES_DIR: releases, OUT_DIR: out, CACHE_DIR: cache },
  };
}

/** Our check of all files. */
export function ourCheck({ releases }: Place): Command {
  return {
    name: 'check',
    program: process.execPath,
    args: [join(project, 'src/cli/check.ts')],
    folder: project,
    environment: { RELEASES_DIR: releases },
  };
}

/** What `npm run` gives Node for a script, without npm's own time. */
function scriptArguments(name: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  }; // as every package has it
  return scripts[name]?.split(' ').slice(1) ?? [];
}
