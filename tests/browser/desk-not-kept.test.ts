import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { release } from '../support/releases-folder.ts';
import { newPage } from './support.ts';
import { accessFaults, deskTest as test, SETTINGS } from './support/desk-page.ts';

/** As long as everything else is waited for. */
const WAIT = { timeout: 20_000 };

const ARCHIVE = { 'archive.yml': SETTINGS, '2020/a.md': release({ draft: 'true' }) };

/** Opens the release in the page, and in a second window of the desk. */
async function secondWindow(
  { page, desk }: { page: Page; desk: { address: string } },
  browser: Browser,
): Promise<Page> {
  const second = await newPage(browser, desk.address);
  onTestFinished(() => second.context().close());
  await page.goto(`${desk.address}review/2020/a`);
  await second.goto(`${desk.address}review/2020/a`);
  return second;
}

test('while what is typed is not kept, the bar says why and the browser asks whoever leaves', async ({ open }) => {
  const { page, desk } = await open(ARCHIVE);
  await page.goto(`${desk.address}review/2020/a`);
  await page.route('**/type/**', (route) => route.fulfill({ status: 500, json: { fault: 'The disk is full.' } }));
  await page.getByLabel('Text', { exact: true }).fill('Typed.');
  const bar = page.getByRole('group', { name: 'This release' });
  await bar.getByText('Not kept. The disk is full.').waitFor();
  expect(await accessFaults(page)).toEqual([]);
  const warned = page.waitForEvent('dialog');
  const click = page.getByRole('link', { name: 'All releases' }).click({ noWaitAfter: true });
  const dialog = await warned;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await click.catch(() => undefined);
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Typed.');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await bar.getByText('kept on this machine').waitFor();
  await page.getByRole('link', { name: 'All releases' }).click();
  await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor();
});

test('who looks at what the other window has finds what stood in this one in the bin', async ({ open, browser }) => {
  const { page, desk } = await open(ARCHIVE);
  const second = await secondWindow({ page, desk }, browser);
  await page.getByLabel('Headline').fill('From the first window');
  await page.getByText('kept on this machine').waitFor();
  await second.getByLabel('Headline').fill('From the second window');
  const alert = second.getByRole('alert');
  await alert.getByText('open in another window too').waitFor();
  await alert.getByText('what stands here goes to the bin').waitFor();
  await second.getByRole('button', { name: 'Show what the other window has' }).click();
  await expect.poll(() => second.getByLabel('Headline').inputValue(), WAIT).toBe('From the first window');
  await second.goto(`${desk.address}bin`);
  await second.getByText('From the second window').first().waitFor();
});

test('a release that another window of the desk has saved is not called changed outside the desk alone', async ({
  open,
  browser,
}) => {
  const { page, desk } = await open(ARCHIVE);
  const second = await secondWindow({ page, desk }, browser);
  await page.getByLabel('Headline').fill('From the first window');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  await second.getByLabel('Headline').fill('From the second window');
  await second.getByRole('alert').getByText('was changed in another window or outside the desk').waitFor();
});
