import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newPage, test } from './support.ts';
import { devices, searchPage } from './support/search-page.ts';
import { watchPage } from './support/watch-page.ts';

const lists = (page: Page) =>
  page.getByRole('alert').getByRole('link', { name: 'Every release is in the lists by year.' });

describe.each(devices)('at the width of $device, the search page', ({ width, height }) => {
  test('says that the index did not load, and leads to the lists', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.route('**/pagefind/shards.json', (route) => route.fulfill({ status: 503 }));
    await page.goto('/search/?q=gold');
    await searchPage(page).warned('The search index could not be loaded.');
    await lists(page).click();
    await page.waitForURL('**/releases/');
  });

  test('says that the archive was built anew since it was opened', async ({ page }) => {
    await page.setViewportSize({ width, height });
    let asked = 0;
    await page.route('**/pagefind/shards.json', async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as { build: string };
      asked += 1;
      await route.fulfill({ response, json: { ...list, build: asked === 1 ? list.build : 'another' } });
    });
    await page.route('**/pagefind/*/index/**', (route) => route.fulfill({ status: 404 }));
    await page.goto('/search/?q=placement');
    await searchPage(page).warned('The archive was built anew');
  });

  test('leads to the lists in a browser without WebAssembly', async ({ browser, site }) => {
    const page = await newPage(browser, site.url);
    const faults = watchPage(page, site.url);
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
    });
    await page.goto('/search/?q=gold');
    await searchPage(page).warned('it has no WebAssembly');
    await lists(page).click();
    await page.waitForURL('**/releases/');
    await page.context().close();
    expect(faults).toEqual([]);
  });
});
