import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unclaimed } from '../../src/build/claim.ts';
import { readEnvironment } from '../../src/build/environment.ts';
import { UsageError } from '../../src/build/failure.ts';
import { startWorker } from '../../src/build/worker.ts';
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

const start = (staging: string, settings: Readonly<Record<string, string>> = {}) =>
  startWorker({
    environment: readEnvironment({ ...variables, ...settings }, project),
    now: Date.parse('2026-11-23T00:00Z'),
    staging,
    feeds: unclaimed(),
  });

test('the worker reads, writes index and feeds, and says which', async () => {
  const staging = join(folder, 'site');
  const worker = start(staging);
  expect((await worker.read)?.releases.map(({ id }) => id)).toEqual(['2021-03-04-pour']);
  const { files, indexed, phases } = await worker.made;
  const entry = [...files.keys()].find((name) => name.endsWith('pagefind-entry.json')) ?? '';
  expect(JSON.parse(readFileSync(join(staging, entry), 'utf8'))).toMatchObject({ version: '1.6.0' });
  expect(indexed).toBe(1);
  expect(phases.map(({ name }) => name)).toEqual(['reading', 'checking', 'search index', 'preview pictures', 'feeds']);
  expect(Object.fromEntries([...files].map(([name, { digest }]) => [name, digest]))).toEqual(digestsOf(staging));
  expect([...files.keys()]).toEqual(expect.arrayContaining(['pagefind/shards.json', 'rss.xml']));
  expect(readFileSync(join(staging, 'rss.xml'), 'utf8')).toContain('Gold <em>was</em> poured.');
});

test('an error of the system keeps its code, by which the build knows a full disk', async () => {
  writeFileSync(release, '---\ntitle: Pour\ncode: XMX\ndate: 2021-03-04\n---\n\nGold was poured.\n');
  writeFileSync(join(folder, 'file'), 'no folder');
  const worker = start(join(folder, 'file/site'));
  await expect(worker.made).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('what forbids to publish comes back without a site, and nothing is written', async () => {
  writeFileSync(release, '---\ntitle: Pour\ncode: XMX\n---\n\nGold was poured.\n');
  const staging = join(folder, 'none');
  const worker = start(staging);
  expect(await worker.read).toBeUndefined();
  const problems = await worker.checked;
  expect(problems.map(({ rule, line }) => ({ rule, line }))).toEqual([{ rule: 'field-missing', line: 4 }]);
  await expect(worker.made).rejects.toThrow('ended before it was done');
  expect(existsSync(staging)).toBe(false);
});

test('releases are there before they are checked, and what the check forbids is told behind them', async () => {
  writeFileSync(release, '---\ntitle: Pour\ncode: XMX\ndate: 2030-03-04\n---\n\nGold will be poured.\n');
  const staging = join(folder, 'unpublished');
  const worker = start(staging);
  expect((await worker.read)?.releases.map(({ id }) => id)).toEqual(['2021-03-04-pour']);
  expect((await worker.checked).map(({ severity, rule }) => ({ severity, rule }))).toContainEqual({
    severity: 'error',
    rule: 'date-future',
  });
  await expect(worker.made).rejects.toThrow('ended before it was done');
  expect(existsSync(staging)).toBe(false);
});

test('a folder that is not there is told as what the person at the terminal can put right', async () => {
  const { read, checked } = start(join(folder, 'nothing'), { RELEASES_DIR: join(folder, 'nowhere') });
  await expect(read).rejects.toThrow(UsageError);
  await expect(checked).rejects.toThrow(UsageError);
  await expect(read).rejects.toThrow('nowhere" is not there.');
});
