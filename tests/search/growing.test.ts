import { expect, test } from 'vitest';
import { growing } from '../../src/search/growing.ts';

test('growing() keeps all numbers, whatever is asked for at once', () => {
  const numbers = growing();
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
