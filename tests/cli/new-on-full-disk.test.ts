import type * as Fs from 'node:fs';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { config } from '../../src/config.ts';
import { folderWith } from '../support/releases-folder.ts';
import { testContext } from './test-context.ts';

const disk = vi.hoisted(() => ({ isFull: false }));

// As on a disk that is full: the name is there, and nothing of the content. A small document may have found room.
vi.mock('node:fs', async (importActual) => {
  const actual = await importActual<typeof Fs>();
  const write: typeof Fs.writeFileSync = (file, content, options) => {
    if (!disk.isFull || !String(file).endsWith('.md')) return actual.writeFileSync(file, content, options);
    actual.writeFileSync(file, '', options);
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return { ...actual, writeFileSync: write };
});

// Another file of this worker may have loaded the command with the real disk, and later ones are to have it again.
vi.resetModules();
const { newRelease } = await import('../../src/cli/new.ts');

afterAll(() => {
  disk.isFull = false;
  vi.doUnmock('node:fs');
  vi.resetModules();
});

test('new leaves nothing behind where the disk is full, for check would find a release without facts', async () => {
  const folder = folderWith({ 'releases/archive.yml': 'title: Example\n' });
  writeFileSync(path.join(folder, 'lodged.pdf'), '%PDF-1.4\n%%EOF');
  disk.isFull = true;
  const args = ['--title', 'Gold', '--code', 'XMX', '--date', '2020-07-30', '--document', 'lodged.pdf'];
  await expect(newRelease(args, testContext(folder), config.advice)).rejects.toThrow(
    /^The disk is full \(\S+2020-07-30-gold\.md\)\. Free some space, and try again\.$/,
  );
  expect(readdirSync(path.join(folder, 'releases/2020'))).toEqual([]);
});
