import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeLock } from '../../../src/archive/seal/write-lock.ts';
import { folderWith } from '../../support/releases-folder.ts';

test('writeLock() leaves nothing beside the seals where they cannot be written', () => {
  const folder = folderWith({ 'releases/archive.yml': '' });
  // A folder in their place keeps them from it, as a full disk does.
  mkdirSync(path.join(folder, 'releases.lock'));
  writeFileSync(path.join(folder, 'releases.lock/x'), '');
  expect(() => writeLock(path.join(folder, 'releases'), [])).toThrow();
  expect(readdirSync(folder).toSorted()).toEqual(['releases', 'releases.lock']);
});
