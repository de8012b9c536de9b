import { spawnSync } from 'node:child_process';
import { chmodSync, utimesSync, writeFileSync } from 'node:fs';
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

/** Years in which npm has written the lock file of what is wanted, and of what is installed. */
interface Written {
  readonly wanted?: number;
  readonly installed?: number;
}

const INSTALLED: readonly (readonly [string, Written, boolean])[] = [
  ['nothing is installed', {}, false],
  ['an installation was cut off', { wanted: 2020 }, false],
  ['all is installed', { wanted: 2020, installed: 2020 }, true],
  ['all is installed without a lock file', { installed: 2020 }, true],
  ['git has brought a newer program', { wanted: 2021, installed: 2020 }, false],
];

const onUnix = test.skipIf(process.platform === 'win32');
const INSTALL = 'npm install --omit=dev';
const DESK = 'npm run -s desk';

onUnix.each(INSTALLED)('where %s the starter runs what is needed, and opens the desk', (_, written, isInstalled) => {
  expect(npmRuns(written, 0)).toEqual(isInstalled ? [DESK] : [INSTALL, DESK]);
});

onUnix(
  'where a newer program cannot be installed the starter opens the desk with the former one, if there is one',
  () => {
    expect(npmRuns({ wanted: 2021, installed: 2020 }, 1)).toEqual([INSTALL, DESK]);
    expect(npmRuns({ wanted: 2021 }, 1)).toEqual([INSTALL]);
  },
);

/** What the starter has npm do, whose every command ends with this status. */
function npmRuns(written: Written, status: number): string[] {
  const folder = folderWritten(written, {
    'open-desk.sh': files('0.1.0').get('open-desk.sh')?.text ?? '',
    'bin/npm': `#!/bin/sh\necho "npm $*"\nexit ${status}\n`,
    'bin/node': '#!/bin/sh\necho 24\n',
  });
  for (const name of ['open-desk.sh', 'bin/npm', 'bin/node']) chmodSync(path.join(folder, name), 0o755);
  const env = { PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}` };
  const { stdout } = spawnSync(path.join(folder, 'open-desk.sh'), { env, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.startsWith('npm '));
}

test.each(INSTALLED)('where %s the starter of Windows knows it', (_, written, isInstalled) => {
  const [, code = ''] = /^node -e "(.+)"\r?$/m.exec(files('0.1.0').get('open-desk.cmd')?.text ?? '') ?? [];
  expect(code).toContain('process.exit');
  const { status } = spawnSync(process.execPath, ['-e', code], { cwd: folderWritten(written) });
  expect(status).toBe(isInstalled ? 0 : 1);
});

function folderWritten({ wanted, installed }: Written, others: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith({ 'node_modules/a/package.json': '{}', ...others });
  writeInYear(path.join(folder, 'package-lock.json'), wanted);
  writeInYear(path.join(folder, 'node_modules/.package-lock.json'), installed);
  return folder;
}

function writeInYear(file: string, year: number | undefined): void {
  if (year === undefined) return;
  writeFileSync(file, '{}');
  utimesSync(file, new Date(Date.UTC(year, 0)), new Date(Date.UTC(year, 0)));
}
