import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuildFailure, readEnvironment } from '../../src/site/environment.ts';
import { runFileJobs } from '../../src/site/file-jobs.ts';
import { jobCounter } from '../../src/site/job-counter.ts';
import { openSiteFolder } from '../../src/site/site-folder.ts';
import { readSite } from '../../src/site/state.ts';
import { digestsOf } from '../support/tree.ts';

const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'file-work-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const releases = join(folder, 'releases');
beforeAll(() => {
  mkdirSync(join(releases, '2021'), { recursive: true });
  writeFileSync(join(releases, '2021/plan.csv'), 'a,b\n');
  for (let day = 1; day <= 9; day++)
    writeFileSync(
      join(releases, `2021/2021-03-0${day}-pour.md`),
      `---\ntitle: "Pour ${day}"\ncode: XMX\ndate: 2021-03-0${day}\nattachments: plan.csv\n---\n\nGold was poured.\n`,
    );
});

function site() {
  const variables = { RELEASES_DIR: releases };
  const options = { drafts: false, now: Date.parse('2026-11-23T00:00Z'), variables };
  const loaded = readSite(readEnvironment(variables, project), options);
  if (!loaded.site) throw new Error(JSON.stringify(loaded.check()));
  return loaded.site;
}

test('runFileJobs() writes feeds, sources and attachments into a folder that is not there yet, and says what it wrote', async () => {
  const out = openSiteFolder(join(folder, 'alone'));
  await runFileJobs(site(), out, jobCounter());
  expect([...out.files.keys()]).toEqual(
    expect.arrayContaining(['rss.xml', 'companies/xmx/feed.json', 'releases/2021/2021-03-01-pour/plan.csv']),
  );
  const said = [...out.files.values()].map(({ path, digest }) => [path, digest] as const);
  expect(Object.fromEntries(said)).toEqual(digestsOf(join(folder, 'alone')));
});

test('two who work at the same files from both ends make each of them once, and together what one alone makes', async () => {
  const jobs = jobCounter();
  const root = join(folder, 'together');
  const workers = [openSiteFolder(root), openSiteFolder(root)] as const;
  await Promise.all(workers.map((out, at) => runFileJobs(site(), out, jobs, at === 0 ? 'first' : 'last')));
  const [one, other] = workers.map(({ files }) => [...files.keys()]);
  expect(one?.length).toBeGreaterThan(0);
  expect(other?.length).toBeGreaterThan(0);
  expect(one?.filter((name) => other?.includes(name))).toEqual([]);
  expect(digestsOf(root)).toEqual(digestsOf(join(folder, 'alone')));
});

test('runFileJobs() stops the build where an attachment became a link after the folder was read, before it was hashed', async () => {
  const loaded = site();
  const plan = join(releases, '2021/plan.csv');
  writeFileSync(join(folder, 'secret.csv'), 'secret\n');
  rmSync(plan);
  symlinkSync(join(folder, 'secret.csv'), plan);
  const out = join(folder, 'linked');
  await expect(runFileJobs(loaded, openSiteFolder(out), jobCounter())).rejects.toThrow(
    `${plan} was replaced by a link or something else that is no file while the site was built.`,
  );
  expect(Object.keys(digestsOf(out)).filter((name) => name.endsWith('.csv'))).toEqual([]);
  rmSync(plan);
  writeFileSync(plan, 'a,b\n');
});

test('runFileJobs() stops the build where a release changed after the site was loaded', async () => {
  const loaded = site();
  const file = join(releases, '2021/2021-03-09-pour.md');
  writeFileSync(file, 'another text');
  const work = runFileJobs(loaded, openSiteFolder(join(folder, 'changed')), jobCounter());
  await expect(work).rejects.toThrow(BuildFailure);
  await expect(work).rejects.toThrow('2021-03-09-pour.md was changed while the site was built.');
});
