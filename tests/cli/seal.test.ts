import { existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { UsageError } from '../../src/build/failure.ts';
import { seal } from '../../src/cli/seal.ts';
import { config } from '../../src/config.ts';
import { folderWith, NOW, release } from '../support/releases-folder.ts';
import { testContext } from './test-context.ts';

const FILES = {
  'releases/2020/a.md': release({ attachments: 'a.pdf' }),
  'releases/2020/a.pdf': '%PDF-1.4\n%%EOF',
  'releases/2020/b.md': release({ title: 'Second metal' }),
  'releases/2020/draft.md': release({ draft: 'true' }),
};

function sealed() {
  const folder = folderWith(FILES);
  expect(run(folder)).toEqual({ exit: 0, out: 'Sealed 2 releases.\n', said: '' });
  return {
    folder,
    at: (name: string) => path.join(folder, 'releases/2020', name),
    lock: () => readFileSync(path.join(folder, 'releases.lock'), 'utf8'),
    /** What `check` and the build say of seals. */
    problems: () =>
      checkArchive(readReleases(path.join(folder, 'releases'), 'releases'), NOW, config.advice)
        .filter(({ rule }) => /^(seal|lock)-/.test(rule))
        .map(({ file, line, severity, rule, message }) => `${file}:${line} ${severity} ${rule} ${message}`),
  };
}

function run(folder: string, ...args: string[]) {
  const world = testContext(folder);
  const exit = seal(args, world, config.advice);
  return { exit, ...world.read() };
}

test('seal writes a line for each published release, with its attachments, and a second time nothing', () => {
  const { folder, lock, problems } = sealed();
  const first = lock();
  expect(first.split('\n').map((line) => /^\{"id":"([^"]*)"/.exec(line)?.[1])).toEqual(['2020/a', '2020/b', undefined]);
  expect(JSON.parse(first.split('\n')[0] ?? '')).toMatchObject({
    id: '2020/a',
    // printf PDF | sha256sum
    files: { 'a.pdf': '4f1949e95440af0ece666ebd5f399c1d77d22de639950784d349fa5feb47dca5' },
    amendments: [],
  });
  expect(problems()).toEqual([]);
  expect(run(folder)).toEqual({ exit: 0, out: 'All releases are sealed already.\n', said: '' });
  expect(lock()).toBe(first);
  expect(existsSync(path.join(folder, 'releases.lock.new'))).toBe(false);
});

describe('in a releases folder that is a repository of its own', () => {
  /** What `check` and the build say of such a folder, of which nothing else is wrong. */
  const problems = (folder: string, shown = 'releases') =>
    checkArchive(readReleases(path.join(folder, 'releases'), shown), NOW, config.advice).map(
      ({ file, line, severity, rule, message, hint }) => `${file}:${line} ${severity} ${rule} ${message} ${hint}`,
    );

  test.each([
    ['a repository', { 'releases/.git/HEAD': 'ref: refs/heads/main\n' }],
    ['a worktree or a submodule', { 'releases/.git': 'gitdir: ../x\n' }],
    ['a copy without .git that has its seals', { 'releases/releases.lock': '' }],
  ])('seal writes inside of %s, and check reads it there', (_, more) => {
    const folder = folderWith({ ...FILES, ...more });
    expect(run(folder).out).toBe('Sealed 2 releases.\n');
    expect(existsSync(path.join(folder, 'releases.lock'))).toBe(false);
    expect(readFileSync(path.join(folder, 'releases/releases.lock'), 'utf8')).toContain('"id":"2020/a"');
    expect(problems(folder)).toEqual([]);
    expect(readReleases(path.join(folder, 'releases'), '').files.has('releases.lock')).toBe(false);
    writeFileSync(path.join(folder, 'releases/2020/b.md'), release({}, 'Another text.'));
    expect(problems(folder)[0]).toMatch(/^releases\/2020\/b\.md:1 error seal-changed /);
    rmSync(path.join(folder, 'releases/2020/b.md'));
    expect(problems(folder, '.')[0]).toMatch(/^releases\.lock:2 error seal-gone /);
    expect(run(folder, '--amend', '2020/b', '--withdrawn', '--reason', 'Why.').exit).toBe(0);
    expect(problems(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['releases']);
  });

  test('seals that lie beside it are still checked, with a warning', () => {
    const { folder, at } = sealed();
    writeFileSync(path.join(folder, 'releases/.git'), 'gitdir: ../x\n');
    expect(problems(folder)).toEqual([
      'releases.lock:1 warning lock-outside The seals lie outside of the repository that the releases folder is, so that no copy of it knows them. Move this file into the releases folder as releases.lock, and commit it.',
    ]);
    rmSync(at('b.md'));
    expect(problems(folder)[1]).toMatch(/^releases\.lock:2 error seal-gone /);
  });

  test('two files of seals are a problem, and nothing is sealed or declared', () => {
    const { folder, lock } = sealed();
    writeFileSync(path.join(folder, 'releases/releases.lock'), lock());
    const said =
      'There are two files of seals: this one, and releases.lock beside the releases folder. Keep the one that holds all releases, and delete the other.';
    expect(problems(folder)).toEqual([`releases/releases.lock:1 error lock-twice ${said}`]);
    writeFileSync(path.join(folder, 'releases/2020/c.md'), release());
    for (const args of [[], ['--amend', '2020/a', '--reason', 'Why.']]) {
      const { exit, said: printed } = run(folder, ...args);
      expect(exit).toBe(1);
      expect(printed).toContain('There are two files of seals');
    }
    expect(lock()).not.toContain('2020/c');
  });

  test('a link in the place of the seals is not followed', () => {
    const { folder } = sealed();
    renameSync(path.join(folder, 'releases.lock'), path.join(folder, 'elsewhere'));
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'releases/releases.lock'));
    expect(problems(folder)[0]).toMatch(
      /^releases\/releases\.lock:1 error lock-unreadable The seals cannot be read \(symbolic-link\)\./,
    );
  });
});

test('an archive without seals has no problem of seals', () => {
  const folder = folderWith(FILES);
  expect(checkArchive(readReleases(path.join(folder, 'releases'), 'releases'), NOW, config.advice)).toEqual([]);
});

test('a release that is not sealed yet is a warning, and seal adds it alone', () => {
  const { folder, at, problems, lock } = sealed();
  const before = lock();
  writeFileSync(at('c.md'), release());
  expect(problems()).toEqual([
    'releases/2020/c.md:1 warning seal-missing This release is not sealed yet, so a later change would not be noticed.',
  ]);
  expect(run(folder).out).toBe('Sealed 1 release. 2 were sealed before.\n');
  expect(lock().startsWith(before)).toBe(true);
});

test('an edited release is refused until it is declared', () => {
  const { folder, at, problems, lock } = sealed();
  writeFileSync(at('b.md'), release({}, 'Another text.'));
  expect(problems()).toEqual([
    'releases/2020/b.md:1 error seal-changed The release at /releases/2020/b/ is sealed and was changed since: b.md was changed.',
  ]);
  const refused = run(folder);
  expect([refused.exit, refused.said]).toEqual([
    1,
    expect.stringMatching(/Nothing was sealed, because of 1 problem\.\n$/),
  ]);
  expect(run(folder, '--amend', '2020/b', '--reason', 'A misprint.')).toEqual({
    exit: 0,
    out: 'Declared on 2026-11-23: 2020/b was amended.\n',
    said: '',
  });
  expect(problems()).toEqual([]);
  expect(JSON.parse(lock().split('\n')[1] ?? '')).toMatchObject({
    amendments: [
      { date: '2026-11-23', reason: 'A misprint.', was: { 'b.md': expect.stringMatching(/^[0-9a-f]{64}$/) as string } },
    ],
  });
});

test('a swapped attachment is refused until it is declared', () => {
  const { folder, at, problems } = sealed();
  writeFileSync(at('a.pdf'), '%PDF-1.4 other\n%%EOF');
  expect(problems()).toEqual([
    'releases/2020/a.md:1 error seal-changed The release at /releases/2020/a/ is sealed and was changed since: a.pdf was changed.',
  ]);
  expect(run(folder, '--amend', '2020/a.md', '--reason', 'The signed one.').exit).toBe(0);
  expect(problems()).toEqual([]);
});

test('of a sealed release is said which document was added and which is missing', () => {
  const { folder, at, problems } = sealed();
  renameSync(at('a.pdf'), at('a-signed.pdf'));
  writeFileSync(at('a.md'), readFileSync(at('a.md'), 'utf8').replace('a.pdf', 'a-signed.pdf'));
  expect(problems()).toEqual([
    'releases/2020/a.md:1 error seal-changed The release at /releases/2020/a/ is sealed and was changed since: a-signed.pdf was added; a.md was changed; a.pdf is missing.',
  ]);
  expect(run(folder, '--amend', '2020/a', '--reason', 'The signed one.').exit).toBe(0);
  expect(problems()).toEqual([]);
});

test('a renamed release is refused until it is declared, and its former address stays its own', () => {
  const { folder, at, problems, lock } = sealed();
  renameSync(at('b.md'), at('new.md'));
  expect(problems()).toEqual([
    'releases.lock:2 error seal-gone The release at /releases/2020/b/ is sealed, and its file is not there any more.',
    'releases/2020/new.md:1 warning seal-missing This release is not sealed yet, so a later change would not be noticed.',
  ]);
  expect(run(folder, '--amend', '2020/b', '--renamed-to', '2020/new', '--reason', 'A clearer name.')).toEqual({
    exit: 0,
    out: 'Declared on 2026-11-23: 2020/b was renamed to 2020/new.\n',
    said: '',
  });
  expect(problems()).toEqual([]);
  expect(lock()).toContain('"renamedTo":"2020/new"');
  writeFileSync(at('b.md'), release());
  expect(problems()).toEqual([
    'releases/2020/b.md:1 error seal-address-taken The address /releases/2020/b/ belongs to the release that is "2020/new" since 2026-11-23.',
  ]);
});

test('a deleted release is refused until it is declared as withdrawn, and can come back', () => {
  const { folder, at, problems } = sealed();
  rmSync(at('b.md'));
  expect(problems()).toEqual([
    'releases.lock:2 error seal-gone The release at /releases/2020/b/ is sealed, and its file is not there any more.',
  ]);
  expect(run(folder, '--amend', '2020/b', '--withdrawn', '--reason', 'Of another company.').exit).toBe(0);
  expect(problems()).toEqual([]);
  writeFileSync(at('b.md'), release());
  expect(problems()).toEqual([
    'releases/2020/b.md:1 error seal-address-taken The release at /releases/2020/b/ was withdrawn on 2026-11-23, and a file stands there again.',
  ]);
  expect(run(folder, '--amend', '2020/b', '--reason', 'It was of this company.').exit).toBe(0);
  expect(problems()).toEqual([]);
});

test.each([
  ['a release as it was sealed', [], '"2020/b" is as it was sealed. Nothing was declared.\n'],
  [
    'a withdrawal while the file is there',
    ['--withdrawn'],
    '"releases/2020/b.md" is still there; take it away first. Nothing was declared.\n',
  ],
  [
    'a rename while the file is there',
    ['--renamed-to', '2020/c'],
    '"releases/2020/b.md" is still there; rename it first. Nothing was declared.\n',
  ],
])('seal --amend refuses %s', (_, args, said) => {
  const { folder, lock } = sealed();
  const before = lock();
  expect(run(folder, '--amend', '2020/b', '--reason', 'R.', ...args)).toEqual({ exit: 1, out: '', said });
  expect(lock()).toBe(before);
});

test('seal --amend lets no sealed release become a draft or take an address that was given', () => {
  const { folder, at } = sealed();
  writeFileSync(at('b.md'), release({ draft: 'true' }));
  expect(run(folder, '--amend', '2020/b', '--reason', 'R.').said).toBe(
    '"releases/2020/b.md" is a draft; a sealed release does not leave the site, it is withdrawn. Nothing was declared.\n',
  );
  rmSync(at('b.md'));
  expect(run(folder, '--amend', '2020/b', '--renamed-to', '2020/a', '--reason', 'R.').said).toBe(
    '"2020/a" belongs to a release already; an address is given once. Nothing was declared.\n',
  );
});

test.each([
  [['--amend', '2020/b'], '--reason is missing: say in a sentence why; the release’s page will show it.'],
  [['--amend', '2020/bb', '--reason', 'R.'], 'There is no sealed release "2020/bb". Did you mean "2020/b"?'],
  [['--reason', 'R.'], '--reason belongs to --amend, which names the release.'],
  [['2020/b'], '"2020/b" stands alone; a change of one release is declared with --amend.'],
  [
    ['--amend', '2020/b', '--reason', 'R.', '--withdrawn', '--renamed-to', 'x'],
    'A release is either --withdrawn or --renamed-to another id.',
  ],
  [['--amend', '2020/b', '--reason', 'One\ntwo.'], '--reason takes one line of at most 500 characters.'],
])('seal %j is wrong usage', (args, message) => {
  const { folder } = sealed();
  expect(() => run(folder, ...args)).toThrow(new UsageError(message));
});

test('a spoilt line of the seals stops check, the build, seal and --amend', () => {
  const { folder, lock, problems } = sealed();
  const spoilt = lock().replace('"id":"2020/b"', '"id":"2020/b');
  writeFileSync(path.join(folder, 'releases.lock'), spoilt);
  expect(problems()).toEqual([
    'releases.lock:2 error lock-malformed This line is not a seal, so it is not known what it sealed.',
    'releases/2020/b.md:1 warning seal-missing This release is not sealed yet, so a later change would not be noticed.',
  ]);
  expect(run(folder).exit).toBe(1);
  expect(run(folder, '--amend', '2020/a', '--reason', 'R.').exit).toBe(1);
  expect(lock()).toBe(spoilt);
});

test('seal takes no Git LFS pointer for an attachment or a release, neither at first nor as a declared change', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 4821377\n`;
  for (const name of ['a.pdf', 'b.md']) {
    const { folder, at, lock } = sealed();
    const before = lock();
    writeFileSync(at(name), pointer);
    const id = `2020/${name.slice(0, 1)}`;
    const declared = run(folder, '--amend', id, '--reason', 'A new file.');
    expect([declared.exit, declared.out]).toEqual([1, '']);
    expect(declared.said).toMatch(
      name === 'a.pdf' ? /is a Git LFS pointer.*\n.*\n\nNothing was declared/ : /has problems/,
    );
    expect(lock()).toBe(before);
    rmSync(path.join(folder, 'releases.lock'));
    const first = run(folder);
    expect(first.exit).toBe(1);
    expect(first.said).toContain('is a Git LFS pointer, not the file itself.');
    expect(existsSync(path.join(folder, 'releases.lock'))).toBe(false);
  }
});

test('a change is not declared while the release has another problem', () => {
  const { folder, at } = sealed();
  writeFileSync(at('b.md'), release({}, '![Metal](metal.png)'));
  const { exit, said } = run(folder, '--amend', '2020/b', '--reason', 'A picture.');
  expect(exit).toBe(1);
  expect(said).toBe(
    'releases/2020/b.md:7  There is no file "metal.png" beside the release.\n' +
      '    Put the file beside the release, or take the line out. (image-missing)\n\nNothing was declared.\n',
  );
});
