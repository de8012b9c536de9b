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
