import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILD, buildSite, runNode } from '../support/build.ts';
import { parseHtml } from '../support/html.ts';
import { digestsOf } from '../support/tree.ts';

const project = resolve(import.meta.dirname, '../..');
const ASTRO = 'node_modules/astro/bin/astro.mjs';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-build-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const GOOD = '---\ntitle: "First pour"\ncode: XMX\ndate: 2021-03-04 09:15\n---\n\nGold was poured.\n';

test('an empty archive becomes a friendly site that says how to add a release', async () => {
  const releases = join(folder, 'empty');
  const out = join(folder, 'empty-dist');
  await mkdir(releases);
  const { status } = await buildSite({ RELEASES_DIR: releases, OUT_DIR: out });
  expect(status).toBe(0);
  const page = parseHtml(await readFile(join(out, 'index.html'), 'utf8'));
  expect(page.querySelector('main')?.textContent).toContain('How to add the first release');
});

test('a releases folder that is not there is an error that names it', async () => {
  const { status, output } = await buildSite({ RELEASES_DIR: join(folder, 'nowhere'), OUT_DIR: join(folder, 'never') });
  expect(status).toBe(2);
  expect(output).toContain('nowhere" is not there. Make it, or name another one with RELEASES_DIR.');
});

test('a wrong release stops the build before a page is written, and the former site stays to the byte', async () => {
  const releases = join(folder, 'releases');
  const out = join(folder, 'dist');
  await mkdir(join(releases, '2021'), { recursive: true });
  await writeFile(join(releases, '2021/first-pour.md'), GOOD);
  expect((await buildSite({ RELEASES_DIR: releases, OUT_DIR: out })).status).toBe(0);
  await cp(out, join(folder, 'copy'), { recursive: true });
  await writeFile(join(releases, '2021/wrong.md'), '---\ntitle: Results: final\ncode: xmx\n---\n');
  await writeFile(join(releases, '2021/worse.md'), '---\ntitle: "No date"\ncode: xmx\ndate: 2021-02-30\n---\n');
  const { status, output } = await buildSite({ RELEASES_DIR: releases, OUT_DIR: out });
  expect(status).toBe(1);
  expect(output).toContain('2021/wrong.md:2  title');
  expect(output).toContain('2021/worse.md:3  code  "xmx" is not an ASX code.');
  expect(output).toContain('2021/worse.md:4  date  "2021-02-30" is a day that does not exist.');
  expect(await contents(out)).toEqual(await contents(join(folder, 'copy')));
});

test('astro build is refused in one sentence, since it would leave out search and feeds', async () => {
  const out = join(folder, 'astro-alone');
  const { status, output } = await runNode([ASTRO, 'build'], { RELEASES_DIR: join(folder, 'empty'), OUT_DIR: out });
  expect(status).not.toBe(0);
  expect(output).toContain('Run npm run build. astro build alone would leave out search and feeds.');
  expect(existsSync(out)).toBe(false);
});

test('a build never replaces a folder that holds something else', async () => {
  const out = join(folder, 'photos');
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'holiday.jpg'), 'precious');
  const settings = { RELEASES_DIR: join(folder, 'empty'), OUT_DIR: out };
  const { status, output } = await buildSite(settings);
  expect(status).not.toBe(0);
  expect(output).toContain('holds something that is not a site of this archive, and would be deleted.');
  expect(await readdir(out)).toEqual(['holiday.jpg']);
  expect(await readFile(join(out, 'holiday.jpg'), 'utf8')).toBe('precious');
});

test('an older site is replaced where --adopt says so, and is known from then on', async () => {
  const releases = join(folder, 'adopted');
  const settings = { RELEASES_DIR: releases, OUT_DIR: join(folder, 'adopted-dist') };
  await mkdir(releases);
  await writeFile(join(releases, 'first-pour.md'), GOOD);
  expect((await buildSite(settings)).status).toBe(0);
  const sums = join(settings.OUT_DIR, 'SHA256SUMS');
  const older = (await readFile(sums, 'utf8')).replace(/.*\.asx-release-archive\n/, '');
  await writeFile(sums, older);
  await rm(join(settings.OUT_DIR, '.asx-release-archive'));
  expect((await buildSite(settings)).output).toContain('run npm run build -- --adopt');
  expect((await runNode([...BUILD, '--adopt'], settings)).status).toBe(0);
  expect((await buildSite(settings)).status).toBe(0);
});

test.each(['100%done', 'a%41b [x] ü'])('a project in a folder named %s gets the same site', async (name) => {
  const copy = join(folder, name);
  for (const each of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    await cp(join(project, each), join(copy, each), { recursive: true });
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'));
  const releases = join(folder, `releases of ${name}`);
  await mkdir(releases);
  await writeFile(join(releases, 'first-pour.md'), GOOD);
  const settings = { RELEASES_DIR: releases };
  const { status, output } = await buildSite({ ...settings, OUT_DIR: join(copy, 'dist') }, copy);
  expect(status, output).toBe(0);
  const plain = join(folder, `plain for ${name}`);
  expect((await buildSite({ ...settings, OUT_DIR: plain })).status).toBe(0);
  expect(digestsOf(join(copy, 'dist'))).toEqual(digestsOf(plain));
});

async function contents(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.toSorted().map(async (file) => [file.slice(root.length), await readFile(file, 'base64')]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>; // pairs of names and contents
}
