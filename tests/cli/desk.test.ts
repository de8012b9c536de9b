import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/releases-folder.ts';
import { project } from './test-context.ts';

test('the desk begins no archive in a releases folder whose name may be a slip', () => {
  const releases = path.join(folderWith({ 'releases/archive.yml': '' }), 'relaeses');
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/desk.ts', '--port', '0'], {
    cwd: project,
    env: { RELEASES_DIR: releases, BROWSER: 'none' },
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(stderr).toContain(`The releases folder "${releases}" is not there. Make it, or name another one with`);
  expect(status).toBe(2);
  expect(existsSync(releases)).toBe(false);
});
