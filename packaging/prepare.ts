import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileProgram } from './compile.ts';
import { neededPackages, type LockEntry } from './needed-packages.ts';
import { listProgramFiles } from './program-files.ts';
import { shipPages } from './ship-pages.ts';

// `npm pack` calls this before it makes the tarball; packaging/clean.ts takes away again what it leaves.

const project = path.resolve(import.meta.dirname, '..');
const manifest = path.join(project, 'package.json');
const kept = path.join(project, 'package.json.repository');

interface Manifest extends LockEntry {
  readonly scripts?: unknown;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: unknown;
}

interface LockFile {
  readonly packages: Readonly<Record<string, LockEntry & { readonly devOptional?: boolean }>>;
}

/**
 * The package's own package.json: pages come bundled, so Astro is needed by `dev` alone, and an archive's own package.json names it
 * (src/starter/starter-files.ts). What stands here under devDependencies says the version, and npm installs none of it.
 */
function packedManifest(text: string): Manifest {
  const { scripts: _scripts, devDependencies: _dev, allowScripts: _allowed, ...rest } = JSON.parse(text) as Manifest; // ours
  const { astro = '', ...dependencies } = rest.dependencies ?? {};
  return { ...rest, dependencies, devDependencies: { astro } };
}

/**
 * `npm-shrinkwrap.json`: whoever installs the program gets the versions that its tests have seen, and what it needs alone. What only
 * `dev` needs lies in `lib/starter/dev-packages.json`, for the lock file of an archive.
 */
function writeShrinkwrap(packed: Manifest): void {
  const lock = JSON.parse(readFileSync(path.join(project, 'package-lock.json'), 'utf8')) as LockFile; // npm wrote it
  const needed = neededPackages(packed, lock.packages);
  const forDev = neededPackages({ dependencies: packed.devDependencies ?? {} }, lock.packages).difference(needed);
  const devPackages = locked(lock, forDev).map(([place, entry]) => [place, { ...entry, dev: true }] as const);
  writeFileSync(
    path.join(project, 'lib/starter/dev-packages.json'),
    `${JSON.stringify(Object.fromEntries(devPackages), undefined, 2)}\n`,
  );
  const { name, version, license, bin, engines, dependencies, optionalDependencies } = packed as Record<
    string,
    unknown
  >;
  const own = { name, version, license, dependencies, bin, engines, optionalDependencies };
  const shrinkwrap = { ...lock, packages: { '': own, ...Object.fromEntries(locked(lock, needed)) } };
  writeFileSync(path.join(project, 'npm-shrinkwrap.json'), `${JSON.stringify(shrinkwrap, undefined, 2)}\n`);
}

/** The entries at some places, as they are where nothing else of the repository is installed. */
function locked(lock: LockFile, places: ReadonlySet<string>): (readonly [string, LockEntry])[] {
  return Object.entries(lock.packages)
    .filter(([place]) => places.has(place))
    .map(([place, { devOptional, ...entry }]) => [place, devOptional ? { ...entry, optional: true } : entry] as const);
}

// One that was killed has left it.
if (existsSync(kept)) copyFileSync(kept, manifest);
compileProgram(path.join(project, 'src'), path.join(project, 'lib'));
await shipPages(project, path.join(project, 'lib/bundle'));
const programFiles = listProgramFiles(project);
if (programFiles !== undefined) writeFileSync(path.join(project, 'lib/starter/program-files.txt'), programFiles);
const text = readFileSync(manifest, 'utf8');
const packed = packedManifest(text);
writeShrinkwrap(packed);
writeFileSync(kept, text);
writeFileSync(manifest, `${JSON.stringify(packed, undefined, 2)}\n`);
