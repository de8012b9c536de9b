import { expect, test } from 'vitest';
import { readShared, shareTexts } from '../../src/build/shared-texts.ts';

test('shareTexts() keeps every text to the letter, also for a thread that is handed them', () => {
  const texts = { a: 'Gold’s “price” rose 5 % to A$4.2bn', 'b/c': '', d: '\uFEFFé 金 🪙\n' };
  const shared = shareTexts(Object.entries(texts));
  const handed = structuredClone(shared);
  for (const [id, text] of Object.entries(texts)) expect(readShared(handed, id)).toBe(text);
  expect(readShared(handed, 'e')).toBeUndefined();
  expect(handed.get('a')?.buffer.byteLength).toBe(shared.get('a')?.buffer.byteLength);
  // One memory: what one side writes the other sees.
  shared.get('a')?.set([0x53], 0);
  expect(readShared(handed, 'a')).toMatch(/^Sold’s/);
});
