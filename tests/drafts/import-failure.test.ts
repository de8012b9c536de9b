import { expect, test } from 'vitest';
import { importFailure } from '../../src/drafts/import-failure.ts';

test('importFailure() names the file that may not be read or written', () => {
  const error = Object.assign(new Error('x'), { code: 'EACCES', path: 'releases/2026/a.md' });
  expect(importFailure(error)).toBe(
    'releases/2026/a.md may not be read or written (EACCES): see who owns it and its folder.',
  );
});

test('importFailure() names the file that stands where a folder belongs', () => {
  const error = Object.assign(new Error(), { code: 'ENOTDIR', path: '/archive/releases/2020/.a.txt.part' });
  expect(importFailure(error)).toBe('/archive/releases/2020 is a file, and a folder belongs there. Move it elsewhere.');
});

test.each([
  "Cannot find package 'htmlparser2' imported from /x/y.js",
  "Cannot find module 'jszip'\nRequire stack:\n- /x",
])('importFailure() says what to do where a package is not installed: %j', (message) =>
  expect(importFailure(new Error(message))).toMatch(
    /^The package (?:htmlparser2|jszip) is missing from node_modules\. Run npm ci, and import the file again\.$/,
  ),
);

test('importFailure() takes a file of the program that is missing for a fault of the program', () =>
  expect(importFailure(new Error("Cannot find module '/x/y.ts'"))).toBe(
    "A fault of the program: Error: Cannot find module '/x/y.ts'",
  ));
