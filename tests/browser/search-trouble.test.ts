import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { record } from '../search/records.ts';
import { newPage, test } from './support.ts';
import { devices, searchPage } from './support/search-page.ts';
import { serveWithIndex } from './support/with-index.ts';
import { watchPage } from './support/watch-page.ts';

const lists = (page: Page) =>
  page.getByRole('alert').getByRole('link', { name: 'You can also browse all releases by year.' });

describe.each(devices)('at the width of $device, the search page', ({ width, height }) => {
  test('says that the index did not load, and leads to the lists', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.route('**/pagefind/shards.json', (route) => route.fulfill({ status: 503 }));
    await page.goto('/search/?q=gold');
    await searchPage(page).warned('The search index could not be loaded.');
    await lists(page).click();
    await page.waitForURL('**/releases/');
  });

  test('goes on by itself when the archive was built anew since it was opened', async ({ page }) => {
    await page.setViewportSize({ width, height });
    let asked = 0;
    // The page was opened with a list whose files are gone.
    await page.route('**/pagefind/shards.json', async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as { shards: readonly { name: string }[] };
      asked += 1;
      const gone = { ...list, build: 'former', shards: list.shards.map((shard) => ({ ...shard, name: 'gone' })) };
      await route.fulfill({ response, json: asked === 1 ? gone : list });
    });
    await page.goto('/search/?q=takeover');
    await searchPage(page).said('4 releases found.');
    expect(await page.getByRole('alert').isVisible()).toBe(false);
    expect(asked).toBe(3);
  });

  test('asks for a new list where no release holds a word, for it may have been released since', async ({ page }) => {
    await page.setViewportSize({ width, height });
    let asked = 0;
    await page.route('**/pagefind/shards.json', async (route) => {
      asked += 1;
      await route.continue();
    });
    await page.goto('/search/?q=xylophonist');
    await searchPage(page).said('No releases found. Nothing matches “xylophonist”.');
    expect(asked).toBe(2);
  });

  test('finds what was released since it was opened, though it has loaded all that the search takes', async ({
    page,
    onTestFinished,
  }) => {
    await page.setViewportSize({ width, height });
    const former = record({ id: 'former', title: 'Gold found', date: { day: '2026-01-05' } });
    const added = record({ id: 'added', title: 'Gold found again', date: { day: '2026-01-06' } });
    const before = await serveWithIndex([former], 9);
    const after = await serveWithIndex([added, former], 9);
    onTestFinished(async () => {
      await Promise.all([before.close(), after.close()]);
    });
    let site = before;
    await page.route('**/pagefind/**', async (route) =>
      route.fulfill({
        response: await route.fetch({ url: `${site.url}${new URL(route.request().url()).pathname.slice(1)}` }),
      }),
    );
    await page.route('**/pagefind/names.json', (route) => route.fulfill({ json: { companies: [], synonyms: [] } }));
    await page.goto('/search/?q=gold');
    const { box, said } = searchPage(page);
    await said('1 release found.');
    site = after;
    await box.fill('Gold');
    await said('2 releases found.');
  });

  test('names what was not searched where a host answers with a page in place of the index', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.route('**/pagefind/*/index/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
    );
    await page.goto('/search/?q=dividend');
    const { said, warned } = searchPage(page);
    await warned(/^Releases from 20\d\d to 20\d\d could not be searched because part of the search index did not load/);
    await said('No releases found in what could be searched.');
    expect(await page.getByText('Nothing matches').count()).toBe(0);
  });

  test('searches again by itself when the network is back', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.route('**/pagefind/shards.json', (route) => route.abort());
    await page.goto('/search/');
    const { box, said, warned } = searchPage(page);
    await page.context().setOffline(true);
    await page.unrouteAll();
    await box.fill('takeover');
    await warned('The search index could not be loaded.');
    await page.context().setOffline(false);
    await said('4 releases found.');
    expect(await page.getByRole('alert').isVisible()).toBe(false);
  });

  test('searches again after the program failed to load once', async ({ page }) => {
    await page.setViewportSize({ width, height });
    let failed = false;
    await page.route('**/_astro/worker*.js', async (route) => {
      if (failed) return route.continue();
      failed = true;
      return route.fulfill({ status: 404 });
    });
    await page.goto('/search/?q=takeover');
    await searchPage(page).said('4 releases found.');
    expect(failed).toBe(true);
  });

  test('corrects a word with the program that came with the box, after a newer site has taken that away', async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/');
    const { box, said } = searchPage(page);
    const loaded = page.waitForResponse('**/_astro/corrections*.js');
    await box.focus();
    await loaded;
    await page.route('**/_astro/corrections*.js', (route) => route.fulfill({ status: 404 }));
    await box.fill('takoever');
    await said('4 releases found.');
  });

  test('says at once that it searches, and shows no newest releases as if they were found', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.route('**/pagefind/shards.json', () => undefined);
    await page.goto('/search/');
    const { box, said } = searchPage(page);
    await box.fill('gold');
    await said('Searching …');
    expect(await page.getByRole('region', { name: 'Newest releases' }).isVisible()).toBe(false);
  });

  test('leads to the lists in a browser without web workers', async ({ browser, site }) => {
    const page = await newPage(browser, site.url);
    const faults = watchPage(page, site.url);
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'Worker');
    });
    await page.goto('/search/?q=gold');
    await searchPage(page).warned('it has no web workers');
    await lists(page).click();
    await page.waitForURL('**/releases/');
    await page.context().close();
    expect(faults).toEqual([]);
  });
});
