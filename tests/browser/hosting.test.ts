import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { serveInAllWays, WAYS, type ServedSite, type ServedSites } from '../support/served.ts';
import { newPage, test } from './support.ts';
import { watchPage } from './support/watch-page.ts';

let sites: ServedSites;
beforeAll(async () => {
  sites = await serveInAllWays();
});
afterAll(() => sites.close());

/** One of every kind of page. */
const KINDS = [
  '',
  'releases/',
  'releases/2020/',
  'releases/2017/2017-09-20-table/',
  'releases/2020/2020-02-05-picture-in-text/',
  'releases/2023/2023-02-01-corrected/',
  'types/',
  'types/issued-capital/',
  'companies/',
  'companies/xmx/',
  'price-sensitive/',
  'corrections/',
  'search/',
  'feeds/',
  'archive/',
  'data/',
];

describe.each(WAYS)('the sample archive served %s', (way) => {
  test('shows every kind of page with its style and pictures, and nothing is blocked or missing', async ({
    browser,
    skip,
  }) => {
    const site = sites.served(way, skip);
    await visiting(browser, site, async (page) => {
      for (const kind of KINDS) {
        const response = await page.goto(site.url + kind);
        expect(response?.status(), kind).toBe(200);
        expect(
          await page.evaluate(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)),
          kind,
        ).toBe(true);
        // A picture further down is loaded when it is needed; a broken one cannot be decoded, and the promise rejects.
        await page.evaluate(async () => {
          for (const image of document.images) {
            image.loading = 'eager';
            await image.decode();
          }
        });
      }
    });
  });

  test('finds a release by search, with the script and the index at their addresses', async ({ browser, skip }) => {
    const site = sites.served(way, skip);
    await visiting(browser, site, async (page) => {
      await page.goto(site.url);
      await page.getByRole('searchbox').fill('drilling');
      await page.getByRole('searchbox').press('Enter');
      const result = page.getByRole('main').getByRole('link').filter({ hasText: /drill/i }).first();
      await result.click();
      await page.waitForURL(`${site.url}releases/**`);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/\S/);
    });
  });

  test('leads on from an old address, and helps at one that was never there', async ({ browser, skip }) => {
    const site = sites.served(way, skip);
    const page = await newPage(browser, site.url);
    await page.goto(`${site.url}news/boundary-bore-on-schedule/`);
    await page.waitForURL(`${site.url}releases/2022/2022-03-15-two-aliases/`);
    const missing = await page.goto(`${site.url}releases/2020/never-there/`);
    expect(missing?.status()).toBe(404);
    await page.getByRole('link', { name: 'Look through the years' }).click();
    await page.waitForURL(`${site.url}releases/`);
    await page.context().close();
  });
});

test('the search page loads at most 40 KB before anything is typed, compressed', async ({ page, site }) => {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => bodies.push(response.body()));
  await page.goto(`${site.url}search/`, { waitUntil: 'networkidle' });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000);
});

/** Looks at pages of a site, and fails when a script throws, the policy blocks something, another host is asked, or a file is missing. */
async function visiting(browser: Browser, site: ServedSite, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await newPage(browser, site.url);
  const faults = watchPage(page, site.url);
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(`${response.status()} ${response.url()}`);
  });
  try {
    await look(page);
    expect([...faults, ...missing]).toEqual([]);
  } finally {
    await page.context().close();
  }
}
