import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withoutTestSettings } from '../support/build.ts';
import { folderWith } from '../support/releases-folder.ts';

test('astro sync, which the look at types begins with, passes whatever stands in the releases folder', () => {
  const project = path.resolve(import.meta.dirname, '../..');
  const releases = folderWith({ 'archive.yml': 'site: https://x.example/*/\n', 'a.md': 'no front matter' });
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(project, 'node_modules/astro/bin/astro.mjs'), 'sync'],
    {
      cwd: project,
      env: { ...withoutTestSettings(process.env), RELEASES_DIR: releases, ASTRO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
    },
  );
  expect(status, stderr).toBe(0);
});
