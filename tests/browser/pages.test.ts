import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './support.ts';

/** One address of every kind of page. */
const KINDS = [
  '/',
  '/releases/',
  '/releases/2024/',
  '/releases/2017/2017-09-20-table/',
  '/releases/2021/2021-07-07-wide-table/',
  '/releases/2021/2021-06-16-footnotes/',
  '/releases/2023/2023-02-01-corrected/',
  '/releases/2020/2020-08-12-german/',
  '/releases/2019/2019-04-02-bidders-statement/',
  '/types/',
  '/types/progress-report/',
  '/companies/',
  '/companies/xmx/',
  '/price-sensitive/',
  '/corrections/',
  '/feeds/',
  '/archive/',
  '/data/',
  '/search/?q=copper',
  '/404.html',
];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function settle(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if (address.startsWith('/search/'))
    await page
      .getByRole('status')
      .filter({ hasText: /releases? found/ })
      .waitFor();
}

for (const { name, media, width } of [
  { name: 'light', media: { colorScheme: 'light' }, width: 320 },
  { name: 'light', media: { colorScheme: 'light' }, width: 1280 },
  { name: 'dark', media: { colorScheme: 'dark' }, width: 320 },
  { name: 'dark', media: { colorScheme: 'dark' }, width: 1280 },
  { name: 'forced colours', media: { forcedColors: 'active' }, width: 768 },
] as const) {
  test(`axe finds no fault on any kind of page, ${name}, ${width} px wide`, { timeout: 240_000 }, async ({ page }) => {
    await page.emulateMedia(media);
    await page.setViewportSize({ width, height: 800 });
    for (const address of KINDS) {
      await settle(page, address);
      // The page's policy forbids scripts of others, as it should; the test's own is run beside it.
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      expect(found, address).toEqual([]);
    }
  });
}

test('no page scrolls sideways on a small phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of KINDS) {
    await settle(page, address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, address).toBeLessThanOrEqual(320);
  }
});

test('a wide table scrolls inside itself by the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 640 });
  await page.goto('/releases/2021/2021-07-07-wide-table/');
  const table = page.getByRole('region', { name: 'Table' });
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

for (const width of [390, 1280]) {
  test(`what has the focus is never hidden, down a list and up again, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 500 });
    await page.goto('/releases/2019/');
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let count = 0; count < 40; count++) {
        await page.keyboard.press(key);
        expect(await page.evaluate(isFocusSeen), await focusedText(page)).toBe(true);
      }
    }
  });
}

test('the home page shows the newest releases and the ways in without scrolling at a desk', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/');
  for (const name of ['Newest releases', 'Ways in']) {
    const box = await page.getByRole('heading', { name }).boundingBox();
    expect(box && box.y + box.height, name).toBeLessThan(450);
  }
  const ways = await page.getByRole('navigation', { name: 'Ways in' }).boundingBox();
  expect(ways && ways.y + ways.height).toBeLessThanOrEqual(900);
  const tenth = await page
    .getByRole('listitem')
    .filter({ has: page.locator('.headline') })
    .nth(9)
    .boundingBox();
  expect(tenth && tenth.y + tenth.height).toBeLessThanOrEqual(900);
});

test('the navigation takes one row on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/releases/');
  const links = page.getByRole('navigation', { name: 'Site' }).getByRole('link');
  const tops = await links.evaluateAll((all) => all.map((link) => Math.round(link.getBoundingClientRect().top)));
  expect(tops.length).toBe(5);
  expect(new Set(tops).size).toBe(1);
});

test('paper gets the address and the time of a release and no navigation', async ({ page }) => {
  await page.goto('/releases/2017/2017-09-20-table/');
  await page.emulateMedia({ media: 'print' });
  await page.getByText('/releases/2017/2017-09-20-table/').first().waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('search').count()).toBe(0);
});

test('the keyboard alone leads from the home page through a list to a release and into search', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedText(page)).toBe('Skip to the content');
  await tabTo(page, 'Releases');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/releases/');
  await tabTo(page, '2024');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/releases/2024/');
  await tabTo(page, 'Substation energised');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Substation energised' }).waitFor();
  await tabTo(page, 'Search the releases');
  await page.keyboard.type('"maiden mineral resource"');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=*');
  await page.getByRole('link', { name: 'Maiden mineral resource for Boundary Bore' }).first().waitFor();
});

/** Whether nothing lies over what has the focus, at the middle of its first line; runs in the page. */
function isFocusSeen(): boolean {
  const element = document.activeElement;
  const box = element?.getClientRects()[0];
  if (!element || !box || element === document.body) return true;
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return top !== null && (element.contains(top) || top.contains(element));
}

/** What has the focus: its text, or the label of a field. */
function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const words = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
    return (words ?? '').replace(/\s+/g, ' ').trim();
  });
}

/** Presses Tab until something of this name has the focus; each thing on the way must show that it has it. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 60; count++) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const element = document.activeElement;
      return element && element !== document.body ? getComputedStyle(element).outlineStyle : 'solid';
    });
    expect(outline, await focusedText(page)).not.toBe('none');
    if ((await focusedText(page)) === name) return;
  }
  throw new Error(`Sixty presses of Tab do not lead to "${name}".`);
}
