import { expect, test } from 'vitest';
import { plainText } from '../../src/importers/blocks.ts';

test('plainText() lets no figure run into a raised or lowered one beside it', () => {
  expect(plainText([{ text: 'Revenue of $5' }, { text: '1', script: 'sup' }, { text: ' million' }])).toBe(
    'Revenue of $5¹ million',
  );
  expect(
    plainText([{ text: 'CO' }, { text: '2', script: 'sub' }, { text: ' of the 1' }, { text: 'st', script: 'sup' }]),
  ).toBe('CO₂ of the 1st');
  expect(plainText([{ text: '10' }, { text: '0.5', script: 'sup' }, { text: 't' }])).toBe('10^(0.5)t');
});
