import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatChecksums } from '../../src/data/checksums.ts';
import { restoreSite } from '../../src/build/begin-build.ts';
import { readEnvironment, type Environment } from '../../src/build/environment.ts';
import { UsageError } from '../../src/build/failure.ts';
import { deleteBesides, requireReplaceable, restoreFormer, swap } from '../../src/build/replacing.ts';
import { markSite } from '../../src/build/site-mark.ts';
import { digestsOf } from '../support/tree.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'replacing-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;

/** A project of its own, whose site goes to `dist`. */
function project(variables: Readonly<Record<string, string>> = {}): Environment {
  const folder = join(root, String(count++));
  mkdirSync(join(folder, 'releases'), { recursive: true });
  return readEnvironment(variables, folder);
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Files that every site of ours has, older ones too. */
const OURS = ['.nojekyll', '_headers', 'data/releases.json', 'data/release.schema.json', 'feeds.opml'];

/** A site as a build leaves it; an older program's has no mark. */
function site(folder: string, { home = 'home', older = false } = {}): void {
  const files = { 'index.html': home, 'releases/2020/first/index.html': 'first', 'releases/2020/first.md': 'text' };
  write(folder, { ...files, ...Object.fromEntries(OURS.map((name) => [name, ''])) });
  if (!older) markSite(folder);
  const digests = Object.entries(digestsOf(folder)).map(([path, digest]) => ({ path, digest }));
  write(folder, { SHA256SUMS: formatChecksums(digests) });
}

const GIT = 'holds .git, which would be deleted. Move it elsewhere, or name another folder with OUT_DIR.';
const NOT_OURS =
  'holds something that is not a site of this archive, and would be deleted. Name another folder with OUT_DIR, or empty this one.';
const OLDER =
  'looks like a site that an older version of this program has built: it lacks the file .asx-release-archive. If it is one and may be replaced, run npm run build -- --adopt; else name another folder with OUT_DIR.';

describe('a folder that is never deleted', () => {
  test.each<readonly [what: string, files: Readonly<Record<string, string>>, message: string]>([
    ['photos', { 'holiday.jpg': 'precious' }, NOT_OURS],
    ['a site of Sphinx', { '.nojekyll': '', 'index.html': '', 'genindex.html': '' }, NOT_OURS],
    ['a checkout of gh-pages', { '.nojekyll': '', 'index.html': '', '.git': 'gitdir: ../.git' }, GIT],
    ['a site with sums of its own', { 'index.html': '', SHA256SUMS: `${'0'.repeat(64)}  index.html\n` }, NOT_OURS],
    ['an empty folder in it', { 'notes/.keep': '' }, NOT_OURS],
  ])('%s', (_, files, message) => {
    for (const adopt of ['0', '1']) {
      const environment = project({ ADOPT: adopt });
      write(environment.out, files);
      expect(() => requireReplaceable(environment)).toThrow(`OUT_DIR "dist" ${message}`);
      expect(readFileSync(join(environment.out, Object.keys(files)[0] ?? ''), 'utf8')).toBe(Object.values(files)[0]);
    }
  });

  test.each<readonly [what: string, add: (out: string) => void, message: string]>([
    [
      'a file',
      (out) => write(out, { 'notes.txt': '' }),
      'holds what a build has not written, and would delete: notes.txt. Move it elsewhere, or name another folder with OUT_DIR.',
    ],
    [
      'files below',
      (out) => write(out, { 'a/1': '', 'a/2': '', 'releases/2020/first/plan.pdf': '' }),
      'holds what a build has not written, and would delete: a/, a/1, a/2 and 1 more. Move them elsewhere, or name another folder with OUT_DIR.',
    ],
    ['a folder', (out) => mkdirSync(join(out, 'drafts')), 'would delete: drafts/. Move it'],
    ['a link', (out) => symlinkSync(root, join(out, 'elsewhere')), 'would delete: elsewhere. Move it'],
    ['a repository', (out) => mkdirSync(join(out, '.git')), GIT],
    [
      'a repository below',
      (out) => write(out, { 'releases/.git': '' }),
      'holds releases/.git, which would be deleted.',
    ],
    ['a domain', (out) => write(out, { CNAME: 'example.com' }), 'holds CNAME, which would be deleted.'],
    [
      'a domain that the sums list',
      (out) => {
        write(out, { CNAME: 'example.com' });
        write(out, { SHA256SUMS: `${readFileSync(join(out, 'SHA256SUMS'), 'utf8')}${'0'.repeat(64)}  CNAME\n` });
      },
      'holds CNAME, which would be deleted.',
    ],
  ])('a site of ours with %s that is not', (_, add, message) => {
    for (const older of [false, true]) {
      const environment = project({ ADOPT: '1' });
      site(environment.out, { older });
      add(environment.out);
      expect(() => requireReplaceable(environment)).toThrow(message);
    }
  });

  test('an older site, until it is adopted', () => {
    const environment = project();
    site(environment.out, { older: true });
    expect(() => requireReplaceable(environment)).toThrow(`OUT_DIR "dist" ${OLDER}`);
    requireReplaceable({ ...environment, adopt: true });
  });

  test('a site of ours whose list of files is gone', () => {
    const environment = project();
    site(environment.out);
    rmSync(join(environment.out, 'SHA256SUMS'));
    expect(() => requireReplaceable(environment)).toThrow(
      'OUT_DIR "dist" is a site of this archive without its list of files, SHA256SUMS; nobody can tell what else it holds. Name another folder with OUT_DIR, or delete this one.',
    );
  });

  test('a link, a file, the project and what lies around it or its releases', () => {
    const environment = project();
    symlinkSync(root, environment.out);
    expect(() => requireReplaceable(environment)).toThrow(
      'OUT_DIR "dist" is a link to another folder. Name that folder itself with OUT_DIR, or another one.',
    );
    rmSync(environment.out);
    writeFileSync(environment.out, 'text');
    expect(() => requireReplaceable(environment)).toThrow('OUT_DIR "dist" is a file. Name a folder with OUT_DIR.');
    const { project: folder } = environment;
    symlinkSync(folder, join(folder, 'way'));
    for (const out of [
      folder,
      root,
      join(folder, 'releases'),
      join(folder, 'releases/site'),
      join(folder, 'way/releases'),
    ])
      expect(() => requireReplaceable({ ...environment, out }), out).toThrow(
        'holds the project or its releases or lies among them',
      );
    requireReplaceable({ ...environment, out: join(folder, '..dist') });
  });

  test('what lies beside the out folder under a name that a build needs', () => {
    const environment = project();
    write(`${environment.out}.next`, { 'plan.txt': '' });
    expect(() => requireReplaceable(environment)).toThrow(
      '"dist.next" beside OUT_DIR "dist" holds something that is not a site of this archive, and would be deleted. A build puts a whole site there for a moment. Move it elsewhere, or name another folder with OUT_DIR.',
    );
  });
});

describe('a folder that is replaced', () => {
  test.each<readonly [what: string, make: (out: string) => void]>([
    ['none', () => undefined],
    ['an empty one', (out) => mkdirSync(out)],
    ['a site of ours', (out) => site(out)],
    [
      'one with a signature and what Finder and Explorer leave',
      (out) => {
        site(out);
        write(out, {
          'SHA256SUMS.sig': '',
          '.DS_Store': '',
          'releases/Thumbs.db': '',
          'releases/2020/desktop.ini': '',
        });
      },
    ],
    [
      'one that lacks files',
      (out) => {
        site(out);
        rmSync(join(out, 'releases'), { recursive: true });
      },
    ],
    ['an older one that is adopted', (out) => site(out, { older: true })],
  ])('%s', async (_, make) => {
    const environment = project({ ADOPT: '1' });
    make(environment.out);
    const staging = join(environment.project, '.build/1');
    site(staging, { home: 'new' });
    const made = digestsOf(staging);
    await swap(staging, environment);
    expect(digestsOf(environment.out)).toEqual(made);
    for (const beside of ['next', 'former']) expect(existsSync(`${environment.out}.${beside}`)).toBe(false);
  });

  test('is not replaced where something was put into it since the build began', async () => {
    const environment = project();
    site(environment.out);
    requireReplaceable(environment);
    write(environment.out, { 'notes.txt': 'mine' });
    const staging = join(environment.project, '.build/1');
    site(staging);
    await expect(swap(staging, environment)).rejects.toThrow(UsageError);
    expect(readFileSync(join(environment.out, 'notes.txt'), 'utf8')).toBe('mine');
  });
});

describe('a build that was killed', () => {
  test('between its renames gets the former site put back, and the new one cleared away', () => {
    const environment = project();
    site(`${environment.out}.former`, { home: 'former' });
    site(`${environment.out}.next`, { home: 'new' });
    expect(restoreFormer(environment)).toBe(true);
    deleteBesides(environment);
    expect(readFileSync(join(environment.out, 'index.html'), 'utf8')).toBe('former');
    expect(existsSync(`${environment.out}.next`)).toBe(false);
    expect(restoreFormer(environment)).toBe(false);
  });

  test('gets the former site put back for a command that reads it, unless a build is at work', () => {
    const environment = project();
    site(`${environment.out}.former`, { home: 'former' });
    const lines: string[] = [];
    const restore = () => restoreSite(environment, (text) => lines.push(text));
    const lock = `${environment.out}.lock`;
    writeFileSync(lock, JSON.stringify({ pid: process.ppid }));
    restore();
    expect(existsSync(environment.out)).toBe(false);
    rmSync(lock);
    restore();
    restore();
    expect(readFileSync(join(environment.out, 'index.html'), 'utf8')).toBe('former');
    expect(lines).toEqual(['The former site was put back into dist, because an earlier build was killed at its end.']);
    expect(existsSync(lock)).toBe(false);
  });

  test('while it deleted the former site has the rest of it deleted', () => {
    const environment = project();
    site(environment.out);
    site(`${environment.out}.former`);
    rmSync(join(`${environment.out}.former`, 'releases'), { recursive: true });
    deleteBesides(environment);
    expect(existsSync(`${environment.out}.former`)).toBe(false);
  });

  test('leaves alone what only has the name of a former site', () => {
    const environment = project();
    write(`${environment.out}.former`, { 'index.html': 'mine' });
    expect(restoreFormer(environment)).toBe(false);
    deleteBesides(environment);
    expect(readFileSync(join(`${environment.out}.former`, 'index.html'), 'utf8')).toBe('mine');
  });
});
