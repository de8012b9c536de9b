import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { release } from '../support/releases-folder.ts';
import { accessFaults, deskTest as test, SETTINGS } from './support/desk-page.ts';

const ARCHIVE = { 'archive.yml': SETTINGS, '2020/a.md': release({ draft: 'true' }) };

test('a time that is filled in by half is refused in words, in the form and in the question of ASX’s release', async ({
  open,
}) => {
  const { page, root, desk } = await open(ARCHIVE);
  await page.goto(`${desk.address}review/2020/a`);
  const form = page.getByRole('region', { name: 'Release', exact: true });
  const bar = page.getByRole('group', { name: 'This release' });
  await form.getByLabel('Time in Sydney').pressSequentially('0915');
  await form.getByLabel('Headline').focus();
  await form.getByText('Finish the time:').waitFor();
  expect(await form.getByLabel('Time in Sydney').getAttribute('aria-invalid')).toBe('true');
  await bar.getByRole('button', { name: 'Save draft' }).click();
  await bar.getByText('Not saved yet: Finish the time:').waitFor();
  await bar.getByRole('button', { name: 'Publish…' }).click();
  await bar.getByText('Not published: Finish the time:').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await form.getByLabel('Time in Sydney').fill('');
  await form.getByText('Finish the time:').waitFor({ state: 'hidden' });
  await bar.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('At, in Sydney').pressSequentially('0915');
  await dialog.getByRole('button', { name: 'Yes, publish it' }).click();
  await dialog.getByText('Finish the time:').waitFor();
  expect(readdirSync(path.join(root, '2020'))).toEqual(['a.md']);
  expect(await accessFaults(page)).toEqual([]);
  await dialog.getByLabel('At, in Sydney').fill('09:15');
  await dialog.getByText('Finish the time:').waitFor({ state: 'hidden' });
  await dialog.getByRole('button', { name: 'Yes, publish it' }).click();
  await page.getByRole('heading', { name: /^In the archive/ }).waitFor();
  expect(readFileSync(path.join(root, '2020/2020-07-30-first-metal-produced.md'), 'utf8')).toContain(
    'date: 2020-07-30 09:15\n',
  );
});

test('a day that is still to come is told once in the question of ASX’s release', async ({ open }) => {
  const { page, desk } = await open(ARCHIVE);
  await page.goto(`${desk.address}review/2020/a`);
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Released on').fill('2999-01-01');
  await dialog.getByText(/still to come/).waitFor();
  await dialog.getByRole('button', { name: 'Yes, publish it' }).click();
  await dialog.getByText(/^Not published\. /).waitFor();
  expect(await dialog.getByText(/still to come/).count()).toBe(1);
});

test('of a day or time on which ASX publishes nothing the question of its release warns before the yes', async ({
  open,
}) => {
  const { page, desk } = await open(ARCHIVE);
  await page.goto(`${desk.address}review/2020/a`);
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Released on').fill('2020-08-01');
  await dialog.getByText('the exchange publishes nothing on weekends').waitFor();
  await dialog.getByLabel('Released on').fill('2020-07-30');
  await dialog.getByText('the exchange publishes nothing on weekends').waitFor({ state: 'hidden' });
  await dialog.getByLabel('At, in Sydney').fill('23:15');
  await dialog.getByText('Warning: "23:15" is outside the hours').waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Yes, publish it' }).click();
  await page.getByRole('region', { name: 'Check' }).getByText('"23:15" is outside the hours').waitFor();
});
