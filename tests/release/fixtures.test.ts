import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formatRelease } from '../../src/release/format.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { compareText } from '../../src/release/problem.ts';

const root = path.join(import.meta.dirname, '../fixtures/archive');
const files = globSync('**/*', { cwd: root, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  .toSorted(compareText);
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

test('the table of fixtures names every file and no other', () => {
  const table = readFileSync(path.join(root, '../README.md'), 'utf8');
  const named = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file = '']) => file);
  expect(named.toSorted(compareText)).toEqual(files);
});
