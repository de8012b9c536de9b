import type { Page } from 'playwright-core';

/**
 * Collects what goes wrong on a page while it is used, as sentences, in the order of events:
 * exceptions of its scripts, blocks by its content security policy, requests to other origins than the site's.
 * The list grows as long as the page is open.
 */
export function watchPage(page: Page, site: string): readonly string[] {
  const faults: string[] = [];
  const { origin } = new URL(site);
  page.on('pageerror', (error) => faults.push(`A script threw: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) faults.push(`It asked for ${url.href}`);
  });
  return faults;
}
