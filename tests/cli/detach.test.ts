import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { detach } from '../../src/cli/detach.ts';
import { EXIT } from '../../src/cli/command.ts';
import { detachPlan } from '../../src/cli/detach-plan.ts';
import { sortClone } from '../../src/starter/sort-clone.ts';
import { folderWith, release } from '../support/releases-folder.ts';
import { ENTER, testContext, typist } from './test-context.ts';

/** The program as somebody cloned it. */
const PROGRAM: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "asx-release-archive", "scripts": { "build": "node src/cli/build.ts" } }\n',
  'package-lock.json': '{}\n',
  'README.md': 'The program.\n',
  LICENSE: 'Take it.\n',
  '.gitignore': 'node_modules\n',
  'src/config.ts': 'export const config = 1;\n',
  'src/styles/tokens.css': ':root {}\n',
  'public/favicon.svg': '<svg/>\n',
  '.github/workflows/check.yml': 'npm test\n',
};

const isOfProgram = ({ path: name, blob }: { path: string; blob: string }): boolean =>
  PROGRAM[name] !== undefined && blob === blobOf(PROGRAM[name]);

function blobOf(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}

/** A clone with the company's files on top, all committed. */
function cloneWith(own: Readonly<Record<string, string>>): { folder: string; git: (...args: string[]) => string } {
  const folder = folderWith({ ...PROGRAM, ...own });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  git('init', '-q');
  git('add', '--all');
  git('commit', '-q', '-m', 'Ours');
  return { folder, git };
}

const OWN = {
  'releases/archive.yml': 'companies:\n  - code: XMX\n    name: Example Minerals Limited\n',
  'releases/2020/2020-07-30-first.md': release(),
  'releases.lock': '',
  'public/investors/plan ü.txt': 'Plan\n',
  'src/styles/tokens.css': ':root { --own: 1 }\n',
  'src/own [1].ts': '// Ours\n',
  '.github/workflows/deploy.yml': 'npm test\n',
};

test('detach says what it will do, and without a yes does nothing', async () => {
  const { folder, git } = cloneWith(OWN);
  const context = testContext(folder);
  expect(await detach([], context, isOfProgram)).toBe(EXIT.usage);
  const { out } = context.read();
  expect(out).toContain(
    'Stays as it is: releases/ (2 files), and\n  .github/workflows/deploy.yml\n  public/investors/plan ü.txt\n  releases.lock\n',
  );
  expect(out).toContain(
    'Leaves: 10 files of the program, in .github/, .gitignore, LICENSE, README.md, package-lock.json, package.json, public/, src/',
  );
  expect(out).toContain(
    'YOUR OWN CHANGES to the program, which do not come along:\n  src/own [1].ts\n  src/styles/tokens.css\nGit keeps them: git show ',
  );
  expect(out).toContain(
    '\nIf you did not change them, the package is older than this clone: take one that was packed from a newer clone.\n',
  );
  expect(out).toContain(
    'Look at these afterwards, since they may name what is gone (src, npm test, npm run bench):\n  .github/workflows/deploy.yml\n',
  );
  expect(out).toContain('Nothing was changed. --yes does it.');
  expect(git('status', '--porcelain')).toBe('');
});

test('detach takes the source away and leaves releases, public files and their history as they are', async () => {
  const { folder, git } = cloneWith(OWN);
  expect(await detach(['--yes'], testContext(folder), isOfProgram)).toBe(EXIT.clean);
  expect(existsSync(path.join(folder, 'src'))).toBe(false);
  expect(existsSync(path.join(folder, 'LICENSE'))).toBe(false);
  for (const name of [
    'releases/archive.yml',
    'releases/2020/2020-07-30-first.md',
    'releases.lock',
    'public/investors/plan ü.txt',
  ])
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(OWN[name as keyof typeof OWN]);
  expect(git('diff', '--cached', '--name-only', '--', 'releases', 'releases.lock', 'public/investors')).toBe('');
  expect(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))).toMatchObject({
    name: 'xmx-announcements',
    scripts: { build: 'asx-release-archive build' },
  });
  expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toContain('Example Minerals Limited (ASX:XMX)');
  // Everything is staged, so that one commit holds it and one command takes it back.
  expect(
    git('status', '--porcelain')
      .split('\n')
      .filter((line) => line !== '' && line[1] !== ' '),
  ).toEqual([]);
  git('reset', '-q', '--hard');
  expect(readFileSync(path.join(folder, 'src/own [1].ts'), 'utf8')).toBe('// Ours\n');
  expect(git('status', '--porcelain')).toBe('');
});

test('detach says at its end how everything comes back, the packages too', async () => {
  const { folder } = cloneWith(OWN);
  const context = testContext(folder);
  await detach(['--yes'], context, isOfProgram);
  expect(context.read().out).toContain(
    'Until the commit, git reset --hard takes everything back; npm ci then installs the packages of the clone again.\n',
  );
});

