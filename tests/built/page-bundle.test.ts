import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundlePages } from '../../src/astro/page-bundle.ts';
import { filesIn } from '../../bench/build/tree.ts';

const project = join(import.meta.dirname, '../..');

test('pages are bundled once, and what is kept of it has nothing of a site or its address', async () => {
  const { entry, files } = await bundlePages(project);
  const before = statSync(files).mtimeMs;
  expect(await bundlePages(project)).toEqual({ entry, files });
  expect(statSync(files).mtimeMs).toBe(before);
  const folder = join(files, '..');
  expect(readdirSync(folder).toSorted()).toEqual(['files', 'pages']);
  const names = await filesIn(folder);
  expect(names.filter((name) => name.endsWith('.css')).length).toBeGreaterThan(2);
  const pages = readFileSync(fileURLToPath(entry), 'utf8');
  expect(pages).toContain('"base":"/"');
  expect(pages).not.toContain('"site":"');
});
