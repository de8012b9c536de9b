import type { Route } from 'playwright-core';
import { describe, expect } from 'vitest';
import { record } from '../search/records.ts';
import { test as base } from './support.ts';
import { devices, searchPage } from './support/search-page.ts';
import { serveWithIndex } from './support/with-index.ts';

// The site with an index of releases in three shards that hold few words.
const test = base.extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
  const release = (id: string, year: number, title: string, text: string, language = 'en') =>
    record({ id, title, date: { day: `${year}-03-03` }, html: `<p>${text}</p>`, language });
  const server = await serveWithIndex(
    [
      release('gold', 2026, 'Gold sold', 'Gold alone.'),
      release('hebrew', 2025, 'תוצאות הקידוח בזהב', 'החברה מצאה זהב', 'he'),
      release('arabic', 2025, 'أعلنت الشركة عن المعادن', 'المعادن', 'ar'),
      release('silver', 2024, 'Silver sold', 'Silver and copper at 1.4%.'),
      release('both', 2023, 'Gold and silver sold', 'Both, 14 of each.'),
    ],
    2,
  );
  onCleanup(() => server.close());
  return server;
});

describe.each(devices)('at the width of $device, the search page', ({ width, height }) => {
  test('leaves out what stands behind a hyphen, takes either side of OR, and says both in one line', async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/');
    const { box, dates, said } = searchPage(page);
    await page.getByText('Type -word to leave a word out, this OR that for either').waitFor();
    expect(await box.getAttribute('aria-describedby')).toBe('search-help');
    await box.fill('sold -silver');
    await said('1 release found.');
    await expect.poll(dates).toEqual(['2026-03-03']);
    await box.fill('copper OR both');
    await said('2 releases found.');
    await expect.poll(async () => (await dates()).toSorted()).toEqual(['2023-03-03', '2024-03-03']);
  });

  test('names the words beyond its limit', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/search/?q=${'gold+'.repeat(24)}beyond+limits`);
    await searchPage(page).said('Your search is too long: “beyond limits” was left out.');
  });

  test.for([
    ['hebrew', 'he', 'זהב'],
    ['arabic', 'ar', 'معادن'],
  ])('shows %s from the right to the left', async ([, language, typed = ''], { page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/search/?q=${encodeURIComponent(typed)}`);
    const { results, said } = searchPage(page);
    await said(/^1 release found\./);
    for (const part of [results.getByRole('link').first(), results.getByRole('paragraph').first()])
      expect([await part.getAttribute('lang'), await part.getAttribute('dir')]).toEqual([language, 'rtl']);
  });

  test('is heard once, when all shards have answered', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/');
    const { box, said } = searchPage(page);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      const status = document.querySelector('#search-status');
      new MutationObserver(() => {
        const copy = status?.cloneNode(true) as Element; // a copy of an element is one
        for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
        if (copy.textContent !== '') heard.push(copy.textContent);
      }).observe(status ?? document.body, { childList: true, subtree: true, characterData: true });
    });
    const held: Route[] = [];
    let release = false;
    await page.route(/\/pagefind\/202[345]-/, (route) => (release ? route.continue() : held.push(route)));
    await box.fill('sold');
    await said('Searching 2023 to 2025 …');
    release = true;
    await Promise.all(held.map((route) => route.continue()));
    await said('3 releases found.');
    expect(await page.evaluate(() => (globalThis as { heard?: string[] }).heard)).toEqual(['3 releases found.']);
  });
});
