import { expect, test } from 'vitest';
import { plainText, writeMarkdown } from '../../../src/importers/model/blocks.ts';

test('plainText() lets no figure run into a raised or lowered one beside it', () => {
  expect(plainText([{ text: 'Revenue of $5' }, { text: '1', script: 'sup' }, { text: ' million' }])).toBe(
    'Revenue of $5¹ million',
  );
  expect(
    plainText([{ text: 'CO' }, { text: '2', script: 'sub' }, { text: ' of the 1' }, { text: 'st', script: 'sup' }]),
  ).toBe('CO₂ of the 1st');
  expect(plainText([{ text: '10' }, { text: '0.5', script: 'sup' }, { text: 't' }])).toBe('10^(0.5)t');
});

test('writeMarkdown() nests an item below the one that it stands further in than, however much further', () => {
  const item = (depth: number, text: string) => ({ marker: '-', depth, text: [{ text }] });
  const items = [item(1, 'metal'), item(4, 'copper'), item(4, 'gold'), item(1, 'energy')];
  expect(writeMarkdown([{ kind: 'list', items }])).toBe('- metal\n  - copper\n  - gold\n- energy');
});
