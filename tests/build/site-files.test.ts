import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyUnchanged, hasDigest, hashFiles, writeChecksums } from '../../src/build/site-files.ts';
import { BuildFailure } from '../../src/build/failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'checksums-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const source = (below: string) => ({ root: folder, below });
const digest = (content: string | Buffer) => hash('sha256', content);
// Just below, at and beyond the size of the buffer into which files are read.
const sizes = [0, 1, 1_048_575, 1_048_576, 1_048_577, 2_097_152, 3_000_000];

test.each(sizes)('copyUnchanged() and hashFiles() take a file of %i bytes to the byte', (size) => {
  const content = Buffer.alloc(size, 'abc\n');
  mkdirSync(at(`${size}/out`), { recursive: true });
  writeFileSync(at(`${size}/a`), content);
  copyUnchanged(source(`${size}/a`), at(`${size}/out/a`), digest(content));
  expect(readFileSync(at(`${size}/out/a`)).equals(content)).toBe(true);
  expect(hashFiles(at(`${size}/out`), new Map())).toEqual([{ path: 'a', digest: digest(content), bytes: size }]);
});

test('copyUnchanged() stops the build where a file changed or vanished after the pages were made from it', () => {
  writeFileSync(at('a.pdf'), 'another text');
  const copy = () => copyUnchanged(source('a.pdf'), at('b.pdf'), digest('the text'));
  expect(copy).toThrow(BuildFailure);
  expect(copy).toThrow('a.pdf was changed while the site was built. The site was not replaced; build it again.');
  rmSync(at('a.pdf'));
  expect(copy).toThrow(BuildFailure);
  expect(copy).toThrow('a.pdf vanished while the site was built. The site was not replaced; build it again.');
});

test('copyUnchanged() stops the build where a file or its folder became a link or a pipe after the folder was read', () => {
  mkdirSync(at('outside'));
  mkdirSync(at('inside'));
  writeFileSync(at('outside/c.pdf'), 'secret');
  symlinkSync(at('outside/c.pdf'), at('inside/c.pdf'));
  symlinkSync(at('outside'), at('inside/folder'), 'junction');
  const names = ['inside/c.pdf', 'inside/folder/c.pdf'];
  if (spawnSync('mkfifo', [at('inside/pipe.pdf')]).status === 0) names.push('inside/pipe.pdf');
  for (const name of names) {
    const copy = () => copyUnchanged(source(name), at('copied.pdf'), digest('secret'));
    expect(copy).toThrow(BuildFailure);
    expect(copy).toThrow(
      `${at(name)} was replaced by a link or something else that is no file while the site was built. The site was not replaced; put the file itself in its place.`,
    );
    expect(existsSync(at('copied.pdf'))).toBe(false);
    expect(hasDigest(source(name), digest('secret'))).toBe(false);
  }
  rmSync(at('inside'), { recursive: true });
  expect(() => copyUnchanged(source('inside/c.pdf'), at('copied.pdf'), '')).toThrow('c.pdf vanished while the site');
});

test('copyUnchanged() does not blame the release where the folder to copy into is missing', () => {
  writeFileSync(at('b.csv'), 'a,b');
  const copy = () => copyUnchanged(source('b.csv'), at('nowhere/b.csv'), digest('a,b'));
  expect(copy).not.toThrow(BuildFailure);
  expect(copy).toThrow('ENOENT');
});

test('hashFiles() takes the digests that it is given, and writeChecksums() writes all in order', () => {
  mkdirSync(at('site/b'), { recursive: true });
  writeFileSync(at('site/z'), 'z');
  writeFileSync(at('site/b/a'), 'a');
  const files = hashFiles(at('site'), new Map([['z', { path: 'z', digest: 'f'.repeat(64), bytes: 1 }]]));
  const written = writeChecksums(at('site'), files);
  const lines = `${digest('a')}  b/a\n${'f'.repeat(64)}  z\n`;
  expect(readFileSync(at('site/SHA256SUMS'), 'utf8')).toBe(lines);
  expect(written).toEqual({ path: 'SHA256SUMS', digest: digest(lines), bytes: lines.length });
  expect(existsSync(at('site/b/SHA256SUMS'))).toBe(false);
});
