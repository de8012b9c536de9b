import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePages } from '../src/astro/page-bundle.ts';

/**
 * Puts the program's pages into the folder `to`, as a build of the repository bundles them: an archive's folder needs neither to
 * bundle them nor a place where Astro finds its own packages. The folder in which they were made is named nowhere.
 */
export async function shipPages(project: string, to: string): Promise<void> {
  const { entry, files } = await bundlePages(project);
  cpSync(path.dirname(files), to, { recursive: true });
  const root = /"rootDir":"(file:[^"]+)\/"/.exec(readFileSync(fileURLToPath(entry), 'utf8'))?.[1];
  if (root === undefined) throw new Error('Astro has not written where the pages were made.');
  const made = fileURLToPath(root);
  for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.mjs'))) {
    const file = path.join(to, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(root, 'file://').replaceAll(made, ''));
  }
}
