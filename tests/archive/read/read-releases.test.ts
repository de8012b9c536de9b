import path from 'node:path';
import { expect, test } from 'vitest';
import { openReleases } from '../../../src/archive/read/open-releases.ts';
import { placeOf } from '../../../src/archive/read/place.ts';
import { readReleases } from '../../../src/archive/read/read-releases.ts';
import { folderWith, release } from '../../support/releases-folder.ts';

test('readReleases() finds releases in all folders, and passes over what is none', () => {
  const folder = folderWith({
    'z.md': release(),
    '2020/a.md': release(),
    '2020/deep/er/b.md': release(),
    '2020/README.md': 'About this folder.',
    '2020/_notes.md': 'Notes.',
    '.git/c.md': 'Not ours.',
    'archive.yml': 'title: Announcements\n',
    '2020/a.pdf': '12345',
  });
  const read = readReleases(folder, 'releases');
  expect(read.problems).toEqual([]);
  expect(read.releases.map(({ id }) => id)).toEqual(['2020/a', '2020/deep/er/b', 'z']);
  expect(read.ids).toEqual(['2020/a', '2020/deep/er/b', 'z']);
  expect([...read.files]).toEqual([['2020/a.pdf', 5]]);
  expect(read.settings).toEqual({ title: 'Announcements' });
  expect(read.fileOf('2020/a')).toBe('releases/2020/a.md');
});

test('readReleases() reads Windows line ends and a byte order mark as nothing', () => {
  const folder = folderWith({ 'a.md': `\ufeff${release({}, 'One.\n\nTwo.').replaceAll('\n', '\r\n')}` });
  const { releases, problems } = readReleases(folder, '');
  expect(problems).toEqual([]);
  expect(releases[0]?.body).toBe('One.\n\nTwo.');
});

test('readReleases() gives drafts, but no release with an error', () => {
  const folder = folderWith({ 'a.md': release({ draft: 'true' }), 'b.md': release({ code: 'xmx' }) });
  const { releases, ids } = readReleases(folder, '');
  expect(releases.map(({ id }) => id)).toEqual(['a']);
  expect(ids).toEqual(['a', 'b']);
});

test('lineOf() and bodyLineOf() find places in a file, and the nearest one where a field is not there', () => {
  const contacts = '\n  - name: "A. Person"\n    email: a@example.com';
  const folder = readReleases(folderWith({ 'a.md': release({ contacts }, '\n \n\nThe text.') }), '');
  expect(folder.lineOf('a', 'title')).toBe(2);
  expect(folder.lineOf('a', 'contacts.0.email')).toBe(7);
  expect(folder.lineOf('a', 'contacts.4.phone')).toBe(5);
  expect(folder.lineOf('a', 'authorisedBy')).toBe(8);
  expect(folder.bodyLineOf('a')).toBe(13);
});

test('settingsLineOf() finds places in archive.yml, with a first line of --- or without', () => {
  for (const [first, line] of [
    ['', 2],
    ['---\n', 3],
  ] as const) {
    const text = `${first}security:\n  contact: mailto:security@example.com\n  expires: 2027-01-01\n`;
    const folder = readReleases(folderWith({ 'archive.yml': text }), 'releases');
    expect(folder.settingsLineOf('security.contact')).toBe(line);
    expect(folder.settingsFile).toBe('releases/archive.yml');
  }
});

test('placeOf() names the folder as the person at the terminal knows it', () => {
  const shown = (given: string | undefined, working: string): string => placeOf(given, '/work', working).shown;
  expect(shown(undefined, '/work')).toBe('releases');
  expect(shown(' ', '/work')).toBe('releases');
  expect(shown('/work/releases', '/work')).toBe('releases');
  expect(shown('/elsewhere/releases', '/work')).toBe('/elsewhere/releases');
  expect(shown('../archive', '/work')).toBe('../archive');
  expect(shown('releases', '/work/docs')).toBe('../releases');
  expect(placeOf('../archive', '/work', '/home').root).toBe(path.resolve('/archive'));
});

test('openReleases() says in a sentence that the folder is not there, or is none', () => {
  const folder = folderWith({ file: '' });
  expect(openReleases({ root: path.join(folder, 'no'), shown: 'no' })).toEqual({
    fault: 'The releases folder "no" is not there. Make it, or name another one with RELEASES_DIR.',
  });
  expect(openReleases({ root: path.join(folder, 'file'), shown: 'file' })).toEqual({
    fault: 'The releases folder "file" is not a folder. Make it, or name another one with RELEASES_DIR.',
  });
});
