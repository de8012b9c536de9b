import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { release } from '../support/releases-folder.ts';
import { deskTest as test, SETTINGS } from './support/desk-page.ts';

/** As long as everything else is waited for. */
const WAIT = { timeout: 20_000 };

const ARCHIVE = { 'archive.yml': SETTINGS, '2020/a.md': release({ draft: 'true' }) };

/** Holds what the page asks of the desk at an address back until `go` is called; `asked` comes when the first one waits. */
async function hold(
  page: Page,
  address: string | RegExp,
): Promise<{ readonly asked: Promise<void>; readonly go: () => void }> {
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const { promise: released, resolve: go } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    isAsked();
    await released;
    await route.continue().catch(() => undefined); // the page may be gone
  });
  return { asked, go };
}

/** The same for what the desk has answered already. */
async function holdAnswer(
  page: Page,
  address: string,
): Promise<{ readonly asked: Promise<void>; readonly go: () => void }> {
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const { promise: released, resolve: go } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    const response = await route.fetch();
    isAsked();
    await released;
    await route.fulfill({ response }).catch(() => undefined);
  });
  return { asked, go };
}

test('who opens the first draft while other documents are still being added is asked first, and none is left out', async ({
  open,
}) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  const files = ['first-copper.pdf', 'gold.docx', 'tin.txt'].map((name) => path.join(root, '..', name));
  const { asked, go } = await hold(page, /add\?name=gold.docx/);
  await page.getByLabel('Choose documents').setInputFiles(files);
  await asked;
  const warned = page.waitForEvent('dialog');
  const click = page.getByRole('link', { name: 'Review “First copper at Sample Creek”' }).click({ noWaitAfter: true });
  const dialog = await warned;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await click.catch(() => undefined);
  go();
  await page.getByRole('link', { name: 'Review “First tin at Sample Creek”' }).waitFor();
  await page.getByRole('link', { name: 'Review “First copper at Sample Creek”' }).click();
  await page.getByRole('heading', { name: 'Review: First copper' }).waitFor();
});

test('a document that was added waits to be reviewed on the first page while others are still being added', async ({
  open,
}) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  const { asked, go } = await hold(page, /add\?name=gold.docx/);
  const files = ['first-copper.pdf', 'gold.docx'].map((name) => path.join(root, '..', name));
  await page.getByLabel('Choose documents').setInputFiles(files);
  await asked;
  const waiting = page.getByRole('region', { name: 'Not published yet' });
  await waiting.getByRole('link', { name: 'First copper at Sample Creek' }).waitFor();
  go();
  await waiting.getByRole('link', { name: 'First gold at Sample Creek' }).waitFor();
});

test('a document that is chosen alone while others are being added does not take the page away from them', async ({
  open,
}) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  const { asked, go } = await hold(page, /add\?name=gold.docx/);
  const choose = (...names: string[]) =>
    page.getByLabel('Choose documents').setInputFiles(names.map((name) => path.join(root, '..', name)));
  await choose('gold.docx', 'tin.txt');
  await asked;
  await choose('first-copper.pdf');
  await page.getByRole('link', { name: 'Review “First copper at Sample Creek”' }).waitFor();
  go();
  await page.getByRole('link', { name: 'Review “First tin at Sample Creek”' }).waitFor();
});

test('a document that is here already is named, and not opened without a word', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  const choose = () => page.getByLabel('Choose documents').setInputFiles(path.join(root, '../tin.txt'));
  await choose();
  await page.getByRole('heading', { name: 'Review: First tin' }).waitFor();
  await page.getByRole('link', { name: 'All releases' }).click();
  await choose();
  await page.getByText('tin.txt: Already in the archive; open it').waitFor();
});

test('a document that the browser cannot read is told as one, not as a desk that does not answer', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  const files = ['tin.txt', 'gold.docx'].map((name) => path.join(root, '..', name));
  const { asked, go } = await hold(page, /add\?name=tin.txt/);
  await page.getByLabel('Choose documents').setInputFiles(files);
  await asked;
  rmSync(path.join(root, '../gold.docx'));
  go();
  await page.getByText('gold.docx: Not added. The file cannot be read').waitFor();
});

test('what is typed while a draft is being saved is kept, and nobody is told of another window', async ({ open }) => {
  const { page, root, desk } = await open(ARCHIVE);
  await page.clock.install();
  await page.goto(`${desk.address}review/2020/a`);
  await page.getByLabel('Headline').fill('One');
  const { asked, go } = await holdAnswer(page, '**/save/**');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await asked;
  await page.getByLabel('Headline').fill('Two');
  // Longer than anybody pauses before what is typed is kept.
  await page.clock.runFor(5000);
  go();
  await page.getByText('Not saved yet; kept on this machine.').waitFor();
  expect(await page.getByRole('alert').filter({ visible: true }).count()).toBe(0);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect.poll(() => readFileSync(path.join(root, '2020/a.md'), 'utf8'), WAIT).toContain('title: Two');
});

