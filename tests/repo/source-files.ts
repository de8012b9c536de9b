import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SourceFile {
  /** Path from the root of the repository, with `/`: `src/feeds/rss.ts`. */
  readonly path: string;
  readonly text: string;
}

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file of code below `src`, in the order of paths. */
export function sourceFiles(): SourceFile[] {
  return filesOf(['src/**/*.{ts,mts,js,mjs,astro}']);
}

/** Every file of code: the program, the measurements, the tests and the configurations at the root, in the order of paths. */
export function allCode(): SourceFile[] {
  return filesOf(['{src,bench,tests}/**/*.{ts,mts,js,mjs,astro}', '*.{ts,js,mjs}']);
}

/** The parts of a file that are TypeScript: all of it, or of an Astro file its front part and its scripts. */
export function codeOf({ path, text }: SourceFile): string[] {
  if (!path.endsWith('.astro')) return [text];
  const frontmatter = /^\s*---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  return [frontmatter, ...scripts];
}

/** A file of JSON at the root; the caller says what it holds. */
export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(root, name), 'utf8')) as T;
}

function filesOf(patterns: readonly string[]): SourceFile[] {
  return globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('/node_modules/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
