import { expect, test } from 'vitest';
import { pointerFinding } from '../../src/release/git-pointer.ts';

const OID = 'oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393';
const POINTER = `version https://git-lfs.github.com/spec/v1\n${OID}\nsize 4821377\n`;

const KEY = `SHA256E-s31390--${'f50d7ac4'.repeat(8)}.pdf`;

test.each([
  ['a pointer', POINTER],
  ['a pointer with line ends of Windows', POINTER.replaceAll('\n', '\r\n')],
  ['a pointer without a last line end', POINTER.trimEnd()],
  ['a pointer behind a byte order mark', `\ufeff${POINTER}`],
  ['a pointer with an extension', POINTER.replace('\noid', `\next-0-case sha256:${'a'.repeat(64)}\noid`)],
  ['a pointer of a version before 1', POINTER.replace('git-lfs.github.com/spec/v1', 'hawser.github.com/spec/v1')],
  ['a pointer of its first name', POINTER.replace('https://git-lfs.github.com/spec/v1', 'http://git-media.io/v/2')],
  ['two pointers that meet', POINTER.replace('\noid', '\n<<<<<<< HEAD\noid').concat(`=======\n${OID}\n>>>>>>> b\n`)],
])('pointerFinding() knows %s of Git LFS', (_, text) => {
  expect(pointerFinding(text, 'The file')?.message).toBe('The file is a Git LFS pointer, not the file itself.');
});

test.each([
  ['a pointer', `/annex/objects/${KEY}\n`],
  ['a pointer without a size', '/annex/objects/URL--http&c%%example.com%a.pdf'],
  ['a link that is a file', `../../.git/annex/objects/W3/GF/${KEY}/${KEY}`],
])('pointerFinding() knows %s of git-annex', (_, text) => {
  expect(pointerFinding(text, '"a.pdf"')).toEqual({
    rule: 'annex-pointer',
    message: '"a.pdf" is a git-annex pointer, not the file itself.',
    hint: 'Run git annex get, also where a service builds the site; or keep the file in Git itself.',
  });
});

test.each([
  ['a text about git-annex', `Its pointers are /annex/objects/${KEY}`],
  ['another path', '/annex/objects/\n'],
  ['a text about pointers', `The first line is:\n${POINTER}`],
  ['a first line alone', 'version https://git-lfs.github.com/spec/v1\n'],
  ['another file of versions', POINTER.replace('git-lfs.github.com', 'example.com')],
  ['an empty file', ''],
])('pointerFinding() passes over %s', (_, text) => {
  expect(pointerFinding(text, 'The file')).toBe(undefined);
});
