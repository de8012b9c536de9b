import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { parseHtml } from './html.ts';

/** Folder of the built sample archive, made once for the whole run of tests. */
export function builtSite(): string {
  return inject('site') ?? notBuilt();
}

/** Folder of the sample archive as it was built for a site at `BELOW`, with compressed files beside the others. */
export function builtBelow(): string {
  return inject('below') ?? notBuilt();
}

/** The setup has printed what the build said; every test that needs the site fails, the others still run. */
function notBuilt(): never {
  throw new Error('The sample archive could not be built; what the build printed stands above all tests.');
}

/** Text of a file of the built sample archive, by its path: `releases/index.html`, `atom.xml`. */
export function readBuilt(path: string): Promise<string> {
  return readFile(join(builtSite(), path), 'utf8');
}

/** A page of the built sample archive, by its address: `/releases/`. */
export async function builtPage(address: string): Promise<Document> {
  return parseHtml(await readBuilt(join(address, 'index.html')));
}
