import { chromium, type Browser, type Page } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { serveFolder } from '../support/serve.ts';
import { builtSite } from '../support/site.ts';
import { BROWSER_ARGUMENTS, findBrowser, type FoundBrowser } from './support/find-browser.ts';
import { watchPage } from './support/watch-page.ts';

/**
 * A test with the built sample archive in a browser:
 * `browser`, started once; `site`, the archive on a server that applies its `_headers` and `_redirects`;
 * `page`, an empty page that knows nothing of the tests before it, with which a test also fails when a script throws,
 * the content security policy blocks something, or anything is asked of another host.
 */
export const test = base
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
    const server = await serveFolder(builtSite(), { hostFiles: 'Cloudflare Pages' });
    onCleanup(() => server.close());
    return server;
  })
  // A profile and a process for each test would cost more than most tests: one for a file, emptied after each.
  .extend('tab', { scope: 'file' }, async ({ browser, site }, { onCleanup }) => {
    const tab = await newPage(browser, site.url);
    onCleanup(() => tab.context().close());
    return tab;
  })
  .extend('page', ({ tab, site }, { onCleanup }) => {
    const faults = watchPage(tab, site.url);
    onCleanup(async () => {
      await empty(tab, site.url);
      expect(faults, 'faults that the page met').toEqual([]);
    });
    return tab;
  });

/** Takes back what a test has done to a page, and forgets what the browser has kept of the site; init scripts stay. */
async function empty(page: Page, site: string): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto('about:blank');
  for (const event of ['console', 'pageerror', 'request', 'response'] as const) page.removeAllListeners(event);
  await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize({ width: 1280, height: 720 });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.send('Storage.clearDataForOrigin', { origin: new URL(site).origin, storageTypes: 'all' });
  await session.detach();
}

/** Starts the browser that `findBrowser` names, or `found`, with a fresh profile; it reaches this machine alone. */
export async function launchBrowser(found?: FoundBrowser): Promise<Browser> {
  const { executablePath, env } = found ?? (await findBrowser());
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: BROWSER_ARGUMENTS });
}

/** A page of a fresh profile, on which `goto('/search/')` means that address of the site. */
export async function newPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-AU' });
  // Below the test's own limit, so that the message names what was waited for.
  context.setDefaultTimeout(40_000);
  return context.newPage();
}
