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

test('what is right stands one space behind “is now”, and apart from what was taken out word by word', async ({
  page,
}) => {
  const margins = (within: string) =>
    page
      .locator(within)
      .locator('del + ins')
      .evaluateAll((words) => [...new Set(words.map((word) => parseFloat(getComputedStyle(word).marginLeft) > 0))]);
  await page.goto('/releases/2023/2023-02-01-corrected/');
  expect(await margins('main')).toEqual([false]);
  await page.goto('/changes/2024/2024-01-31-chain-second/');
  expect(await margins('.differences')).toEqual([true]);
});
