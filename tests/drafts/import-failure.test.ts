import { expect, test } from 'vitest';
import { importFailure } from '../../src/drafts/import-failure.ts';

test('importFailure() names the file that may not be read or written', () => {
  const error = Object.assign(new Error('x'), { code: 'EACCES', path: 'releases/2026/a.md' });
  expect(importFailure(error)).toBe(
    'releases/2026/a.md may not be read or written (EACCES): see who owns it and its folder.',
  );
});
