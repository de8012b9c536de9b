import { expect, test } from 'vitest';
import { faultWords } from '../../src/desk/fault-words.ts';
import { NotAPlainFile } from '../../src/files/read-plain-file.ts';

const fault = (code: string, path?: string) => Object.assign(new Error('x'), { code, ...(path && { path }) });

test.each([
  ['EACCES', '/a/releases/2026/b.md', '/a/releases/2026'],
  ['EPERM', '/a/releases/.desk/typing/.x.new', '/a/releases'],
  ['EACCES', '/a/releases/.desk', '/a/releases'],
  ['EBUSY', undefined, '/a/releases'],
])('faultWords() names for %s at %s the folder %s, and no file of the desk itself', (code, path, folder) => {
  expect(faultWords(fault(code, path), '/a/releases')).toBe(
    `Nothing can be written in the folder ${folder}, or a file in it is open in another program. Close it there, or ask whoever looks after the archive to let you write in the folder.`,
  );
});

test('faultWords() says what stands in the way where it is a link, and that a disk is full', () => {
  expect(faultWords(new NotAPlainFile('link'), '/a')).toMatch(/^A link stands in the place of a file/);
  expect(faultWords(new NotAPlainFile('no-file'), '/a')).toMatch(/^A folder stands in the place of a file/);
  expect(faultWords(fault('ENOSPC'), '/a')).toBe('The disk is full.');
});
