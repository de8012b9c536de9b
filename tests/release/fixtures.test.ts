import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { config } from '../../src/config.ts';
import { formatRelease } from '../../src/release/format.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { compareText } from '../../src/text/compare-text.ts';
import { sampleArchive } from '../support/sample-archive.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures');
/** All files of a folder of fixtures, in the order of code units. */
const filesOf = (folder: string): string[] =>
  globSync('**/*', { cwd: path.join(fixtures, folder), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(fixtures, folder), path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .toSorted(compareText);
const root = sampleArchive();
const files = [...new Set([...filesOf('archive'), ...filesOf('odd')])].toSorted(compareText);
const releases = files
  .filter((file) => file.endsWith('.md') && !/(^|\/)(_|README)/.test(file))
  .map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
      .replace(/^\ufeff/, '')
      .replaceAll('\r\n', '\n');
    return parseRelease(file, text);
  });

test('every release of the fixture archive is read without a problem', () => {
  expect(releases.flatMap((parsed) => parsed.problems)).toEqual([]);
  expect(releases.length).toBeGreaterThan(45);
});

test('every release of the fixture archive comes back from what formatRelease() writes of it', () => {
  for (const { release } of releases) {
    expect(release && parseRelease(`${release.id}.md`, formatRelease(release)).release).toEqual(release);
  }
});

test.each(['archive', 'odd'])('the table of the fixtures in %s names every file and no other', (folder) => {
  const readme = readFileSync(path.join(fixtures, 'README.md'), 'utf8');
  const table = readme.split(/^## /m).find((part) => part.startsWith(`${folder}\n`)) ?? '';
  const named = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file = '']) => file);
  expect(named.toSorted(compareText)).toEqual(filesOf(folder));
});

test('the archive that the demo shows has neither a problem nor a warning', () => {
  const archive = readReleases(path.join(fixtures, 'archive'), '');
  expect(checkArchive(archive, Date.parse('2026-11-23T00:00Z'), config.advice)).toEqual([]);
  expect(archive.releases.length).toBeGreaterThan(120);
});
