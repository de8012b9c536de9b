import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readEnvironment } from '../../src/build/environment.ts';
import { BuildFailure } from '../../src/build/failure.ts';
import { createSite } from '../../src/build/site.ts';
import { readSite } from '../../src/build/read-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const releases = join(folder, 'releases');
const file = join(releases, '2021-03-04-pour.md');
const write = (text: string): void =>
  writeFileSync(file, `---\ntitle: Pour\ncode: XMX\ndate: 2021-03-04\n---\n\n${text}\n`);

test('createSite() reads texts that are not in memory from the disk, and refuses one that is another by then', () => {
  mkdirSync(releases);
  write('See [the pour](2021-03-04-pour.md).');
  const settings = { RELEASES_DIR: releases, SITE_URL: 'https://archive.example/' };
  const environment = readEnvironment(settings, resolve(import.meta.dirname, '../..'));
  const loaded = readSite(environment, { drafts: false, now: Date.parse('2026-11-23T00:00Z') });
  const parts = loaded.site?.parts;
  const [release] = loaded.site?.archive.releases ?? [];
  if (!parts || !release) throw new Error('The release has no problem.');
  const reading = () => createSite({ ...parts, bodies: new Map() }, 0);
  expect(reading().render(release)).toBe('<p>See <a href="/releases/2021-03-04-pour/">the pour</a>.</p>\n');
  expect(reading().renderForFeed(release)).toContain('href="https://archive.example/releases/2021-03-04-pour/"');
  expect(reading().summary(release)).toBe('See the pour.');
  const own = { ...release, summary: 'Gold.' };
  expect(createSite({ ...parts, releases: [own] }, 0).summary(own)).toBe('Gold.');
  write('Something else.');
  expect(() => reading().render(release)).toThrow(BuildFailure);
  expect(() => reading().summary(release)).toThrow('2021-03-04-pour.md was changed while the site was built.');
});
