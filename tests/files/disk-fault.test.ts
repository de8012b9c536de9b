import { expect, test } from 'vitest';
import { diskFault, placeOf } from '../../src/files/disk-fault.ts';

test.each([
  [
    'EACCES',
    '/a/b cannot be opened or written (EACCES). See who owns it and its folder, and what its owner may do there; then try again.',
  ],
  ['EROFS', '/a/b cannot be written, because its disk is read-only.'],
  ['ENOSPC', 'The disk is full (/a/b). Free some space, and try again.'],
  [
    'EISDIR',
    '/a/b is in the way: a folder stands where a file belongs, or a file where a folder does (EISDIR). Move it elsewhere, and try again.',
  ],
  ['EMFILE', 'The system lets this program open no more files. Raise its limit (ulimit -n), and try again.'],
  ['EIO', 'The disk does not answer as it should (/a/b: EIO). Look at the disk before you try again.'],
])('diskFault() says of %s which place is at fault and what to do', (code, words) => {
  expect(diskFault(code, '/a/b')).toBe(words);
});

test('diskFault() says how to name another place where that would help', () => {
  expect(diskFault('EROFS', '/a/b', ' Use C.')).toBe('/a/b cannot be written, because its disk is read-only. Use C.');
  expect(diskFault('EISDIR', '/a/b', ' Use C.')).not.toContain('Use C.');
});

test('diskFault() says that a disk is full where node tells no place, as it does once a file is open', () => {
  expect(diskFault('ENOSPC', undefined)).toBe('The disk is full. Free some space, and try again.');
});

test('diskFault() leaves other errors to those who mend the program', () => {
  expect(diskFault('ENOENT', '/a/b')).toBeUndefined();
  expect(diskFault('EACCES', undefined)).toBeUndefined();
  expect(diskFault(undefined, '/a/b')).toBeUndefined();
});

test('placeOf() is the target of a copy', () => {
  expect(placeOf(Object.assign(new Error('x'), { path: '/a', dest: '/b' }))).toBe('/b');
  expect(placeOf(Object.assign(new Error('x'), { path: '/a' }))).toBe('/a');
});
