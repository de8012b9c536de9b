import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BuildFailure, UsageError } from '../../src/build/failure.ts';
import { describeFailure } from '../../src/build/failure.ts';

/** An error as node:fs throws it. */
const systemError = (code: string, path?: string): Error =>
  Object.assign(new Error(`${code}: in the system's words${path === undefined ? '' : `, open '${path}'`}`), {
    code,
    path,
  });

test.each<readonly [error: Error, words: string]>([
  [
    systemError('ENOSPC', '/srv/site/a.html'),
    'The disk is full (/srv/site/a.html). Free some space, and try again. To build elsewhere, name other folders with OUT_DIR and CACHE_DIR.',
  ],
  [
    systemError('ENOSPC'),
    'The disk is full. Free some space, and try again. To build elsewhere, name other folders with OUT_DIR and CACHE_DIR.',
  ],
  [
    new Error('Could not write file: No space left on device (os error 28)'),
    'The disk is full. Free some space, and try again. To build elsewhere, name other folders with OUT_DIR and CACHE_DIR.',
  ],
  [
    Object.assign(systemError('ENOSPC', '/srv/.build/a.html'), { dest: '/srv/dist.next/a.html' }),
    'The disk is full (/srv/dist.next/a.html). Free some space, and try again. To build elsewhere, name other folders with OUT_DIR and CACHE_DIR.',
  ],
  [
    systemError('EROFS', '/srv/dist.lock'),
    '/srv/dist.lock cannot be written, because its disk is read-only. To build elsewhere, name other folders with OUT_DIR and CACHE_DIR.',
  ],
  [
    systemError('EACCES', '/srv/dist.lock'),
    '/srv/dist.lock cannot be opened or written (EACCES). See who owns it and its folder, and what its owner may do there; then try again. To build elsewhere, name other folders with OUT_DIR and CACHE_DIR.',
  ],
  [
    new Error('Permission denied (os error 13)'),
    'A file of the build cannot be opened or written (EACCES). See who owns it and its folder, and what its owner may do there; then try again. To build elsewhere, name other folders with OUT_DIR and CACHE_DIR.',
  ],
  [
    systemError('ENOENT', '/srv/dist.lock'),
    '/srv/dist.lock could not be made or found (ENOENT). See whether its disk is there and can be written. To build elsewhere, name other folders with OUT_DIR and CACHE_DIR.',
  ],
])('describeFailure() says what a person can do, without a stack (%#)', (error, words) => {
  expect(describeFailure(error)).toBe(words);
  expect(describeFailure(new Error('Astro failed', { cause: error }))).toBe(words);
  expect(describeFailure(new AggregateError([new Error('one'), error]))).toBe(words);
});

test('describeFailure() names a file that stands where a folder belongs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'failure-'));
  writeFileSync(join(folder, 'file'), '');
  let caught: unknown;
  try {
    mkdirSync(join(folder, 'file/dist'), { recursive: true });
  } catch (error) {
    caught = error;
  }
  rmSync(folder, { recursive: true });
  expect(describeFailure(caught)).toMatch(
    /file\/dist is in the way: a folder stands where a file belongs, or a file where a folder does \(ENOTDIR\)\. Move it elsewhere, and try again\.$/,
  );
});

test('describeFailure() leaves our own sentences as they are, and says nothing of a fault of the program', () => {
  expect(describeFailure(new UsageError('Name a folder.'))).toBe('Name a folder.');
  expect(describeFailure(new Error('hook', { cause: new BuildFailure('It changed.') }))).toBe('It changed.');
  expect(describeFailure(new TypeError('x is undefined'))).toBeUndefined();
});
