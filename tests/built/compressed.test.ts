import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildSite } from '../support/build.ts';
import { codeBlock } from '../support/code-block.ts';
import { nginxMissing, serveWithNginx } from '../support/nginx.ts';
import { builtSite } from '../support/site.ts';
import { pathsBelow } from '../support/tree.ts';

// An archive of one release, built with PRECOMPRESS=1: compressing the sample would take longer than all else of its build.
const folder = mkdtempSync(join(tmpdir(), 'compressed-'));
const built = join(folder, 'dist');
const seed = join(import.meta.dirname, '../fixtures/seed');
beforeAll(async () => {
  const { status, output } = await buildSite({ RELEASES_DIR: seed, OUT_DIR: built, PRECOMPRESS: '1' });
  expect(status, output).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('PRECOMPRESS=1 puts .br and .gz beside text files that hold the same text', async () => {
  const files = pathsBelow(built);
  const pages = files.filter((file) => /\.(html|css|xml|json|md)$/.test(file));
  expect(pages.length).toBeGreaterThan(30);
  for (const file of pages) {
    const content = await readFile(join(built, file));
    if (files.includes(`${file}.gz`)) {
      expect(gunzipSync(await readFile(join(built, `${file}.gz`))).equals(content), file).toBe(true);
    } else expect(content.length, file).toBeLessThan(200);
    if (files.includes(`${file}.br`)) {
      expect(brotliDecompressSync(await readFile(join(built, `${file}.br`))).equals(content), file).toBe(true);
    } else expect(content.length, file).toBeLessThan(200);
  }
  expect(files.filter((file) => /\.(png|pdf|pf_\w+)\.(br|gz)$/.test(file))).toEqual([]);
  expect(pathsBelow(builtSite()).filter((file) => /\.(br|gz)$/.test(file))).toEqual([]);
});

test('nginx sends what is compressed, hides what is for other hosts, and keeps its own policy on a 404', async ({
  skip,
}) => {
  const reason = nginxMissing();
  if (reason !== undefined) skip(reason);
  const { url, close } = await serveWithNginx(built, await codeBlock('docs/hosting.md', 'nginx'));
  onTestFinished(close);
  const home = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  expect(home.headers.get('content-encoding')).toBe('gzip');
  for (const name of ['_headers', '_redirects', '.nojekyll']) expect((await fetch(url + name)).status, name).toBe(404);
  const missing = await fetch(`${url}nothing/`);
  expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'");
});
