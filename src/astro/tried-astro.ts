import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of Astro that the program's pages are made and tried with. */
export function triedAstro(): string {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(text) as Manifest; // ours, or as packaging/prepare.ts has made it
  return dependencies['astro'] ?? devDependencies['astro'] ?? 'latest';
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
