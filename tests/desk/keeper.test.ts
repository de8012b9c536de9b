import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeeper, type Kept } from '../../src/desk/client/keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A keeper with what it was told to send, and how each of that goes. */
function keeperOf(...answers: Kept[]) {
  const sent: boolean[] = [];
  const keeper = createKeeper((force) => {
    sent.push(force);
    return Promise.resolve(answers.shift() ?? 'kept');
  });
  return { keeper, sent };
}

test('what is typed is kept once somebody pauses', async () => {
  const { keeper, sent } = keeperOf();
  keeper.typed();
  await vi.advanceTimersByTimeAsync(400);
  keeper.typed();
  await vi.advanceTimersByTimeAsync(499);
  expect([sent.length, keeper.isTyped()]).toEqual([0, true]);
  await vi.advanceTimersByTimeAsync(1);
  expect([sent, keeper.isTyped()]).toEqual([[false], false]);
});

test('what is typed without a pause is kept after two seconds', async () => {
  const { keeper, sent } = keeperOf();
  for (let typed = 0; typed < 21; typed++) {
    keeper.typed();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent.length).toBe(1);
});

test('nothing is sent where nothing was typed, unless it has to be', async () => {
  const { keeper, sent } = keeperOf();
  expect(await keeper.flush()).toBe(true);
  expect(sent).toEqual([]);
  expect(await keeper.flush(true)).toBe(true);
  expect(sent).toEqual([true]);
});

test('what could not be kept is sent again by itself, and what was refused is not', async () => {
  const { keeper, sent } = keeperOf('failed', 'refused');
  keeper.typed();
  expect(await keeper.flush()).toBe(false);
  expect(keeper.isTyped()).toBe(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect([sent.length, keeper.isTyped()]).toEqual([2, true]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.length).toBe(2);
});

test('what was given up is not sent', async () => {
  const { keeper, sent } = keeperOf();
  keeper.typed();
  keeper.forget();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent.length, keeper.isTyped()]).toEqual([0, false]);
});

test('requests go one after the other, also behind one that fails', async () => {
  const { keeper } = keeperOf();
  const steps: string[] = [];
  const step = (name: string, milliseconds: number) => async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    steps.push(name);
    if (name === 'first') throw new Error('not done');
  };
  const first = keeper.inTurn(step('first', 200)).catch((error: unknown) => String(error));
  const second = keeper.inTurn(step('second', 10));
  await vi.advanceTimersByTimeAsync(500);
  expect([await first, await second, steps]).toEqual(['Error: not done', undefined, ['first', 'second']]);
});
