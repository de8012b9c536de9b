import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeFolder } from '../../src/files/make-folder.ts';
import { folderWith } from '../support/releases-folder.ts';

test('makeFolder() makes the folders on the way, and leaves those that are there', () => {
  const folder = folderWith({ 'a/b.txt': 'x' });
  makeFolder(path.join(folder, 'a/c/d'));
  makeFolder(path.join(folder, 'a/c/d'));
  expect(existsSync(path.join(folder, 'a/c/d'))).toBe(true);
});

test('makeFolder() makes one folder at a time, and throws what the disk says of it', () => {
  const folder = folderWith({});
  const make = vi.fn((one: string) => {
    if (one.endsWith('b')) throw Object.assign(new Error(one), { code: 'EROFS' });
    mkdirSync(one);
  });
  expect(() => makeFolder(path.join(folder, 'a/b/c'), make)).toThrow(expect.objectContaining({ code: 'EROFS' }));
  expect(make.mock.calls).toEqual([[path.join(folder, 'a')], [path.join(folder, 'a/b')]]);
});

test('makeFolder() throws where a file is on the way', () => {
  const folder = folderWith({});
  writeFileSync(path.join(folder, 'file'), '');
  expect(() => makeFolder(path.join(folder, 'file/b'))).toThrow();
});
