import { expect, test } from 'vitest';
import { checkArchive } from '../../../src/archive/check/check-archive.ts';
import { readReleases } from '../../../src/archive/read/read-releases.ts';
import { config } from '../../../src/config.ts';
import { folderWith, NOW } from '../../support/releases-folder.ts';

const draft = (fields: string, body = 'The text.') =>
  `---\ntitle: "First metal"\n${fields}draft: true\n---\n\n${body}\n`;

function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const folder = readReleases(folderWith(files), '');
  return checkArchive(folder, NOW, config.advice).map(({ severity, file, rule }) => `${severity} ${file} ${rule}`);
}

test('a draft without code and date is a warning for each, and is kept beside the releases', () => {
  const files = { 'undated/first-metal.md': draft('') };
  expect(problemsOf(files)).toEqual([
    'warning undated/first-metal.md draft-without-code',
    'warning undated/first-metal.md draft-without-date',
  ]);
  const folder = readReleases(folderWith(files), '');
  expect(folder.releases).toEqual([]);
  expect(folder.incompleteDrafts).toMatchObject([{ id: 'undated/first-metal', title: 'First metal', draft: true }]);
});

test('what is published lacks neither code nor date', () => {
  const file = draft('').replace('draft: true', 'draft: false');
  expect(problemsOf({ 'a.md': file })).toEqual(['error a.md field-missing', 'error a.md field-missing']);
});

test('a draft without a date is checked for all that does not rest on it', () => {
  const files = {
    'undated/first-metal.md': draft('code: XMX\nattachments: gone.pdf\nrelated: gone\n', '![Tray](gone.png)'),
  };
  expect(problemsOf(files)).toEqual([
    'error undated/first-metal.md attachment-missing',
    'error undated/first-metal.md related-missing',
    'warning undated/first-metal.md draft-without-date',
    'error undated/first-metal.md image-missing',
  ]);
});

test('nothing that is published leads to a draft without a date', () => {
  const release = '---\ntitle: "A"\ncode: XMX\ndate: 2020-07-30\nrelated: b\n---\n\n[B](b.md)\n';
  expect(problemsOf({ 'a.md': release, 'b.md': draft('code: XMX\n') })).toEqual([
    'error a.md relation-to-draft',
    'warning a.md link-dead',
    'warning b.md draft-without-date',
  ]);
});

test('guesses that nobody has confirmed are kept in drafts and refused in releases', () => {
  const review =
    'code: XMX\ndate: 2020-07-30\nreview:\n  - field: date\n    value: 2020-07-30\n    evidence: "30 July 2020"\n    confidence: likely\n';
  expect(problemsOf({ 'a.md': draft(review) })).toEqual([]);
  expect(problemsOf({ 'a.md': draft(review).replace('draft: true\n', '') })).toEqual(['error a.md review-open']);
});
