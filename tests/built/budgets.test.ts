import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseHtml } from '../support/html.ts';
import { builtSite, readBuilt } from '../support/site.ts';

const KB = 1000;

test('a release page has at most 12 KB of HTML beside its text, compressed', async () => {
  const pages = await htmlFiles(/^releases\/.*[^\d/][^/]*\/index\.html$/);
  expect(pages.length).toBeGreaterThan(70);
  for (const file of pages) {
    const page = parseHtml(await readBuilt(file));
    const text = page.querySelector('article .body');
    if (text) text.innerHTML = '';
    const rest = compressed(page.documentElement.outerHTML);
    expect(rest, file).toBeLessThan(12 * KB);
    // The text itself was left out.
    if (file.includes('very-long-text')) expect(rest).toBeLessThan(compressed(await readBuilt(file)) / 2);
  }
});

test('every page has at most 8 KB of styles, compressed', async () => {
  for (const file of await htmlFiles(/./)) {
    const page = parseHtml(await readBuilt(file));
    const styles = [...page.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href') ?? '');
    const sizes = await Promise.all(styles.map(async (style) => compressed(await readBuilt(style))));
    expect(sum(sizes), file).toBeLessThan(8 * KB);
  }
});

test('no page but search has a script', async () => {
  for (const file of await htmlFiles(/./)) {
    const page = parseHtml(await readBuilt(file));
    const scripts = page.querySelectorAll('script:not([type="application/ld+json"])');
    const preloads = page.querySelectorAll('link[rel=modulepreload], link[rel=preload]');
    expect(scripts.length + preloads.length > 0, file).toBe(file === 'search/index.html');
  }
});

test('a release has at most three files beside its attachments: its page, its source and its part of the index', async () => {
  const files = (await readdir(builtSite(), { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const isFile = await Promise.all(files.map(async (file) => (await stat(join(builtSite(), file))).isFile()));
  const releases = files.filter((file) => /^releases\/.*\.md$/.test(file));
  const own = files.filter(
    (file, at) =>
      isFile[at] &&
      (/^releases\/.*[^\d/][^/]*\/index\.html$/.test(file) || /^releases\/.*\.md$|\.pf_fragment$/.test(file)),
  );
  expect(releases.length).toBeGreaterThan(70);
  expect(own.length).toBeLessThanOrEqual(3 * releases.length);
});

async function htmlFiles(pattern: RegExp): Promise<string[]> {
  const files = await readdir(builtSite(), { recursive: true });
  return files.map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.html') && pattern.test(file));
}

function compressed(text: string): number {
  return gzipSync(text).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
