import { expect, test } from 'vitest';
import { claim, unclaimed } from '../../src/build/claim.ts';

test('claim() gives work to whoever asks first, and to nobody else', () => {
  const work = unclaimed();
  expect([claim(work), claim(work), claim(work)]).toEqual([true, false, false]);
  expect(claim(unclaimed())).toBe(true);
});
