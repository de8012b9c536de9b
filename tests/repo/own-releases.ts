import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

/**
 * Every place where a file names the project's own releases folder, as a sentence with the file and the line.
 * That folder belongs to whoever runs the archive: it may be empty, hold other releases, or broken ones.
 */
export function ownReleasesFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const named = line.match(FROM_THE_ROOT)?.[0] ?? relativePaths(line).find((one) => isOwn(path, one));
      return named === undefined
        ? []
        : [`${path}:${index + 1} names ${named}: take a folder below tests/fixtures, or one of the test's own.`];
    }),
  );
}

/** The folder as it is named by code that knows the project's root, or that counts on the working folder. */
const FROM_THE_ROOT = new RegExp(
  [
    String.raw`\b(?:root|project|cwd\(\))\s*,\s*['"\x60]releases(?![\w-])`,
    String.raw`\$\{(?:root|project|process\.cwd\(\))\}\/?releases(?![\w-])`,
    String.raw`['"\x60](?:\.\.\/?)+['"\x60]\s*,\s*['"\x60]releases(?![\w-])`,
    String.raw`\bRELEASES_DIR\b['"\]]*\s*[:=]\s*['"\x60]releases(?![\w-])`,
    String.raw`\btestContext\((?:root|project)\)`,
    String.raw`\b(?:readReleases|readFile|readdir|readFileSync|readdirSync|existsSync|cpSync|cp|globSync)\(\s*['"\x60]releases(?![\w-])`,
  ].join('|'),
);

function relativePaths(line: string): string[] {
  return [...line.matchAll(/(?:\.{1,2}\/)+releases(?![\w-])/g)].map(([path]) => path);
}

/** Relative paths are seen from the file that holds them. */
function isOwn(file: string, relative: string): boolean {
  return posix.join(posix.dirname(file), relative) === 'releases';
}
