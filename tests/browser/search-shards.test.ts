import type { Page, Route } from 'playwright-core';
import { describe, expect } from 'vitest';
import { record } from '../search/records.ts';
import { test as base } from './support.ts';
import { devices, searchPage } from './support/search-page.ts';
import { serveWithIndex } from './support/with-index.ts';

// The site with an index of three shards, as a large archive has them.
const test = base.extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
  const records = [2026, 2025, 2024, 2023, 2022].flatMap((year) =>
    [9, 2].map((month) =>
      record({ id: `${year}-${month}`, title: `Gold found in ${year}`, date: { day: `${year}-0${month}-03` } }),
    ),
  );
  const server = await serveWithIndex(records, 4);
  onCleanup(() => server.close());
  return server;
});

describe.each(devices)('at the width of $device, in an archive of several shards', ({ width, height }) => {
  test('results come in exact order by date, and a choice of years loads its shards alone', async ({ page }) => {
    await page.setViewportSize({ width, height });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/search/?q=gold&from=2024&to=2025&order=newest');
    const { dates, said } = searchPage(page);
    await said('4 releases found.');
    await expect.poll(dates).toEqual(['2025-09-03', '2025-02-03', '2024-09-03', '2024-02-03']);
    const shards = asked.flatMap((path) => /\/pagefind\/([\d-]+)-[\da-f]{16}\//.exec(path)?.[1] ?? []);
    expect([...new Set(shards)]).toEqual(['2024--2025']);
  });

  test('the newest shard answers before the others have loaded', async ({ page }) => {
    await page.setViewportSize({ width, height });
    const held: Route[] = [];
    let release = false;
    await page.route(/\/pagefind\/202[24]--/, (route) => (release ? route.continue() : held.push(route)));
    await page.goto('/search/?q=gold&order=newest');
    const { dates, said } = searchPage(page);
    await said('Searching 2022 to 2025 …');
    await searchPage(page).link('Gold found in 2026').first().waitFor();
    await expect.poll(async () => (await dates())[0]).toBe('2026-09-03');
    release = true;
    await Promise.all(held.map((route) => route.continue()));
    await said('10 releases found.');
  });

  test('the first results are there before the texts of the last have come', async ({ page }) => {
    await page.setViewportSize({ width, height });
    const held: Route[] = [];
    let release = false;
    await page.route('**/pagefind/2022--2023-*/fragment/**', (route) =>
      release ? route.continue() : held.push(route),
    );
    await page.goto('/search/?order=newest');
    const { box, dates, link, said } = searchPage(page);
    await noteStates(page);
    await box.fill('gold');
    await link('Gold found in 2024').first().waitFor();
    release = true;
    await Promise.all(held.map((route) => route.continue()));
    await said('10 releases found.');
    await expect.poll(dates).toHaveLength(10);
    expect(await statesSince(page)).toContain('5 results, Searching 2022 to 2026 …');
  });

  test('a shard that does not load is named, and what the others hold is shown', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.route('**/pagefind/2024--2025-*/index/**', (route) => route.fulfill({ status: 404 }));
    await page.goto('/search/?q=gold&order=newest');
    const { years, said, warned } = searchPage(page);
    await warned('Releases from 2024 to 2025 could not be searched because part of the search index did not load.');
    await said('6 releases found.');
    await expect.poll(years).toEqual(['2026', '2026', '2023', '2023', '2022', '2022']);
  });

  test('results whose texts do not load are counted, and the others are shown', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.route('**/pagefind/2026-*/fragment/**', (route) => route.fulfill({ status: 404 }));
    await page.goto('/search/?q=gold&order=newest');
    const { dates, said, warned } = searchPage(page);
    await said('10 releases found.');
    await warned('2 results could not be loaded.');
    await expect.poll(dates).toHaveLength(8);
  });
});

// Once each: they wait for the search's patience with what hangs, three seconds for each kind of file.
test('a chunk that never comes holds up nothing that is found elsewhere', async ({ page }) => {
  await page.route('**/pagefind/2024--2025-*/index/**', () => undefined);
  await page.goto('/search/?q=gold&order=newest');
  const { years, said } = searchPage(page);
  // The last of six: the first five come before it is clear that something hangs.
  await searchPage(page).link('Gold found in 2022').nth(1).waitFor();
  await said('Searching 2024 to 2025 …');
  await expect.poll(years).toEqual(['2026', '2026', '2023', '2023', '2022', '2022']);
});

test('texts, words and names that never come are named, and the rest is shown', async ({ page }) => {
  for (const hanging of ['2026-*/fragment/**', '**/*.pf_words', 'names.json'])
    await page.route(`**/pagefind/${hanging}`, () => undefined);
  await page.goto('/search/?q=gold&order=newest');
  const { dates, said, warned } = searchPage(page);
  await said('10 releases found.');
  await warned('2 results could not be loaded.');
  await warned('Other spellings and unfinished words were not searched');
  await warned('Company names and codes were searched as ordinary words');
  await expect.poll(dates).toHaveLength(8);
});

/** From now on, notes each state of a search that the page shows. */
async function noteStates(page: Page): Promise<void> {
  await page.evaluate(() => {
    const states: string[] = [];
    new MutationObserver(() => {
      const results = document.querySelectorAll('#search-results > li').length;
      states.push(`${results} results, ${document.querySelector('#search-status')?.textContent ?? ''}`);
    }).observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
    Object.assign(window, { states });
  });
}

/** The states that the page has shown since. */
function statesSince(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { states: readonly string[] }).states);
}
