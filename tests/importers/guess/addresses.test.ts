import { expect, test } from 'vitest';
import { isAddress } from '../../../src/importers/guess/addresses.ts';

test('isAddress() knows a postcode of the ACT from the year of an Act', () => {
  const texts = ['Canberra ACT 2601', 'Corporations Act 2001', 'Mining Act 1978', 'PERTH WA 6000'];
  expect(texts.map(isAddress)).toEqual([true, false, false, true]);
});
