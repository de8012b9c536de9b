import { describe, expect } from 'vitest';
import { builtPage } from '../support/site.ts';
import { xmlFaults } from '../support/xml.ts';
import { test } from './support.ts';
import { devices, searchPage } from './support/search-page.ts';

describe.each(devices)('at the width of $device', ({ width, height }) => {
  test('the box in the header has an access key, and leads to the search', async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/releases/2020/2020-07-22-money-and-percent/');
    const box = page.getByRole('search').getByRole('searchbox', { name: 'Search the releases' });
    // Which keys go with it is the browser's choice, and one that a program drives takes none.
    expect(await box.getAttribute('accesskey')).toBe('s');
    await box.focus();
    await page.keyboard.type('neodym');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=neodym');
  });

  test('the search page loads its program by itself, and of the index something when somebody goes to the box', async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/search/', { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /worker/.test(path))).toHaveLength(1);
    expect(asked.filter((path) => path.includes('/pagefind/'))).toEqual([]);
    const opened = page.waitForRequest('**/*.pf_meta');
    await searchPage(page).box.focus();
    await opened;
    expect(asked.filter((path) => path.endsWith('.json'))).toEqual(['/pagefind/shards.json', '/pagefind/names.json']);
  });

  test('without JavaScript the header leads to the search page, and this to the lists', async ({ browser, site }) => {
    const context = await browser.newContext({
      baseURL: site.url,
      javaScriptEnabled: false,
      viewport: { width, height },
    });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('searchbox').fill('gold');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/search/?q=gold');
    expect(await page.getByRole('main').innerText()).toContain(
      'Search needs JavaScript. Without it you can browse all releases by year, by type or by company.',
    );
    for (const [name, address] of [
      ['by type', 'types/'],
      ['by company', 'companies/'],
      ['by year', 'releases/'],
    ] as const) {
      await page.getByRole('main').getByRole('link', { name }).click();
      await page.waitForURL(`**/${address}`);
      await page.goBack();
    }
    await context.close();
  });

  test('without JavaScript the newest releases are no narrower than in a list', async ({ browser, site }) => {
    const context = await browser.newContext({
      baseURL: site.url,
      javaScriptEnabled: false,
      viewport: { width, height },
    });
    const page = await context.newPage();
    const widthOfFirst = async (address: string) => {
      await page.goto(address);
      return (await page.getByRole('main').locator('.releases').first().boundingBox())?.width ?? 0;
    };
    expect(await widthOfFirst('/search/')).toBeGreaterThanOrEqual(await widthOfFirst('/price-sensitive/'));
    await context.close();
  });
});

test('a browser can add the archive to its searches, and what is typed there is found', async ({ page }) => {
  const link = (await builtPage('/')).querySelector('link[rel=search]');
  expect(link?.getAttribute('type')).toBe('application/opensearchdescription+xml');
  const response = await page.request.get(link?.getAttribute('href') ?? '');
  const xml = await response.text();
  expect(await xmlFaults(xml)).toEqual([]);
  expect(/<ShortName>(.*)<\/ShortName>/.exec(xml)?.[1]?.length).toBeLessThanOrEqual(16);
  const template = new URL(/<Url type="text\/html" template="([^"]+)"/.exec(xml)?.[1] ?? '');
  await page.goto(`${template.pathname}${template.search}`.replace(/%7BsearchTerms%7D|\{searchTerms\}/, 'zuschuss'));
  await searchPage(page)
    .link(/^Example Minerals erhält Zuschuss/)
    .waitFor();
});
