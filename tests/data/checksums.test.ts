import { expect, test } from 'vitest';
import { archiveDigest, formatChecksums, parseChecksums } from '../../src/data/checksums.ts';
import { parseRelease } from '../../src/release/parse.ts';

const A = 'a'.repeat(64);

test('formatChecksums() writes lines that sha256sum reads, in the order of the paths’ bytes', () => {
  const paths = ['b.txt', 'a/z.txt', 'a.txt', '\u{1f600}.txt', '\uff21.txt', 'B.txt'];
  expect(formatChecksums(paths.map((path) => ({ path, digest: A })))).toBe(
    ['B.txt', 'a.txt', 'a/z.txt', 'b.txt', '\uff21.txt', '\u{1f600}.txt'].map((path) => `${A}  ${path}\n`).join(''),
  );
});

test('parseChecksums() gives back what formatChecksums() wrote', () => {
  const checksums = [{ path: 'a b.txt', digest: A }];
  expect(parseChecksums(formatChecksums(checksums))).toEqual({ checksums, faults: [] });
});

test.each([
  'x',
  `${A} a.txt`,
  `${A.toUpperCase()}  a.txt`,
  `${A}  ../a.txt`,
  `${A}  /a.txt`,
  `${A}  a//b.txt`,
  `${A}  C:/a.txt`,
])('parseChecksums() takes %j for no line of checksums', (line) =>
  expect(parseChecksums(`${A}  first.txt\n${line}\n`).faults).toEqual([2]),
);

test('parseChecksums() takes a path that stands twice for a fault', () => {
  expect(parseChecksums(`${A}  a.txt\n${A}  a.txt\n`).faults).toEqual([2]);
});

test('archiveDigest() depends on releases and their files, in whatever order they come', () => {
  const release = (id: string) => {
    const parsed = parseRelease(`${id}.md`, '---\ntitle: T\ncode: XMX\ndate: 2020-07-30\n---\n').release;
    if (!parsed) throw new Error(`${id} does not parse.`);
    return parsed;
  };
  const files = (one: { id: string }) =>
    one.id === 'b' ? [{ name: 'b.pdf', below: 'b.pdf', bytes: 1, mediaType: 'application/pdf' }] : [];
  const digestOf = (below: string) => (below === 'a.md' ? 'a' : below === 'b.md' ? 'b' : 'c').repeat(64);
  const digest = archiveDigest([release('a'), release('b')], files, digestOf);
  expect(archiveDigest([release('b'), release('a')], files, digestOf)).toBe(digest);
  expect(
    archiveDigest([release('a'), release('b')], files, (below) =>
      below === 'b.pdf' ? 'd'.repeat(64) : digestOf(below),
    ),
  ).not.toBe(digest);
  // printf '%s  releases/a.md\n%s  releases/b.md\n%s  releases/b/b.pdf\n' a…a b…b c…c | sha256sum
  expect(digest).toBe('5d4096bc78b97fe5eda2d0742123211d818ca8ad9dcdf916f5dbfb44d837a9f8');
});
