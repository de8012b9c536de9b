import { expect } from 'vitest';
import { writeLock } from '../../src/archive/seal/write-lock.ts';
import { release } from '../support/releases-folder.ts';
import { deskTest as test, SETTINGS } from './support/desk-page.ts';

test('a release that was just sealed says so, and is neither to be sealed again nor made a draft', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release() });
  writeLock(root, []);
  await page.goto(`${page.url()}published/2020/a`);
  await page.getByText('Choose “Seal” when it is ready to be published.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Seal 1 release' }).click();
  await page.getByText('This release is sealed: it cannot be changed by accident.').waitFor();
  expect(await page.getByRole('button').allTextContents()).toEqual(['Build the site and look']);
  expect(await page.getByText('not sealed yet').count()).toBe(0);
});
