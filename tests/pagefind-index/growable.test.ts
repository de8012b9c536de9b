import { expect, test } from 'vitest';
import { growableUint32 } from '../../src/pagefind-index/growable.ts';

test('growableUint32() keeps all numbers, whatever is asked for at once', () => {
  const numbers = growableUint32();
  const steps = [1, (1 << 16) - 1, 1, (1 << 16) - 1, 1, 300_000, 0];
  for (const [at, count] of steps.entries()) {
    const room = numbers.next(count);
    expect(room.length).toBe(count);
    room.fill(at + 1);
  }
  expect(numbers.length()).toBe(steps.reduce((sum, count) => sum + count, 0));
  const kept = steps.map((count, at) => [at + 1, count]).filter(([, count]) => count !== 0);
  const counts = new Map<number, number>();
  for (const number of numbers.values()) counts.set(number, (counts.get(number) ?? 0) + 1);
  expect([...counts]).toEqual(kept);
});
