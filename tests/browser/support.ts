import { chromium, type Browser, type Page } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { serveFolder } from '../support/serve.ts';
import { builtSite } from '../support/site.ts';
import { findBrowser, type FoundBrowser } from './support/find-browser.ts';
import { watchPage } from './support/watch-page.ts';

/**
 * A test with the built sample archive in a browser:
 * `browser`, started once; `site`, the archive on a server that applies its `_headers` and `_redirects`;
 * `page`, a fresh page of a fresh profile, with which a test also fails when a script throws, the content security
 * policy blocks something, or anything is asked of another host.
 */
export const test = base
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
    const server = await serveFolder(builtSite(), { hostFiles: true });
    onCleanup(() => server.close());
    return server;
  })
  .extend('page', async ({ browser, site }, { onCleanup }) => {
    const page = await newPage(browser, site.url);
    const faults = watchPage(page, site.url);
    onCleanup(async () => {
      await page.context().close();
      expect(faults, 'faults that the page met').toEqual([]);
    });
    return page;
  });

/** Starts the browser that `findBrowser` names, or `found`, with a fresh profile; it reaches this machine alone. */
export async function launchBrowser(found?: FoundBrowser): Promise<Browser> {
  const { executablePath, env } = found ?? (await findBrowser());
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: BROWSER_ARGUMENTS });
}

/** A page of a fresh profile, on which `goto('/search/')` means that address of the site. */
export async function newPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-AU' });
  // Below the test's own limit, so that the message names what was waited for.
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

export const BROWSER_ARGUMENTS = [
  // Root and most containers cannot use the sandbox; only pages of these tests are opened.
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Every other host is unknown to this browser, so that a request to one fails at once and alike everywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
