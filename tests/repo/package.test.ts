import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { neededPackages } from '../../packaging/needed-packages.ts';
import { filesAround } from '../../src/starter/starter-files.ts';
import { lockFile } from '../../src/starter/lock-file.ts';

const project = path.resolve(import.meta.dirname, '../..');

test('the package needs what its dependencies need, of several versions the one that Node would find', () => {
  const packages = {
    'node_modules/a': { dependencies: { b: '1', '@c/d': '1' }, optionalDependencies: { absent: '1' } },
    'node_modules/a/node_modules/b': { dependencies: { e: '1' } },
    'node_modules/b': {},
    'node_modules/@c/d': { peerDependencies: { f: '1', g: '1' }, peerDependenciesMeta: { g: { optional: true } } },
    'node_modules/e': { dependencies: { a: '1' } },
    'node_modules/f': {},
    'node_modules/g': {},
  };
  expect([...neededPackages({ dependencies: { a: '1' } }, packages)]).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/e',
    'node_modules/@c/d',
    'node_modules/f',
  ]);
});

test('without what bundles pages fewer than half of the packages are left', () => {
  const lock = JSON.parse(readFileSync(path.join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dependencies: Record<string, string> }>;
  };
  const { '': root = { dependencies: {} }, ...packages } = lock.packages;
  const { astro: _, ...dependencies } = root.dependencies;
  const needed = neededPackages({ ...root, dependencies }, packages);
  expect(needed.size * 2).toBeLessThan(neededPackages(root, packages).size);
  for (const heavy of ['astro', 'vite', 'sharp', 'esbuild', 'shiki'])
    expect(needed).not.toContain(`node_modules/${heavy}`);
});

test('an archive begun out of a tarball has a lock file of the tried versions', () => {
  const manifest = filesAround(
    { title: 'T', companies: [] },
    { program: 'file:p-1.0.0.tgz', node: '24.0.0', astro: '7.0.0' },
  );
  const shrinkwrap = JSON.stringify({
    packages: {
      '': { name: 'p', version: '1.0.0', dependencies: { zod: '4.6.7' }, bin: { p: 'bin/p.cjs' } },
      'node_modules/zod': { version: '4.6.7', integrity: 'sha512-x' },
    },
  });
  const devPackages = JSON.stringify({ 'node_modules/astro': { version: '7.0.0', dev: true } });
  const text = lockFile(
    manifest.get('package.json')?.text ?? '',
    { shrinkwrap, devPackages },
    {
      tarball: 'p-1.0.0.tgz',
      integrity: 'sha512-y',
    },
  );
  expect(JSON.parse(text)).toEqual({
    name: 'announcements',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': {
        name: 'announcements',
        version: '1.0.0',
        dependencies: { 'asx-release-archive': 'file:p-1.0.0.tgz' },
        devDependencies: { astro: '7.0.0' },
        engines: { node: '>=20' },
      },
      'node_modules/p': {
        version: '1.0.0',
        resolved: 'file:p-1.0.0.tgz',
        integrity: 'sha512-y',
        dependencies: { zod: '4.6.7' },
        bin: { p: 'bin/p.cjs' },
      },
      'node_modules/zod': { version: '4.6.7', integrity: 'sha512-x' },
      'node_modules/astro': { version: '7.0.0', dev: true },
    },
  });
});

test('README and the newest heading of CHANGELOG name the version of package.json, or the changes since it', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const names = readFileSync('README.md', 'utf8').match(/asx-release-archive-\d[\d.]*\.tgz/g) ?? [];
  expect(new Set(names)).toEqual(new Set([`asx-release-archive-${version}.tgz`]));
  const headings = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\S+)/gm)].map(([, name]) => name);
  expect(headings.filter((name) => name !== 'Unreleased')[0]).toBe(version);
});
