import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuildFailure, readEnvironment, UsageError } from '../../src/site/environment.ts';
import { startFilesThread } from '../../src/site/files-thread.ts';
import { openSiteFolder } from '../../src/site/site-folder.ts';
import { createSite } from '../../src/site/site.ts';
import { exchangeTexts } from '../../src/site/text-exchange.ts';
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

async function start(staging: string) {
  const thread = startFilesThread(readEnvironment(variables, project), Date.parse('2026-11-23T00:00Z'), staging);
  const parts = await thread.read;
  if (!parts) throw new Error('The release has no problem.');
  const given = openSiteFolder(staging);
  // Without the texts, which its own file and the thread still have.
  return { site: createSite({ ...parts, bodies: new Map() }, 1000), thread, given };
}

test('the thread reads, writes index, feeds and copies, says which, and hands over the texts that it has made', async () => {
  const staging = join(folder, 'site');
  const { site, thread, given } = await start(staging);
  thread.begin(given.write);
  const { files: own, indexed, phases } = await thread.finish();
  // The text was made long ago; it is handed over whenever it is asked for.
  exchangeTexts(site, thread.texts, 1000);
  const files = new Map([...own, ...given.files]);
  const entry = [...given.files.keys()].find((name) => name.endsWith('pagefind-entry.json')) ?? '';
  expect(JSON.parse(readFileSync(join(staging, entry), 'utf8'))).toMatchObject({ version: '1.6.0' });
  expect([...given.files.keys()].every((name) => /^pagefind\/[^/]+\//.test(name))).toBe(true);
  expect(indexed).toBe(1);
  expect(phases.map(({ name }) => name)).toEqual(['reading', 'checking', 'texts', 'search index', 'feeds and copies']);
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
  const { thread, given } = await start(join(folder, 'other'));
  rmSync(release);
  thread.begin(given.write);
  const finished = thread.finish();
  await expect(finished).rejects.toThrow(BuildFailure);
  await expect(finished).rejects.toThrow('2021-03-04-pour.md vanished while the site was built.');
});

test('an error of the system keeps its code, by which the build knows a full disk', async () => {
  writeFileSync(release, '---\ntitle: Pour\ncode: XMX\ndate: 2021-03-04\n---\n\nGold was poured.\n');
  writeFileSync(join(folder, 'file'), 'no folder');
  const { thread, given } = await start(join(folder, 'file/site'));
  thread.begin(given.write);
  await expect(thread.finish()).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('what forbids to publish comes back without a site, and nothing is written', async () => {
  writeFileSync(release, '---\ntitle: Pour\ncode: XMX\n---\n\nGold was poured.\n');
  const staging = join(folder, 'none');
  const thread = startFilesThread(readEnvironment(variables, project), Date.now(), staging);
  thread.begin(openSiteFolder(staging).write);
  expect(await thread.read).toBeUndefined();
  const problems = await thread.checked;
  expect(problems.map(({ rule, line }) => ({ rule, line }))).toEqual([{ rule: 'field-missing', line: 4 }]);
  await expect(thread.finish()).rejects.toThrow('ended before it was done');
  expect(existsSync(staging)).toBe(false);
});

test('releases are there before they are checked, and what the check forbids is told behind them', async () => {
  writeFileSync(release, '---\ntitle: Pour\ncode: XMX\ndate: 2030-03-04\n---\n\nGold will be poured.\n');
  const staging = join(folder, 'unpublished');
  const thread = startFilesThread(readEnvironment(variables, project), Date.parse('2026-11-23T00:00Z'), staging);
  thread.begin(openSiteFolder(staging).write);
  expect((await thread.read)?.releases.map(({ id }) => id)).toEqual(['2021-03-04-pour']);
  expect((await thread.checked).map(({ severity, rule }) => ({ severity, rule }))).toContainEqual({
    severity: 'error',
    rule: 'date-future',
  });
  await expect(thread.finish()).rejects.toThrow('ended before it was done');
  expect(existsSync(staging)).toBe(false);
});

test('a folder that is not there is told as what the person at the terminal can put right', async () => {
  const environment = readEnvironment({ ...variables, RELEASES_DIR: join(folder, 'nowhere') }, project);
  const { read, checked } = startFilesThread(environment, Date.now(), join(folder, 'nothing'));
  await expect(read).rejects.toThrow(UsageError);
  await expect(checked).rejects.toThrow(UsageError);
  await expect(read).rejects.toThrow('nowhere" is not there.');
});
