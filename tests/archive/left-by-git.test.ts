import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { config } from '../../src/config.ts';
import { listProblems } from '../../src/release/report-problems.ts';
import { folderWith, NOW, release } from '../support/releases-folder.ts';

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 4821377\n`;
const CONFLICT = 'a,b\n<<<<<<< HEAD\n1,2\n=======\n1,3\n>>>>>>> by-jo\n';

function told(files: Readonly<Record<string, string>>): string[] {
  const folder = folderWith(files);
  return listProblems(checkArchive(readReleases(path.join(folder, 'r'), 'r'), NOW, config.advice)).split('\n');
}

test('check names a Git LFS pointer in the place of an attachment, a picture and a linked file', () => {
  const body = 'Its [table](./table.xlsx).\n\n![Metal](metal.png)';
  expect(
    told({
      'r/a.md': release({ attachments: 'a.pdf' }, body),
      'r/a.pdf': POINTER,
      'r/table.xlsx': POINTER,
      'r/metal.png': POINTER,
    }),
  ).toEqual([
    'r/a.md:5  attachments.0  "a.pdf" is a Git LFS pointer, not the file itself.',
    '    Run git lfs pull; where a service builds the site, turn Git LFS on in its checkout. (lfs-pointer)',
    'r/a.md:8  "table.xlsx" is a Git LFS pointer, not the file itself.',
    '    Run git lfs pull; where a service builds the site, turn Git LFS on in its checkout. (lfs-pointer)',
    'r/a.md:10  "metal.png" is a Git LFS pointer, not the file itself.',
    '    Run git lfs pull; where a service builds the site, turn Git LFS on in its checkout. (lfs-pointer)',
  ]);
});

test('check names a git-annex pointer in the place of an attachment and of a release', () => {
  const pointer = `/annex/objects/SHA256E-s31390--${'4d7a2146'.repeat(8)}.pdf\n`;
  expect(told({ 'r/a.md': release({ attachments: 'a.pdf' }), 'r/a.pdf': pointer, 'r/b.md': pointer })).toEqual([
    'r/a.md:5  attachments.0  "a.pdf" is a git-annex pointer, not the file itself.',
    '    Run git annex get, also where a service builds the site; or keep the file in Git itself. (annex-pointer)',
    'r/b.md:1  The file is a git-annex pointer, not the file itself.',
    '    Run git annex get, also where a service builds the site; or keep the file in Git itself. (annex-pointer)',
  ]);
});

test('check names a Git LFS pointer in the place of a release, of archive.yml and of the seals', () => {
  const problems = told({ 'r/a.md': POINTER, 'r/archive.yml': POINTER, 'r.lock': POINTER });
  expect(problems.filter((_, index) => index % 2 === 0)).toEqual([
    'r.lock:1  The file is a Git LFS pointer, not the file itself.',
    'r/a.md:1  The file is a Git LFS pointer, not the file itself.',
    'r/archive.yml:1  The file is a Git LFS pointer, not the file itself.',
  ]);
});

test('check says of pointers that no release names only that none does', () => {
  expect(told({ 'r/a.md': release(), 'r/a.pdf': POINTER })[0]).toBe(
    'r/a.pdf:1  warning: No release names "a.pdf", so it is not published.',
  );
});

test('check names the marks of a merge in an attached text, with their lines', () => {
  const files = { 'r/a.md': release({ attachments: '[a.csv, b.txt]' }), 'r/b.txt': 'A heading\n=======\n' };
  expect(told({ ...files, 'r/a.csv': CONFLICT.replaceAll('\n', '\r\n') })).toEqual([
    'r/a.md:5  attachments.0  "a.csv" holds merge conflict marks on lines 2, 4 and 6: git left both versions there, and nobody has chosen yet.',
    '    Keep the text that is right and delete the marks; put a space before a line that is meant as text. (merge-conflict)',
  ]);
  expect(told({ ...files, 'r/a.csv': '<<<<<<< HEAD\n'.repeat(12) })[0]).toContain(
    'on lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more: git left',
  );
});

test('check names the marks of a merge in archive.yml and in the seals by their lines', () => {
  const marks = '<<<<<<< HEAD\ntitle: A\n||||||| b\n=======\ntitle: B\n>>>>>>> by-jo\n';
  const problems = told({ 'r/archive.yml': `notice: Fictional.\n${marks}`, 'r.lock': marks });
  expect(problems.filter((line) => /^r\/archive/.test(line)).map((line) => line.slice(0, 30))).toEqual([
    'r/archive.yml:2  "<<<<<<< HEAD',
    'r/archive.yml:4  "||||||| b" i',
    'r/archive.yml:5  "=======" is ',
    'r/archive.yml:7  ">>>>>>> by-j',
  ]);
  expect(problems.filter((line) => /^r\.lock.*a mark that git left/.test(line)).map((line) => line[7])).toEqual([
    '1',
    '3',
    '4',
    '6',
  ]);
});

test('check reads a file with more marks than a call takes arguments', () => {
  expect(told({ 'r/a.md': '<<<<<<<\n'.repeat(200_000) }).length).toBe(400_000);
});

test('a file that becomes a pointer is read anew', () => {
  const folder = folderWith({ 'a.md': release({ attachments: 'a.pdf' }), 'a.pdf': '%PDF-1.4\n%%EOF' });
  const rules = () => checkArchive(readReleases(folder, ''), NOW, config.advice).map(({ rule }) => rule);
  expect(rules()).toEqual([]);
  writeFileSync(path.join(folder, 'a.pdf'), POINTER);
  expect(rules()).toEqual(['lfs-pointer']);
});
