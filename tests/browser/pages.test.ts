import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './support.ts';

/** One address of every kind of page. */
const KINDS = {
  home: '/',
  'all years': '/releases/',
  'a year': '/releases/2024/',
  'a numbered page of a list': '/releases/2024/1/',
  'a plain release': '/releases/2016/2016-10-31-no-time-recorded/',
  'a release with a table': '/releases/2017/2017-09-20-table/',
  'a release with a wide table': '/releases/2021/2021-07-07-wide-table/',
  'a release with footnotes': '/releases/2021/2021-06-16-footnotes/',
  'a release with a picture': '/releases/2020/2020-02-05-picture-in-text/',
  'a release with a document': '/releases/2019/2019-04-02-bidders-statement/',
  'a release without text': '/releases/2020/2020-10-07-empty-text/',
  'a release in another language': '/releases/2020/2020-08-12-german/',
  'a corrected release': '/releases/2023/2023-02-01-corrected/',
  'a correcting release': '/releases/2023/2023-02-02-correction/',
  'a retracted release': '/releases/2023/2023-06-06-retracted/',
  'a corrected correction': '/releases/2024/2024-01-31-chain-second/',
  'a release on a matter over time': '/releases/2022/2022-04-06-placement/',
  'all types': '/types/',
  'a type': '/types/notice-of-meeting/',
  'all companies': '/companies/',
  'a company': '/companies/xmx/',
  'price sensitive': '/price-sensitive/',
  corrections: '/corrections/',
  'what a replacement changed': '/changes/2023/2023-05-01-replacement/',
  'search before typing': '/search/',
  'search with results': '/search/?q=copper',
  'search with filters': '/search/?q=drilling&from=2018&to=2021&price-sensitive=1',
  'search without results': '/search/?q=zzyzx',
  feeds: '/feeds/',
  archive: '/archive/',
  'open data': '/data/',
  'no such page': '/404.html',
};

const COLOURS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function settle(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if (address.includes('?q='))
    await page
      .getByRole('status')
      .filter({ hasText: /releases? found|No releases found/ })
      .waitFor();
}

/**
 * What axe finds by all its rules, or by those alone that look at colours; contrast has to be AAA, targets of 24 px.
 * Whether contrast is AA need not be asked beside it.
 */
async function faults(page: Page, rules: 'all' | 'colours'): Promise<string[]> {
  const options = {
    resultTypes: ['violations'],
    preload: false,
    // Faults are told by their elements alone.
    selectors: false,
    elementRef: false,
    rules: {
      'color-contrast': { enabled: false },
      'color-contrast-enhanced': { enabled: true },
      'target-size': { enabled: rules === 'all' },
    },
    ...(rules === 'colours' && { runOnly: ['cat.color'] }),
  };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

test.for(Object.entries(KINDS))(
  '%s does not scroll sideways on a small phone, and axe finds no fault in any colours at any width',
  async ([, address], { page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await settle(page, address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    // The page's policy forbids scripts of others, as it should; the test's own is run beside it.
    await page.evaluate(axe);
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')),
    );
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const [name, media] of Object.entries(COLOURS)) {
        await page.emulateMedia(media);
        // What has to do with structure and size is the same in all colours: looked at once for a width.
        expect(await faults(page, name === 'light' ? 'all' : 'colours'), `${width} px, ${name}`).toEqual([]);
      }
    }
  },
);

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
  for (const name of ['Newest releases', 'Browse']) {
    const box = await page.getByRole('heading', { name }).boundingBox();
    expect(box && box.y + box.height, name).toBeLessThan(450);
  }
  const ways = await page.getByRole('navigation', { name: 'Browse' }).boundingBox();
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
  expect(await page.getByText('Example Minerals announcements').isVisible()).toBe(true);
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('search').count()).toBe(0);
});

test('paper takes a table whole, however wide it is', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  // An A4 sheet between margins of 15 mm.
  const width = 680;
  await page.setViewportSize({ width, height: 1000 });
  for (const kind of ['a release with a wide table', 'archive'] as const) {
    await page.goto(KINDS[kind]);
    const ends = await page.locator('table').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(ends.length, kind).toBeGreaterThan(0);
    expect(Math.max(...ends), kind).toBeLessThanOrEqual(width);
  }
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

test('digests and citations are at least 12 pixels high on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(KINDS['a plain release']);
  await page.getByText('Cite this release').click();
  const sizes = await page
    .getByRole('main')
    .getByRole('code')
    .evaluateAll((codes) => codes.map((code) => parseFloat(getComputedStyle(code).fontSize)));
  expect(sizes.length).toBeGreaterThan(2);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
});
