import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { compareText } from '../../src/release/problem.ts';
import { test } from './support.ts';

const box = (page: Page) => page.getByRole('searchbox', { name: 'Words, "exact phrases", amounts, codes' });
const results = (page: Page) => page.getByRole('region', { name: 'Results' });
const headline = (page: Page, name: string | RegExp) => results(page).getByRole('link', { name });
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();

async function narrow(page: Page): Promise<void> {
  await page.getByText('Narrow the search').click();
}

describe('on the search page', () => {
  test('the newest releases are there before anything is typed, and more on demand', async ({ page }) => {
    await page.goto('/search/');
    const newest = page.getByRole('region', { name: 'Newest releases' });
    expect(await newest.getByRole('listitem').count()).toBe(10);
    await page.getByRole('button', { name: 'Show more' }).click();
    await said(page, /^\d+ releases\.$/);
    expect(await results(page).locator('time').count()).toBe(20);
  });

  test('typing finds releases, says how many, and puts the words into the address', async ({ page }) => {
    await page.goto('/search/');
    await box(page).fill('$12.5m placement');
    const link = headline(page, /^\$12\.5 million placement/);
    await link.waitFor();
    await said(page, '1 release found.');
    expect(new URL(page.url()).search).toBe('?q=%2412.5m+placement');
    const item = results(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: /^\$12\.5 million placement/ }) });
    expect(await item.innerText()).toMatch(/22 Jul 2020\s+10:15 am\s+XMX[^]+Price sensitive[^]+Placement/);
    expect(await item.locator('mark').allInnerTexts()).toContain('placement');
  });

  test('an address with a search shows it, and a result leads to the words on its page', async ({ page }) => {
    await page.goto('/search/?q=%22purity+of+99.8%25%22');
    const link = headline(page, /^\$12\.5 million placement/);
    await link.waitFor();
    expect(await box(page).inputValue()).toBe('"purity of 99.8%"');
    expect(await link.getAttribute('href')).toMatch(/\/releases\/2020\/2020-07-22-money-and-percent\/#:~:text=Purity/);
    await link.click();
    await page.getByRole('heading', { level: 1, name: /^\$12\.5 million placement/ }).waitFor();
  });

  test('a result leads to the section in which the words stand', async ({ page }) => {
    await page.goto('/search/?q=environment+heritage');
    const sections = results(page).getByRole('list', { name: 'Sections that hold the words' }).getByRole('link');
    await sections.first().waitFor();
    expect(await sections.first().getAttribute('href')).toMatch(/\/releases\/[^#]+\/#[\w-]+:~:text=/);
  });

  test('releases in other languages are found from the same box', async ({ page }) => {
    await page.goto('/search/?q=zuschuss');
    await headline(page, /^Example Minerals erhält Zuschuss/).waitFor();
  });

  test('company, type, years and marks narrow the search, stand in the address, and can each be removed', async ({
    page,
  }) => {
    await page.goto('/search/?q=placement');
    await said(page, /found\.$/);
    await narrow(page);
    await page.getByRole('combobox', { name: 'Type' }).selectOption('placement');
    await page.getByRole('combobox', { name: 'From' }).selectOption('2020');
    await page.getByRole('combobox', { name: 'To' }).selectOption('2020');
    await page.getByRole('checkbox', { name: 'Price sensitive' }).check();
    await page.getByRole('combobox', { name: 'Company, by code or name' }).fill('XMX – Example Minerals Limited');
    await page.getByRole('combobox', { name: 'Company, by code or name' }).press('Enter');
    await page.getByRole('button', { name: 'Remove XMX' }).waitFor();
    expect(new URL(page.url()).search).toBe(
      '?q=placement&company=XMX&type=placement&from=2020&to=2020&price-sensitive=1',
    );
    await said(page, '1 release found.');
    for (const name of ['XMX', 'Placement', 'from 2020', 'to 2020', 'Price sensitive'])
      await page.getByRole('button', { name: `Remove ${name}` }).click();
    expect(new URL(page.url()).search).toBe('?q=placement');
    expect(await page.getByRole('checkbox', { name: 'Price sensitive' }).isChecked()).toBe(false);
  });

  test('each value that narrows says how many results it holds for', async ({ page }) => {
    await page.goto('/search/?q=placement&from=2020&to=2020');
    await page.getByRole('checkbox', { name: /^Price sensitive \(\d+\)$/ }).waitFor();
    expect(await page.getByRole('option', { name: /^Placement \([1-9]\d*\)$/ }).count()).toBe(1);
  });

  test('the order is chosen, and the back button takes back each step', async ({ page }) => {
    await page.goto('/search/?q=quarterly');
    await said(page, /found\.$/);
    await page.getByRole('combobox', { name: 'Order' }).selectOption('oldest');
    await page.getByRole('combobox', { name: 'Order' }).selectOption('newest');
    expect(new URL(page.url()).search).toBe('?q=quarterly&order=newest');
    await page.goBack();
    expect(await page.getByRole('combobox', { name: 'Order' }).inputValue()).toBe('oldest');
    await page.goBack();
    expect(await page.getByRole('combobox', { name: 'Order' }).inputValue()).toBe('best');
    expect(new URL(page.url()).search).toBe('?q=quarterly');
  });

  test('newest first and oldest first are each other turned round', async ({ page }) => {
    const days = async (order: string) => {
      await page.goto(`/search/?q=quarterly+activities&from=2024&order=${order}`);
      await said(page, /found\.$/);
      return results(page)
        .locator('time')
        .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    };
    const newest = await days('newest');
    expect(newest.length).toBeGreaterThan(2);
    expect(await days('oldest')).toEqual(newest.toReversed());
    expect(newest).toEqual(newest.toSorted((a, b) => compareText(String(b), String(a))));
  });

  test('a slash goes to the box, and the arrow keys walk the results', async ({ page }) => {
    await page.goto('/search/?q=quarterly+activities');
    await said(page, /found\.$/);
    await page.getByRole('combobox', { name: 'Order' }).focus();
    await page.getByRole('main').focus();
    await page.keyboard.press('/');
    expect(await box(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const links = results(page).getByRole('link', { name: /./ }).and(page.locator('.headline'));
    expect(await links.nth(1).evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await box(page).evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('what nobody wrote is said to be found nowhere, by its name', async ({ page }) => {
    await page.goto('/search/?q=xylophonist');
    await said(page, 'No release is found. No release that is searched holds “xylophonist”.');
  });

  test('text of a release is shown as text and never run', async ({ page }) => {
    await page.goto('/search/?q=alert');
    await results(page).getByText('<script>alert(1)</script>').waitFor();
    expect(await results(page).locator('script, img').count()).toBe(0);
  });

  test('all of it works at the width of a phone, without sideways scrolling', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/search/?q=placement&price-sensitive=1');
    await said(page, /found\.$/);
    await headline(page, /placement/i)
      .first()
      .waitFor();
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: innerWidth,
    }));
    expect(scroll).toBeLessThanOrEqual(width);
  });

  test('the header of every page leads to it', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox').fill('neodym');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL('**/search/?q=neodym');
  });
});

describe('when something is missing, the search page', () => {
  test('says that the index did not load, and leads to the lists', async ({ page }) => {
    await page.route('**/pagefind/shards.json', (route) => route.fulfill({ status: 503 }));
    await page.goto('/search/?q=gold');
    await page.getByRole('alert').filter({ hasText: 'The search index could not be loaded.' }).waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'Every release is in the lists by year.' }).click();
    await page.waitForURL('**/releases/');
  });

  test('names the years whose part of the index did not load', async ({ page }) => {
    await page.route('**/pagefind/*/index/**', (route) => route.fulfill({ status: 404 }));
    await page.goto('/search/?q=placement');
    await page
      .getByRole('alert')
      .filter({ hasText: /^The releases of 20\d\d to 20\d\d could not be searched/ })
      .waitFor();
  });

  test('says that the archive was built anew since it was opened', async ({ page }) => {
    let asked = 0;
    await page.route('**/pagefind/shards.json', async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as { build: string };
      asked += 1;
      await route.fulfill({ response, json: { ...list, build: asked === 1 ? list.build : 'another' } });
    });
    await page.route('**/pagefind/*/index/**', (route) => route.fulfill({ status: 404 }));
    await page.goto('/search/?q=placement');
    await page.getByRole('alert').filter({ hasText: 'The archive was built anew' }).waitFor();
  });

  test('leads to the lists in a browser without WebAssembly', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
    });
    await page.goto('/search/?q=gold');
    await page.getByRole('alert').filter({ hasText: 'it has no WebAssembly' }).waitFor();
  });

  test('leads to the lists in a browser without JavaScript', async ({ browser, site }) => {
    const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/search/?q=gold');
    await page.getByRole('link', { name: 'by year' }).click();
    await page.waitForURL('**/releases/');
    await context.close();
  });
});
