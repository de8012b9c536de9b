import { expect, test } from 'vitest';
import { isLfsPointer } from '../../src/release/lfs-pointer.ts';

const OID = 'oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393';
const POINTER = `version https://git-lfs.github.com/spec/v1\n${OID}\nsize 4821377\n`;

test.each([
  ['a pointer', POINTER],
  ['a pointer with line ends of Windows', POINTER.replaceAll('\n', '\r\n')],
  ['a pointer without a last line end', POINTER.trimEnd()],
  ['a pointer behind a byte order mark', `\ufeff${POINTER}`],
  ['a pointer with an extension', POINTER.replace('\noid', `\next-0-case sha256:${'a'.repeat(64)}\noid`)],
  ['a pointer of a version before 1', POINTER.replace('git-lfs.github.com/spec/v1', 'hawser.github.com/spec/v1')],
  ['a pointer of its first name', POINTER.replace('https://git-lfs.github.com/spec/v1', 'http://git-media.io/v/2')],
  ['two pointers that meet', POINTER.replace('\noid', '\n<<<<<<< HEAD\noid').concat(`=======\n${OID}\n>>>>>>> b\n`)],
])('isLfsPointer() knows %s', (_, text) => {
  expect(isLfsPointer(text)).toBe(true);
});

test.each([
  ['a text about pointers', `The first line is:\n${POINTER}`],
  ['a first line alone', 'version https://git-lfs.github.com/spec/v1\n'],
  ['another file of versions', POINTER.replace('git-lfs.github.com', 'example.com')],
  ['an empty file', ''],
])('isLfsPointer() passes over %s', (_, text) => {
  expect(isLfsPointer(text)).toBe(false);
});
