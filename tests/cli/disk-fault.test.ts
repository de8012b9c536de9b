import { expect, test } from 'vitest';
import { diskFault } from '../../src/cli/disk-fault.ts';

const fault = (code: string): string | undefined => diskFault(Object.assign(new Error(code), { code, path: '/a/b' }));

test('diskFault() says which place is at fault and what to do', () => {
  expect(fault('EACCES')).toBe(
    '/a/b cannot be opened or written (EACCES). See who owns it and its folder, and what its owner may do there; then run the command again.',
  );
  expect(fault('EROFS')).toBe('/a/b cannot be written, because its disk is read-only.');
  expect(fault('ENOSPC')).toBe('The disk is full (/a/b). Free some space, and run the command again.');
  expect(fault('EISDIR')).toBe(
    '/a/b is in the way: a folder stands where a file belongs, or a file where a folder does (EISDIR). Move it elsewhere, and run the command again.',
  );
});

test('diskFault() says that a disk is full where node tells no place, as it does once a file is open', () => {
  const error = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(diskFault(error)).toBe('The disk is full. Free some space, and run the command again.');
});

test('diskFault() leaves other errors to those who mend the program', () => {
  expect(fault('ENOENT')).toBeUndefined();
  expect(diskFault(new Error('EACCES'))).toBeUndefined();
});
