import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readEnvironment } from '../../../src/build/environment.ts';
import { writeSiteIndex } from '../../../src/build/search/site-index.ts';
import { openSiteFolder } from '../../../src/build/site-folder.ts';
import { readSite } from '../../../src/build/read-site.ts';
import { digestsOf } from '../../support/tree.ts';

const project = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cache = join(folder, 'cache');
const releases = join(folder, 'releases');
function write(id: string, text = 'Gold was poured.', more = ''): void {
  mkdirSync(join(releases, id, '..'), { recursive: true });
  writeFileSync(
    join(releases, `${id}.md`),
    `---\ntitle: "Pour of ${id}"\ncode: XMX\ndate: ${id.slice(5, 15)}\n${more}---\n\n${text}\n`,
  );
}
beforeEach(() => {
  rmSync(releases, { recursive: true, force: true });
  rmSync(cache, { recursive: true, force: true });
  for (const id of ['2019/2019-03-04-a', '2020/2020-03-04-b', '2021/2021-03-04-c', '2022/2022-03-04-d']) write(id);
});

let runs = 0;
/** Indexes the releases in shards of two; how many were indexed anew, and the files of the index. */
async function index(settings: Readonly<Record<string, string>> = {}) {
  const environment = readEnvironment({ RELEASES_DIR: releases, CACHE_DIR: cache, ...settings }, project);
  const { site, check } = readSite(environment, { drafts: false, now: Date.parse('2026-11-23T00:00Z') });
  if (!site) throw new Error(JSON.stringify(check()));
  const out = join(folder, `out-${runs++}`);
  const written = openSiteFolder(out);
  const { indexed: anew, cacheFault } = await writeSiteIndex(site, environment, written, { shardSize: 2 });
  const said = [...written.files].map(([name, { digest }]) => [name, digest] as const);
  expect(Object.fromEntries(said), 'what is said of the files').toEqual(digestsOf(out));
  return { anew, files: digestsOf(out), cacheFault };
}

test('writeSiteIndex() indexes what changed and keeps the rest, and the index is that of a clean build', async () => {
  const first = await index();
  expect(first.anew).toBe(4);
  expect(await index()).toEqual({ ...first, anew: 0 });
  expect((await index({ CLEAN: '1' })).anew).toBe(4);
  const changes: readonly (readonly [number, () => void])[] = [
    // Shards at first: 2022; 2021; 2019 with 2020.
    [2, () => write('2022/2022-05-06-e')],
    [2, () => write('2019/2019-03-04-a', 'Silver was poured.')],
    [
      2,
      () =>
        write('2022/2022-07-08-f', 'It was silver.', 'corrects:\n  release: 2021/2021-03-04-c\n  kind: correction\n'),
    ],
    [2, () => rmSync(join(releases, '2020/2020-03-04-b.md'))],
  ];
  const counts: number[] = [];
  for (const [, change] of changes) {
    change();
    const { anew, files } = await index();
    counts.push(anew);
    expect(files).toEqual((await index({ CLEAN: '1' })).files);
  }
  expect(counts).toEqual(changes.map(([expected]) => expected));
});

test('writeSiteIndex() indexes anew where a base path changes what is found', async () => {
  await index();
  expect((await index({ BASE_PATH: '/archive/' })).anew).toBe(4);
});

test('writeSiteIndex() deletes the shards that no build has used for a week, and what killed builds have left', async () => {
  await index();
  const before = readdirSync(join(cache, 'search'));
  writeFileSync(join(cache, 'search/making-4194305'), 'half');
  write('2019/2019-03-04-a', 'Silver was poured.');
  await index();
  expect(readdirSync(join(cache, 'search')).length, 'within the week').toBe(before.length + 2);
  const longAgo = Date.now() / 1000 - 8 * 86_400;
  for (const name of readdirSync(join(cache, 'search'))) utimesSync(join(cache, 'search', name), longAgo, longAgo);
  await index();
  const after = readdirSync(join(cache, 'search'));
  expect(after.length).toBe(before.length);
  expect(after.filter((name) => !before.includes(name)).length).toBe(1);
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  [
    'of which a byte was changed',
    (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 100 ? byte ^ 1 : byte))),
  ],
  ['that is cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['that is empty', () => Buffer.alloc(0)],
])('writeSiteIndex() makes a kept shard anew %s', async (_, spoil) => {
  const first = await index();
  const [kept = ''] = readdirSync(join(cache, 'search')).filter((name) => name.endsWith('.shard'));
  const file = join(cache, 'search', kept);
  writeFileSync(file, spoil(readFileSync(file)));
  const again = await index();
  expect(again.anew).toBeGreaterThan(0);
  expect(again.anew).toBeLessThan(4);
  expect(again.files).toEqual(first.files);
  expect((await index()).anew).toBe(0);
});

test('an archive without releases is indexed where nothing was ever kept', async () => {
  rmSync(releases, { recursive: true });
  mkdirSync(releases);
  const { anew, files } = await index();
  expect([anew, Object.keys(files)]).toEqual([0, ['pagefind/names.json', 'pagefind/shards.json']]);
});

test('writeSiteIndex() indexes where nothing can be kept, and says what the system said', async () => {
  const first = await index();
  rmSync(cache, { recursive: true });
  writeFileSync(cache, 'a file where the cache should be');
  const { files, cacheFault } = await index();
  expect(files).toEqual(first.files);
  expect(cacheFault).toMatch(/^ENOTDIR: not a directory, mkdir /);
  rmSync(cache);
});

test('writeSiteIndex() deletes nothing in the cache that no build has put there', async () => {
  await index();
  mkdirSync(join(cache, 'search/photos'));
  writeFileSync(join(cache, 'search/photos/holiday.jpg'), 'precious');
  writeFileSync(join(cache, 'search/plan.txt'), 'mine');
  const yesterday = Date.now() / 1000 - 86_400;
  for (const name of readdirSync(join(cache, 'search'))) utimesSync(join(cache, 'search', name), yesterday, yesterday);
  await index();
  expect(readFileSync(join(cache, 'search/photos/holiday.jpg'), 'utf8')).toBe('precious');
  expect(readFileSync(join(cache, 'search/plan.txt'), 'utf8')).toBe('mine');
});
