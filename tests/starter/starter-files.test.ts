import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/releases-folder.ts';
import { starterFiles } from '../../src/starter/starter-files.ts';

const files = (program: string) =>
  starterFiles(
    { name: 'Example Minerals Limited', code: 'XMX', site: undefined },
    { program, node: '24.1.0', astro: '7.0.0' },
  );
const readme = (program: string): string | undefined => files(program).get('README.md')?.text;

test('an archive whose program comes out of a tarball is told to keep the newer one in its folder', () => {
  expect(readme('file:asx-release-archive-0.1.0.tgz')).toContain(
    'Put the newer tarball into this folder, beside `package.json`, and install it: `npm install ./asx-release-archive-VERSION.tgz`, with the version in its name; take the former tarball out, then `npm run check`',
  );
});

test('an archive whose program comes from a registry takes it from there', () => {
  expect(readme('0.1.0')).toContain('`npm install asx-release-archive@latest`, then `npm run check`');
});

test('an archive’s README says where own files go', () => {
  expect(readme('0.1.0')).toContain(
    'Files of your own that the site is to hold as they are go into a folder `public/`',
  );
});

test.skipIf(process.platform === 'win32').each([
  ['nothing is installed', {}, ['install --omit=dev', 'run -s desk']],
  ['an installation was cut off', { 'node_modules/a/package.json': '{}' }, ['install --omit=dev', 'run -s desk']],
  ['all is installed', { 'node_modules/.package-lock.json': '{}' }, ['run -s desk']],
])('where %s the starter runs what is needed, and opens the desk', (_, there, ran) => {
  const folder = folderWith({
    ...there,
    'open-desk.sh': files('0.1.0').get('open-desk.sh')?.text ?? '',
    'bin/npm': '#!/bin/sh\necho "npm $*"\n',
    'bin/node': '#!/bin/sh\necho 24\n',
  });
  for (const name of ['open-desk.sh', 'bin/npm', 'bin/node']) chmodSync(path.join(folder, name), 0o755);
  const env = { PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}` };
  const { stdout } = spawnSync(path.join(folder, 'open-desk.sh'), { env, encoding: 'utf8' });
  expect(stdout.split('\n').filter((line) => line.startsWith('npm '))).toEqual(ran.map((line) => `npm ${line}`));
});
