import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { test } from './support.ts';
import { devices, searchPage } from './support/search-page.ts';

describe.each(devices)('at the width of $device, the search page', ({ width, height }) => {
  test('names what it understood as a company, which can be taken off', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=XMX.AX+takeover');
    const chip = page.getByRole('button', { name: /^Remove XMX\.AX: Example Minerals Limited \(\d+\)$/ });
    await chip.click();
    await searchPage(page).said('4 releases found.');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=takeover');
  });

  test('searches the nearest word for one that no release holds, says so, and takes it back', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=takoever');
    const { said } = searchPage(page);
    await said('4 releases found.');
    await page.getByText('Nothing matches “takoever”. Showing results for “takeover”.').waitFor();
    await page.getByRole('button', { name: 'Search instead for “takoever”' }).click();
    await said('No releases found. Nothing matches “takoever”.');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=takoever&exact=1');
    await page.goBack();
    await said('4 releases found.');
  });

  test('offers what to leave out where nothing is found, with how much that would find', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=takeover&company=XZX');
    const { said } = searchPage(page);
    await said('No releases found.');
    await page.getByRole('button', { name: 'without XZX: 4' }).click();
    await said('4 releases found.');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=takeover');
  });

  test('says of each result what it lacks', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=takeover+xylophonist');
    const { said, result } = searchPage(page);
    await said(/^No releases match all your search terms\. \d+ match some\./);
    expect(await result('Recommended takeover offer').innerText()).toContain('Missing: xylophonist');
  });

  test('suggests words while somebody types, taken by the arrow keys and Enter', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/');
    const { box, said } = searchPage(page);
    await box.pressSequentially('takeov');
    const option = page.getByRole('option', { name: 'takeover', exact: true });
    await option.waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    while ((await option.getAttribute('aria-selected')) !== 'true') await box.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await box.press('Enter');
    expect(await box.inputValue()).toBe('takeover');
    await said('4 releases found.');
    expect(await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').count()).toBe(0);
  });

  test('saves what it found as a table, and leads to the feed where its filter has one', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=takeover');
    await searchPage(page).said('4 releases found.');
    const feed = page.getByRole('link', { name: 'Feed of this search' });
    expect(await feed.isVisible()).toBe(false);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const table = await readFile(await (await download).path(), 'utf8');
    expect(table.trim().split('\r\n')).toHaveLength(5);
    expect(table).toContain('Recommended takeover offer');
    await page.goto('/search/?company=XMX');
    await feed.waitFor();
    expect((await page.request.get((await feed.getAttribute('href')) ?? '')).status()).toBe(200);
  });

  test('keeps in its address how many results are shown', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/search/?q=quarterly+activities');
    const { results } = searchPage(page);
    await results.getByRole('time').nth(9).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await results.getByRole('time').nth(19).waitFor();
    await page.reload();
    await results.getByRole('time').nth(19).waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe('?q=quarterly+activities&shown=20');
  });
});
