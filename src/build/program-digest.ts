import { hash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.resolve(import.meta.dirname, '..');

/**
 * A digest of the program: of some folders of its source, or of all and what pages load, and of the versions of what it
 * depends on.
 */
export function programDigest(of: readonly string[] = ['.', '../public'], source = SOURCE): string {
  const program = path.dirname(source);
  const folders = of.map((name) => path.join(source, name));
  const names = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  const locks = ['package-lock.json', 'npm-shrinkwrap.json', 'package.json'].map((name) => path.join(program, name));
  const files = [...names.toSorted(), ...locks.filter((file) => existsSync(file))];
  const digests = files.map((file) => [path.relative(program, file), hash('sha256', readFileSync(file))]);
  return hash('sha256', JSON.stringify([process.version, digests]));
}
