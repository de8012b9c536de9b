import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { checkArchive } from '../../../src/archive/check/check-archive.ts';
import { readReleases } from '../../../src/archive/read/read-releases.ts';
import { config } from '../../../src/config.ts';
import { trackedFiles } from '../../../src/drafts/tracked-files.ts';
import { folderWith, release } from '../../support/releases-folder.ts';

const NOW = Date.parse('2026-11-23T00:00Z');
const FILES = {
  '2020/a.md': release({ draft: 'true', attachments: '[a.pdf, b.pdf]', title: 'First metal' }),
  '2020/a.pdf': '%PDF-1.7 of a draft\n%%EOF',
  '2020/b.pdf': '%PDF-1.7 of both\n%%EOF',
  '2020/b.md': release({ attachments: 'b.pdf', title: 'Second metal' }),
};

function found(tracked: readonly string[]) {
  const folder = readReleases(folderWith(FILES), 'releases');
  return checkArchive(folder, NOW, config.advice, new Set(tracked)).filter(({ rule }) => rule === 'draft-in-git');
}

test('checkArchive() warns of a draft that Git tracks with its document', () => {
  expect(found(['2020/a.md', '2020/a.pdf', '2020/b.md', '2020/b.pdf'])).toEqual([
    {
      file: 'releases/2020/a.md',
      line: 5,
      field: 'draft',
      severity: 'warning',
      rule: 'draft-in-git',
      message: 'Git tracks this draft and a.pdf: whoever gets the repository can read it before ASX has released it.',
      hint: 'Run git rm --cached "releases/2020/a.md" "releases/2020/a.pdf" and commit. What was pushed before stays in the history.',
    },
  ]);
});

test('checkArchive() warns of the document of a draft that Git tracks alone', () => {
  expect(found(['2020/a.pdf']).map(({ message }) => message)).toEqual([
    'Git tracks a.pdf, which belongs to this draft: whoever gets the repository can read it before ASX has released it.',
  ]);
});

test('checkArchive() takes published releases that Git tracks, and documents that one of them shows', () => {
  expect(found(['2020/b.md', '2020/b.pdf'])).toEqual([]);
});

test('trackedFiles() names what Git tracks below the folder, and nothing where it lies in no repository', () => {
  const folder = folderWith({ ...FILES, '2020/ü.md': release({ draft: 'true' }) });
  expect(trackedFiles(readReleases(folder, ''))).toEqual(new Set());
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  execFileSync('git', ['add', '2020/a.md', '2020/ü.md'], { cwd: folder });
  expect(trackedFiles(readReleases(folder, ''))).toEqual(new Set(['2020/a.md', '2020/ü.md']));
});
