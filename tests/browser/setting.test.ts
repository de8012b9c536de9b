import { expect } from 'vitest';
import { test } from './support.ts';

test('a number on a phone stands beside the last word of its type or company, never alone on a line', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of ['/types/', '/companies/']) {
    await page.goto(address);
    const alone = await page
      .getByRole('main')
      .locator('.number')
      .evaluateAll((numbers) =>
        numbers.flatMap((number) => {
          const link = number.previousElementSibling;
          const lastLine = [...(link?.getClientRects() ?? [])].at(-1);
          return lastLine && number.getBoundingClientRect().top < lastLine.bottom ? [] : [link?.textContent];
        }),
      );
    expect(alone).toEqual([]);
  }
});

test('only words that were put in right behind others that were taken out have a gap before them', async ({ page }) => {
  const gaps = () =>
    page
      .getByRole('main')
      .locator('ins')
      .evaluateAll((words) => words.map((word) => parseFloat(getComputedStyle(word).marginLeft) > 0));
  await page.goto('/releases/2023/2023-02-01-corrected/');
  expect(await gaps()).toEqual([false, false]);
  await page.goto('/changes/2024/2024-01-31-chain-second/');
  // What the release states, the legend, the headline (directly behind), a word between two that stayed.
  expect(await gaps()).toEqual([false, false, true, false]);
});
