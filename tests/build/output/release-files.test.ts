import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnvironment } from '../../../src/build/environment.ts';
import { BuildFailure } from '../../../src/build/failure.ts';
import { copyReleaseFiles } from '../../../src/build/output/release-files.ts';
import { openSiteFolder } from '../../../src/build/site-folder.ts';
import { readSite } from '../../../src/build/read-site.ts';
import { digestsOf } from '../../support/tree.ts';

const project = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'file-work-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const releases = join(folder, 'releases');
beforeAll(() => {
  mkdirSync(join(releases, '2021'), { recursive: true });
  writeFileSync(join(releases, '2021/plan.csv'), 'a,b\n');
  for (let day = 1; day <= 9; day++) writeFileSync(join(releases, `2021/2021-03-0${day}-pour.md`), source(day));
});

const source = (day: number): string =>
  `---\ntitle: "Pour ${day}"\ncode: XMX\ndate: 2021-03-0${day}\nattachments: plan.csv\n---\n\nGold was poured.\n`;

function site() {
  const options = { drafts: false, now: Date.parse('2026-11-23T00:00Z') };
  const loaded = readSite(readEnvironment({ RELEASES_DIR: releases }, project), options);
  if (!loaded.site) throw new Error(JSON.stringify(loaded.check()));
  return loaded.site;
}

test('copyReleaseFiles() copies sources and attachments into a folder that is not there yet, and says what it wrote', () => {
  const out = openSiteFolder(join(folder, 'alone'));
  copyReleaseFiles(site(), out);
  expect([...out.files.keys()]).toEqual(
    expect.arrayContaining(['releases/2021/2021-03-01-pour.md', 'releases/2021/2021-03-01-pour/plan.csv']),
  );
  expect(out.files.size).toBe(18);
  const said = [...out.files.values()].map(({ path, digest }) => [path, digest] as const);
  expect(Object.fromEntries(said)).toEqual(digestsOf(join(folder, 'alone')));
});

test('copyReleaseFiles() stops the build where an attachment became a link after the folder was read, before it was hashed', () => {
  const loaded = site();
  const plan = join(releases, '2021/plan.csv');
  writeFileSync(join(folder, 'secret.csv'), 'secret\n');
  rmSync(plan);
  symlinkSync(join(folder, 'secret.csv'), plan);
  const out = join(folder, 'linked');
  expect(() => copyReleaseFiles(loaded, openSiteFolder(out))).toThrow(
    `${plan} was replaced by a link or something else that is no file while the site was built.`,
  );
  expect(Object.keys(digestsOf(out)).filter((name) => name.endsWith('.csv'))).toEqual([]);
  rmSync(plan);
  writeFileSync(plan, 'a,b\n');
});

test('copyReleaseFiles() stops the build where a release changed or vanished after the site was loaded', () => {
  const loaded = site();
  const file = join(releases, '2021/2021-03-09-pour.md');
  const copy = () => copyReleaseFiles(loaded, openSiteFolder(join(folder, 'changed')));
  writeFileSync(file, 'another text');
  expect(copy).toThrow(BuildFailure);
  expect(copy).toThrow('2021-03-09-pour.md was changed while the site was built.');
  rmSync(file);
  expect(copy).toThrow('2021-03-09-pour.md vanished while the site was built.');
});
