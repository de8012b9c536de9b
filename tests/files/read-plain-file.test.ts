import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { NotAPlainFile, withPlainFile } from '../../src/files/read-plain-file.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { digestReader } from '../../src/archive/read/read-digest.ts';
import { folderWith, release } from '../support/releases-folder.ts';

const textOf = (root: string, below: string) => withPlainFile(root, below, (file) => readFileSync(file, 'utf8'));

test('withPlainFile() opens a file at the root and one in folders, also where the root itself is a link', () => {
  const folder = folderWith({ 'there/a.csv': 'a', 'there/2020/deep/b.csv': 'b', 'there/c d#%.csv': 'c' });
  symlinkSync(path.join(folder, 'there'), path.join(folder, 'link'), 'junction');
  for (const root of [path.join(folder, 'there'), path.join(folder, 'link')]) {
    expect(textOf(root, 'a.csv')).toBe('a');
    expect(textOf(root, '2020/deep/b.csv')).toBe('b');
    expect(textOf(root, 'c d#%.csv')).toBe('c');
  }
});

test('withPlainFile() follows no link to a file or a folder, wherever it leads', () => {
  const folder = folderWith({ 'secret.csv': 'secret', 'in/own.csv': 'own', 'in/2020/a.csv': 'a', 'out/b.csv': 'b' });
  const root = path.join(folder, 'in');
  symlinkSync(path.join(folder, 'secret.csv'), path.join(root, '2020/outside.csv'));
  symlinkSync('../own.csv', path.join(root, '2020/inside.csv'));
  symlinkSync('nowhere.csv', path.join(root, '2020/dangling.csv'));
  symlinkSync('round.csv', path.join(root, '2020/round.csv'));
  symlinkSync(path.join(folder, 'out'), path.join(root, '2021'), 'junction');
  symlinkSync(path.join(root, '2020'), path.join(root, '2022'), 'junction');
  mkdirSync(path.join(root, '2023'));
  symlinkSync(path.join(folder, 'out'), path.join(root, '2023/deep'), 'junction');
  for (const below of [
    ...['2020/outside.csv', '2020/inside.csv', '2020/dangling.csv', '2020/round.csv'],
    ...['2021/b.csv', '2022/a.csv', '2023/deep/b.csv'],
  ]) {
    expect(() => textOf(root, below), below).toThrow(NotAPlainFile);
    expect(() => textOf(root, below), below).toThrow('A link stands on the way to the file.');
  }
  expect(() => textOf(root, '2020')).toThrow('It is no file.');
  expect(() => textOf(root, '2020/no.csv')).toThrow('ENOENT');
});

test('withPlainFile() waits for no pipe and reads no socket', async ({ skip }) => {
  const root = folderWith({});
  if (spawnSync('mkfifo', [path.join(root, 'a.pdf')]).status !== 0) skip('This system has no named pipes.');
  expect(() => textOf(root, 'a.pdf')).toThrow('It is no file.');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path.join(root, 'b.pdf'), resolve));
  onTestFinished(() => void server.close());
  expect(() => textOf(root, 'b.pdf')).toThrow('It is no file.');
});

test('digestReader() gives an empty digest for what became a link after the folder was read, and readReleases() names a folder that did', () => {
  const folder = folderWith({ 'out/r.md': release(), 'in/2020/a.csv': 'a' });
  symlinkSync(path.join(folder, 'out/r.md'), path.join(folder, 'in/2020/b.csv'));
  const digestOf = digestReader(path.join(folder, 'in'), new Map());
  expect(digestOf('2020/a.csv')).toBe(hash('sha256', 'a'));
  expect(digestOf('2020/b.csv')).toBe('');
  expect(readReleases(path.join(folder, 'in'), '').problems).toMatchObject([
    {
      file: '2020/b.csv',
      rule: 'symbolic-link',
      message: expect.stringContaining('This is a symbolic link') as string,
    },
  ]);
});
