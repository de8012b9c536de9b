import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuildFailure, readEnvironment } from '../../src/site/environment.ts';
import { nothingTaken } from '../../src/site/file-work.ts';
import { startFilesThread } from '../../src/site/files-thread.ts';
import { loadSite } from '../../src/site/state.ts';
import { digestsOf } from '../support/tree.ts';

const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'files-thread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const variables = { RELEASES_DIR: join(folder, 'releases'), CACHE_DIR: join(folder, 'cache') };
const release = join(variables.RELEASES_DIR, '2021-03-04-pour.md');
beforeAll(() => {
  mkdirSync(variables.RELEASES_DIR);
  writeFileSync(release, '---\ntitle: Pour\ncode: XMX\ndate: 2021-03-04\n---\n\nGold *was* poured.\n');
});

function start(staging: string) {
  const environment = readEnvironment(variables, project);
  const now = Date.parse('2026-11-23T00:00Z');
  const { site } = loadSite(environment, { drafts: false, now, variables });
  if (!site) throw new Error('The release has no problem.');
  const thread = startFilesThread({ parts: site.parts, environment, staging, taken: nothingTaken() }, site.take);
  return { site, thread };
}

test('the thread writes index, feeds and copies, says which, and hands over the texts that it has made', async () => {
  const staging = join(folder, 'site');
  const { site, thread } = start(staging);
  thread.begin();
  const { files, indexed, phases } = await thread.finish();
  expect(indexed).toBe(1);
  expect(phases.map(({ name }) => name)).toEqual(['texts', 'search index', 'feeds and copies']);
  expect(Object.fromEntries([...files].map(([name, { digest }]) => [name, digest]))).toEqual(digestsOf(staging));
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['pagefind/shards.json', 'rss.xml', 'releases/2021-03-04-pour.md']),
  );
  // The file is gone, so what is shown was handed over.
  rmSync(release);
  const [only] = site.archive.releases;
  expect(only && site.render(only)).toBe('<p>Gold <em>was</em> poured.</p>\n');
});

test('a build stops where a release vanished, with the words that say so', async () => {
  writeFileSync(release, '---\ntitle: Pour\ncode: XMX\ndate: 2021-03-04\n---\n\nGold was poured.\n');
  const { thread } = start(join(folder, 'other'));
  rmSync(release);
  thread.begin();
  const finished = thread.finish();
  await expect(finished).rejects.toThrow(BuildFailure);
  await expect(finished).rejects.toThrow('2021-03-04-pour.md vanished while the site was built.');
});

test('an error of the system keeps its code, by which the build knows a full disk', async () => {
  writeFileSync(release, '---\ntitle: Pour\ncode: XMX\ndate: 2021-03-04\n---\n\nGold was poured.\n');
  writeFileSync(join(folder, 'file'), 'no folder');
  const { thread } = start(join(folder, 'file/site'));
  thread.begin();
  await expect(thread.finish()).rejects.toMatchObject({ code: 'ENOTDIR' });
});