test('detach names public files that git does not know, ignored ones too', async () => {
  const { folder } = cloneWith({ ...OWN, '.gitignore': 'node_modules\n*.bak\n' });
  for (const name of ['public/un.txt', 'public/old ü.bak', 'notes.txt']) writeFileSync(path.join(folder, name), 'x');
  const context = testContext(folder);
  await detach([], context, isOfProgram);
  expect(context.read().out).toContain(
    'Stays, is published with the site, and git does not know it; commit it, or take it out of public/:\n  public/old ü.bak\n  public/un.txt\n\n',
  );
});

test('detach does nothing a second time', async () => {
  const { folder, git } = cloneWith(OWN);
  await detach(['--yes'], testContext(folder), isOfProgram);
  const before = git('status', '--porcelain');
  const context = testContext(folder);
  expect(await detach(['--yes'], context, isOfProgram)).toBe(EXIT.clean);
  expect(context.read().out).toBe('This archive takes the program as a package already. There is nothing to do.\n');
  expect(git('status', '--porcelain')).toBe(before);
});

test('detach keeps a README and settings of git that the company has written', async () => {
  const { folder } = cloneWith({ ...OWN, 'README.md': 'Ours.\n', '.gitignore': 'node_modules\n*.bak\n' });
  await detach(['--yes'], testContext(folder), isOfProgram);
  expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe('Ours.\n');
  expect(readFileSync(path.join(folder, '.gitignore'), 'utf8')).toBe('node_modules\n*.bak\n');
});

test('detach asks at a terminal', async () => {
  const { folder } = cloneWith(OWN);
  const no = typist([['Do it?', ENTER]]);
  expect(await detach([], { ...testContext(folder), terminal: no }, isOfProgram)).toBe(EXIT.usage);
  expect(existsSync(path.join(folder, 'src'))).toBe(true);
  const yes = typist([['Do it?', 'y', ENTER]]);
  expect(await detach([], { ...testContext(folder), terminal: yes }, isOfProgram)).toBe(EXIT.clean);
  expect(existsSync(path.join(folder, 'src'))).toBe(false);
});

test('detach refuses what it could not take back', async () => {
  const { folder, git } = cloneWith(OWN);
  const refused = (words: string) => expect(detach(['--yes'], testContext(folder), isOfProgram)).rejects.toThrow(words);
  writeFileSync(path.join(folder, 'open-desk.sh'), 'mine');
  await refused('open-desk.sh is to be written, and a file of that name is here that git does not know.');
  git('add', 'open-desk.sh');
  await refused('A file has a change that nobody has committed, such as open-desk.sh.');
  git('commit', '-q', '-m', 'Mine');
  writeFileSync(path.join(folder, 'releases/archive.yml'), '# A word\n');
  await refused('A file has a change that nobody has committed, such as releases/archive.yml.');
  expect(existsSync(path.join(folder, 'src/config.ts'))).toBe(true);
});

test.each([
  [{ 'notes.txt': 'x' }, 'This folder is no clone of the program: none of its source is here.'],
  [{ 'src/config.ts': 'export default 1;\n' }, 'This folder is no clone of the program: none of its source is here.'],
])('detach leaves a repository of something else alone: %j', async (files, words) => {
  const folder = folderWith(files);
  execFileSync('git', ['init', '-q'], { cwd: folder });
  execFileSync('git', ['add', '--all'], { cwd: folder });
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', 'x'], {
    cwd: folder,
  });
  await expect(detach(['--yes'], testContext(folder), isOfProgram)).rejects.toThrow(words);
});

test('detach needs a clone, and a package that knows the program’s files', async () => {
  const folder = folderWith({ 'notes.txt': 'x' });
  const context = {
    ...testContext(folder),
    variables: { PATH: process.env['PATH'], GIT_CEILING_DIRECTORIES: path.dirname(folder) },
  };
  await expect(detach(['--yes'], context, isOfProgram)).rejects.toThrow(
    'This folder is no clone: git does not know it.',
  );
  await expect(detach(['--yes'], context, undefined)).rejects.toThrow(
    'This package was made where git knew nothing of the program',
  );
});

test('detach says that there is no such folder before anything else', async () => {
  const folder = folderWith({ file: '' });
  for (const program of [isOfProgram, undefined]) {
    await expect(detach(['gone', '--yes'], testContext(folder), program)).rejects.toThrow('There is no folder "gone".');
    await expect(detach(['file', '--yes'], testContext(folder), program)).rejects.toThrow('There is no folder "file".');
  }
});

test('a changed size of pages is named with what follows from it', () => {
  const files = [{ path: 'src/config.ts', blob: 'a' }];
  const sorted = sortClone(files, () => false, []);
  const plan = detachPlan({
    sorted,
    written: [],
    source: { wanted: '1.0.0', tarball: undefined },
    files,
    untracked: [],
    commit: 'abc',
  });
  expect(plan).toContain('src/config.ts holds sizes of pages and feeds');
});
