import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createUrls } from '../../src/archive/urls.ts';
import { BuildFailure } from '../../src/build/failure.ts';
import { requireWholeSite } from '../../src/build/whole-site.ts';
import { archiveOf } from '../support/archive.ts';
import { folderWith } from '../support/releases-folder.ts';

const urls = createUrls({ origin: 'https://archive.example', base: '/investors/' });
const archive = archiveOf({ '2021/first': '' });

/** What the smallest archive has. */
const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      '',
      'releases/',
      'types/',
      'companies/',
      'archive/',
      'data/',
      'feeds/',
      'embed/',
      'price-sensitive/',
      'corrections/',
    ].map((folder) => [`${folder}index.html`, '']),
  ),
  ...Object.fromEntries(
    ['releases/2021/', 'companies/xmx/', 'releases/2021/first/', 'search/'].map((folder) => [
      `${folder}index.html`,
      '',
    ]),
  ),
  '404.html': '',
  '_astro/base.css': 'a{background:url(/investors/_astro/dot.svg)}',
  '_astro/dot.svg': '',
};

/** Noted as pages were rendered. */
const NAMED = { '/investors/_astro/base.css': '404.html' };

/** Looks at a site without one of these files, of which pages name what `named` says. */
function look(without: string | undefined, named: Readonly<Record<string, string>> = NAMED): () => void {
  const staging = folderWith({});
  const onDisk = new Set(Object.keys(FILES).filter((name) => name !== without));
  for (const name of onDisk) {
    mkdirSync(dirname(join(staging, name)), { recursive: true });
    writeFileSync(join(staging, name), FILES[name] ?? '');
  }
  const made = ['releases/2021/first/index.html'];
  return () => requireWholeSite({ archive, urls }, staging, onDisk, { made, named: new Map(Object.entries(named)) });
}

test('requireWholeSite() lets a whole site pass, and pages that name what is there', () => {
  look(undefined, { '/investors/': 'a', '/investors/releases/2021/first/': 'a', '/investors/releases': 'a' })();
});

test.each([
  ['releases/2021/first/index.html', 'releases/2021/first/index.html was written, and is not there.'],
  ['releases/2021/index.html', 'the page /investors/releases/2021/ was not written.'],
  ['companies/xmx/index.html', 'the page /investors/companies/xmx/ was not written.'],
  ['index.html', 'the page /investors/ was not written.'],
  ['search/index.html', 'the page /investors/search/ was not written.'],
  ['404.html', 'the page /investors/404.html was not written.'],
  ['_astro/base.css', '404.html names /investors/_astro/base.css, which was not written.'],
  ['_astro/dot.svg', '_astro/base.css names /investors/_astro/dot.svg, which was not written.'],
])('requireWholeSite() refuses a site without %s, and says so', (without, message) => {
  expect(look(without)).toThrow(BuildFailure);
  expect(look(without)).toThrow(`The site is not whole: ${message}`);
});

test('requireWholeSite() refuses a site of which a page names what is not there', () => {
  expect(look(undefined, { '/investors/releases/a%20b.pdf': 'releases/2021/first/index.html' })).toThrow(
    'The site is not whole: releases/2021/first/index.html names /investors/releases/a%20b.pdf, which was not written. The site was not replaced. Build it again; if that does not help, it is a fault of this program.',
  );
});