test('what is typed while a new release is being saved goes on in that release', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  await page.getByRole('link', { name: 'Begin with an empty release' }).click();
  await page.getByLabel('Headline').fill('Trading halt');
  // Nobody sees the page before its script is there; a test does.
  await page.getByText('kept on this machine').waitFor();
  const { asked, go } = await holdAnswer(page, '**/save/**');
  await page.keyboard.press('Control+S');
  await asked;
  await page.getByLabel('Text', { exact: true }).fill('Typed meanwhile.');
  go();
  await page.waitForURL(/review\/undated\/trading-halt$/);
  await page.getByText('kept on this machine').waitFor();
  await page.reload();
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Typed meanwhile.');
  expect(readdirSync(path.join(root, '.desk/typing')).length).toBe(1);
});

test('what is typed while documents are added to a release stays, and all of them are named', async ({ open }) => {
  const { page, root, desk } = await open(ARCHIVE);
  await page.goto(`${desk.address}review/2020/a`);
  const { asked, go } = await hold(page, /attach\/.*gold/);
  const files = ['tin.txt', 'gold.docx'].map((name) => path.join(root, '..', name));
  await page.getByLabel('Add a document').setInputFiles(files);
  await asked;
  await page
    .getByLabel('Text', { exact: true })
    .fill('Typed meanwhile.', { timeout: 2000 })
    .catch(() => undefined);
  const typed = await page.getByLabel('Text', { exact: true }).inputValue();
  go();
  await page.getByLabel('Name of the document').nth(1).waitFor();
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe(typed.trim());
  expect(await page.getByRole('alert').filter({ visible: true }).count()).toBe(0);
});

test('pressing a button twice does once what it says', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS, '2020/2020-07-30-first-metal-produced.md': release() });
  await page.getByRole('link', { name: 'Correct First metal produced' }).click();
  await page.getByLabel('What was wrong').fill('5 tonnes');
  await page.getByLabel('What is right').fill('6 tonnes');
  await page.getByRole('button', { name: 'Begin the correction' }).dblclick();
  await page.getByRole('heading', { name: /^Review/ }).waitFor();
  await page.getByRole('link', { name: 'All releases' }).click();
  await page.getByRole('heading', { name: 'Not published yet' }).waitFor();
  expect(readdirSync(path.join(root, '.desk/typing')).length).toBe(1);
});

test('Enter in the question of ASX’s release neither publishes nor closes it, and a second press of Publish does neither', async ({
  open,
}) => {
  const { page, root, desk } = await open(ARCHIVE);
  await page.goto(`${desk.address}review/2020/a`);
  await page.getByRole('button', { name: 'Publish…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Has ASX released it?' });
  await dialog.waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('At, in Sydney').fill('09:15');
  await page.keyboard.press('Enter');
  await dialog.getByText('Choose “Yes, publish it”').waitFor();
  expect(readdirSync(path.join(root, '2020'))).toEqual(['a.md']);
  await dialog.getByRole('button', { name: 'Yes, publish it' }).dblclick();
  await page.getByRole('heading', { name: 'In the archive: First metal produced' }).waitFor();
});

test('who goes back after publishing comes to the overview, not to a draft that is gone', async ({ open }) => {
  const { page, desk } = await open(ARCHIVE);
  await page.goto(`${desk.address}review/2020/a`);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, publish it' }).click();
  await page.getByRole('heading', { name: /^In the archive/ }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor();
});

test('a document that is dropped beside a form is added to its release, and does not take its place', async ({
  open,
}) => {
  const { page, desk } = await open(ARCHIVE);
  await page.goto(`${desk.address}review/2020/a`);
  await page.getByLabel('Headline').evaluate((field) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['First tin'], 'tin.txt', { type: 'text/plain' }));
    for (const type of ['dragover', 'drop'])
      field.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => page.getByLabel('File', { exact: true }).inputValue(), WAIT).toBe('a.txt');
});

test('what was typed and not saved is on the first page, also of a published release and of one whose file has gone', async ({
  open,
}) => {
  const { page, root, desk } = await open({ ...ARCHIVE, '2020/b.md': release({ title: 'Published' }) });
  for (const key of ['2020/a', '2020/b']) {
    await page.goto(`${desk.address}review/${key}`);
    await page.getByLabel('Headline').fill(`Typed of ${key}`);
    await page.getByText('kept on this machine').waitFor();
  }
  rmSync(path.join(root, '2020/a.md'));
  await page.goto(desk.address);
  const changed = page.getByRole('region', { name: 'Published, with changes not saved yet' });
  await changed.getByRole('link', { name: 'Typed of 2020/b' }).waitFor();
  const waiting = page.getByRole('region', { name: 'Not published yet' });
  expect(await waiting.getByRole('link').allTextContents()).toEqual(['Typed of 2020/a']);
  await waiting.getByRole('link', { name: 'Typed of 2020/a' }).click();
  await page.getByRole('alert').getByText('The file of this release is gone').waitFor();
});
