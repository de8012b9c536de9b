import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { serveFolder, type FolderServer } from '../support/serve.ts';
import { serveInAllWays, WAYS, type ServedSite, type ServedSites } from '../support/served.ts';
import { newPage, test } from './support.ts';
import { watchPage } from './support/watch-page.ts';

let sites: ServedSites;
/** A feed reader's own site; below `strict/` it takes only what says that others may embed it. */
let reader: FolderServer;
let readerFolder: string;
beforeAll(async () => {
  sites = await serveInAllWays();
  readerFolder = await mkdtemp(join(tmpdir(), 'reader-'));
  for (const kind of ['plain', 'strict']) {
    await mkdir(join(readerFolder, kind));
    await writeFile(join(readerFolder, kind, 'index.html'), '<!doctype html><title>Reader</title><body></body>');
  }
  await writeFile(join(readerFolder, '_headers'), '/strict/*\n  Cross-Origin-Embedder-Policy: require-corp\n');
  reader = await serveFolder(readerFolder, { hostFiles: 'Netlify' });
});
afterAll(async () => {
  await sites.close();
  await reader.close();
  await rm(readerFolder, { recursive: true, force: true });
});

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

/** Ways in which the headers of `_headers` are sent. */
const WITH_HEADERS = WAYS.filter((way) => !way.endsWith('by a plain file server'));

describe.each(WITH_HEADERS)('with its headers the sample archive served %s', (way) => {
  test.for(['rss.xml', 'atom.xml', 'types/quarterly-activities-report/rss.xml'])(
    'shows the feed /%s with its style sheet',
    async (feed, { browser, skip }) => {
      const site = sites.served(way, skip);
      await visiting(browser, site, async (page) => {
        const response = await page.goto(site.url + feed);
        expect(response?.headers()['cross-origin-opener-policy']).toBe('same-origin');
        // Words of the style sheet, which belong to no element's text.
        const shown = () =>
          [...document.querySelectorAll('docs, link')].some((element) =>
            getComputedStyle(element, '::before').content.includes('This is a feed'),
          );
        await page.waitForFunction(shown);
        expect(await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.cssRules.length > 0))).toEqual([
          true,
        ]);
      });
    },
  );

  test('opens a PDF document of a release in the browser, page by page', async ({ browser, skip }) => {
    const site = sites.served(way, skip);
    const page = await newPage(browser, site.url);
    await page.goto(`${site.url}releases/2019/2019-09-03-pdf-attachment/`);
    const opened = new Promise<string | null>((resolve, reject) => {
      page.on('framenavigated', (frame) => {
        if (!frame.url().startsWith('chrome-extension://')) return;
        frame.locator('viewer-toolbar #pagelength', { hasText: /[1-9]/ }).textContent().then(resolve, reject);
      });
      // A browser without a reader of its own, such as the packaged one, saves the document.
      page.on('download', (download) => void download.failure().then(resolve, reject));
    });
    await page.getByRole('main').locator('a[href$=".pdf"]').first().click();
    expect([null, '3']).toContain((await opened)?.trim() ?? null);
    await page.context().close();
  });

  test('asks the browser for nothing that it does not know', async ({ browser, skip }) => {
    const site = sites.served(way, skip);
    const page = await newPage(browser, site.url);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    for (const kind of ['', 'search/', 'releases/2020/2020-02-05-picture-in-text/']) await page.goto(site.url + kind);
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('lets a reader at another address show pictures, also a strict one, and nobody else run its scripts', async ({
    browser,
    skip,
  }) => {
    const site = sites.served(way, skip);
    const script = (await (await fetch(`${site.url}search/`)).text()).match(/\/(_astro\/[^"]+\.js)"/)?.[1] ?? '';
    const page = await newPage(browser, reader.url);
    for (const kind of ['plain/', 'strict/']) {
      await page.goto(reader.url + kind);
      const shown = (path: string, element: 'img' | 'script') =>
        page.evaluate(
          ([src, tag]) =>
            new Promise<boolean>((resolve) => {
              const node = Object.assign(document.createElement(tag), { src });
              node.addEventListener('load', () => resolve(true));
              node.addEventListener('error', () => resolve(false));
              document.body.append(node);
            }),
          [site.url + path, element] as const,
        );
      expect(await shown('releases/2020/2020-02-05-picture-in-text/core-tray.png', 'img'), kind).toBe(true);
      expect(await shown('cards/site.png', 'img'), kind).toBe(true);
      expect(await shown(script, 'script'), kind).toBe(false);
    }
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
