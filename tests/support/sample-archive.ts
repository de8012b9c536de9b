import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A releases folder with the sample archive and, laid over it, the odd and hostile releases that its demo does not show.
 * It is made once a process, and is gone when that ends.
 */
export function sampleArchive(): string {
  folder ??= makeFolder();
  return folder;
}

let folder: string | undefined;

function makeFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'sample-archive-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  // Vitest ends its processes by this signal, at which they would end without more.
  process.once('SIGTERM', () => process.exit());
  for (const part of ['archive', 'odd']) {
    cpSync(path.join(import.meta.dirname, '../fixtures', part), made, { recursive: true });
  }
  return made;
}
