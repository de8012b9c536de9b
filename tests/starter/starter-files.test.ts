import { expect, test } from 'vitest';
import { starterFiles } from '../../src/starter/starter-files.ts';

const readme = (program: string): string | undefined =>
  starterFiles(
    { name: 'Example Minerals Limited', code: 'XMX', site: undefined },
    { program, node: '24.1.0', astro: '7.0.0' },
  ).get('README.md')?.text;

test('an archive whose program comes out of a tarball is told to keep the newer one in its folder', () => {
  expect(readme('file:asx-release-archive-0.1.0.tgz')).toContain(
    'Put the newer tarball into this folder, beside `package.json`, and install it: `npm install ./asx-release-archive-VERSION.tgz`, with the version in its name; take the former tarball out, then `npm run check`',
  );
});

test('an archive whose program comes from a registry takes it from there', () => {
  expect(readme('0.1.0')).toContain('`npm install asx-release-archive@latest`, then `npm run check`');
});
