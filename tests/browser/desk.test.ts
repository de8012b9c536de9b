import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { release } from '../support/releases-folder.ts';
import { accessFaults, deskTest as test, SETTINGS } from './support/desk-page.ts';

/** As long as everything else is waited for. */
const WAIT = { timeout: 20_000 };
async function add(page: Page, root: string, name: string): Promise<void> {
  await page.getByLabel('Choose documents').setInputFiles(path.join(root, '..', name));
  await page.getByRole('heading', { name: /^Review/ }).waitFor();
}

test('an archive is begun by three answers, and then asks no more', async ({ open }) => {
  const { page, root } = await open({});
  await page.getByLabel('Company').fill('Example Minerals Limited');
  await page.getByLabel('ASX code').fill('xmx');
  await page.getByLabel('Address of the site').fill('announcements.example.com');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('alert').filter({ hasText: 'not a web address' }).waitFor();
  await page.getByLabel('Address of the site').fill('https://announcements.example.com/');
  expect(await accessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { name: 'Add a release' }).waitFor();
  expect(readFileSync(path.join(root, 'archive.yml'), 'utf8')).toBe(
    'site: "https://announcements.example.com/"\ncompanies:\n  - code: "XMX"\n    name: "Example Minerals Limited"\n',
  );
});

test('a PDF becomes a release in few steps: added, reviewed beside its pages, published with its time, looked at', async ({
  open,
}) => {
  const { page, root, faults } = await open({ 'archive.yml': SETTINGS });
  await add(page, root, 'first-copper.pdf');
  await page.getByRole('img', { name: 'Page 1 of 2' }).waitFor();
  expect(await page.getByLabel('Headline').inputValue()).toBe('First copper at Sample Creek');
  expect(await page.getByLabel('ASX code').inputValue()).toBe('XMX');
  expect(await page.getByLabel('Date').inputValue()).toBe('2020-07-30');
  await page
    .getByRole('region', { name: 'As readers will see it' })
    .getByText('The plant has made its first copper.')
    .waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Has ASX released it?' });
  await dialog.getByLabel('At, in Sydney').fill('09:15');
  expect(await accessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Yes, publish it' }).click();
  await page.getByRole('heading', { name: 'In the archive: First copper at Sample Creek' }).waitFor();
  expect(
    readdirSync(path.join(root, '2020'))
      .filter((name) => !name.startsWith('_'))
      .toSorted(),
  ).toEqual(['2020-07-30-first-copper-at-sample-creek.md', '2020-07-30-first-copper-at-sample-creek.pdf']);
  const text = readFileSync(path.join(root, '2020/2020-07-30-first-copper-at-sample-creek.md'), 'utf8');
  expect(text).toContain('date: 2020-07-30 09:15\n');
  expect(text).not.toMatch(/draft|review/);
  await page.getByRole('button', { name: 'Build the site and look' }).click();
  const built = page.getByRole('region', { name: 'Look at the page' }).getByRole('status');
  await built.getByText(/^Built \S+: 1 release, [^;]+ s\.$/).waitFor();
  const frame = page.frameLocator('iframe[title^="The page as readers get it"]');
  await frame.getByRole('heading', { level: 1, name: 'First copper at Sample Creek' }).waitFor({ timeout: 120_000 });
  await frame.getByText('Thursday 30 July 2020, 9:15 am AEST (Sydney)', { exact: true }).waitFor();
  const look = page.getByRole('link', { name: 'Open the page in a window of its own' });
  expect([await look.getAttribute('target'), await look.getAttribute('rel')]).toEqual(['_blank', 'noopener']);
  expect(faults.filter((fault) => !fault.startsWith('It asked for http://127.0.0.1'))).toEqual([]);
});

test('an e-mail becomes a draft, with the mail beside it as its readers see it, whatever it is coded in', async ({
  open,
}) => {
  const { page, root, faults } = await open({ 'archive.yml': SETTINGS });
  await add(page, root, 'mail.eml');
  expect(await page.getByLabel('Headline').inputValue()).toBe('First silver at Sample Creek');
  const mail = page.frameLocator('iframe[title="Document: mail.eml"]');
  await mail.getByText('has made its first silver – 5 tonnes').waitFor();
  await mail.getByRole('row', { name: 'From Kim Marsh <kim@example.com>' }).waitFor();
  expect(faults).toEqual([]);
});

test('a Word file becomes a draft with its table, and stands beside the form as the import saw it', async ({
  open,
}) => {
  const { page, root, faults } = await open({ 'archive.yml': SETTINGS });
  await add(page, root, 'gold.docx');
  expect(await page.getByLabel('Headline').inputValue()).toBe('First gold at Sample Creek');
  expect(await page.getByLabel('Date').inputValue()).toBe('2020-08-01');
  const frame = page.frameLocator('iframe[title="Document: 2020-08-01-first-gold-at-sample-creek.docx"]');
  await frame.getByRole('heading', { name: 'First gold at Sample Creek' }).waitFor();
  await frame.getByRole('row', { name: 'Gold 5 kg' }).waitFor();
  await page.getByRole('region', { name: 'As readers will see it' }).getByRole('cell', { name: '5 kg' }).waitFor();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, publish it' }).click();
  await page.getByRole('heading', { name: 'In the archive: First gold at Sample Creek' }).waitFor();
  expect(faults).toEqual([]);
});

test('a text becomes a draft, and stands beside the form', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  await add(page, root, 'tin.txt');
  expect(await page.getByLabel('Headline').inputValue()).toBe('First tin at Sample Creek');
  const frame = page.frameLocator('iframe[title="Document: 2020-08-03-first-tin-at-sample-creek.txt"]');
  await frame.getByText('has made its first tin.').waitFor();
});

test('a release is begun empty, and what is wrong stands at its field as one types', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  await page.getByRole('link', { name: 'Begin with an empty release' }).click();
  await page.getByLabel('Headline').fill('Trading halt');
  await page.getByLabel('ASX code').fill('x-m');
  await page.getByText('"x-m" is not an ASX code.').waitFor();
  expect(await page.getByLabel('ASX code').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('ASX code').fill('xmx');
  await page.getByLabel('Date').fill('2020-07-29');
  await page.getByLabel('Type of announcement').fill('trading halt');
  await page.getByLabel('Text', { exact: true }).fill('The securities were placed in a **trading halt**.');
  await page.getByRole('region', { name: 'As readers will see it' }).locator('strong').waitFor();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.waitForURL(/review\/2020\/2020-07-29-trading-halt$/);
  expect(readFileSync(path.join(root, '2020/2020-07-29-trading-halt.md'), 'utf8')).toBe(
    '---\ntitle: "Trading halt"\ncode: XMX\ndate: 2020-07-29\ntypes: trading-halt\ndraft: true\n---\n\nThe securities were placed in a **trading halt**.\n',
  );
});

test('several documents are added at once, and what failed says why', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  writeFileSync(path.join(root, '../song.mp3'), 'la');
  const files = ['first-copper.pdf', 'mail.eml', 'song.mp3'].map((name) => path.join(root, '..', name));
  await page.getByLabel('Choose documents').setInputFiles(files);
  const list = page.getByRole('status', { name: 'Documents being read' });
  await list.getByRole('link', { name: 'Review “First copper at Sample Creek”' }).waitFor();
  await list.getByRole('link', { name: 'Review “First silver at Sample Creek”' }).waitFor();
  await list.getByText('song.mp3: Not added.').waitFor();
  const waiting = page.getByRole('region', { name: 'Not published yet' });
  await waiting.getByRole('button', { name: 'Move to the bin First silver at Sample Creek' }).click();
  await expect.poll(() => waiting.getByRole('link').allTextContents(), WAIT).toEqual(['First copper at Sample Creek']);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('a document that is chosen before the script of its page is there is added too', async ({ open }) => {
  const { page, root, desk } = await open({ 'archive.yml': SETTINGS });
  for (const [address, script, field, name] of [
    ['', 'overview', 'Choose documents', 'first-copper.pdf'],
    ['review/2020/2020-07-30-first-copper-at-sample-creek', 'review', 'Add a document', 'gold.docx'],
  ] as const) {
    const { promise: isChosen, resolve: choose } = Promise.withResolvers<void>();
    await page.route(`**/client/${script}.js`, (route) => isChosen.then(() => route.continue()));
    await page.goto(`${desk.address}${address}`, { waitUntil: 'commit' });
    await page.getByLabel(field).setInputFiles(path.join(root, '..', name));
    choose();
    await page.waitForURL(/copper-at-sample-creek$/);
    await page.getByLabel('Name of the document').last().waitFor();
  }
  await expect.poll(() => page.getByLabel('Name of the document').count(), WAIT).toBe(2);
});

test('documents are added to a release and taken out of it, and what was taken out lies in the bin', async ({
  open,
}) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  await add(page, root, 'first-copper.pdf');
  await page.getByLabel('Add a document').setInputFiles(path.join(root, '../gold.docx'));
  await page.getByLabel('Name of the document').nth(1).waitFor();
  expect(await page.getByLabel('Name of the document').nth(1).inputValue()).toBe('gold');
  await page.getByRole('img', { name: 'Page 1 of 2' }).waitFor();
  await page.getByText('first-copper-at-sample-creek-gold.docx', { exact: false }).first().click();
  await page.frameLocator('iframe[title$="gold.docx"]').getByRole('row', { name: 'Gold 5 kg' }).waitFor();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  const there = () => readdirSync(path.join(root, '2020')).filter((name) => name.endsWith('gold.docx')).length;
  expect(there()).toBe(1);
  await page.getByRole('button', { name: 'Remove Documents' }).nth(1).click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect.poll(there, WAIT).toBe(0);
  await page.getByRole('link', { name: 'All releases' }).click();
  await page.getByRole('link', { name: 'Bin' }).click();
  await page.getByRole('button', { name: /^Put back .*gold\.docx$/ }).click();
  await page.getByRole('heading', { name: 'Review: First copper at Sample Creek' }).waitFor();
  expect(there()).toBe(1);
});

test('an earlier release is corrected by a new one that says what was wrong', async ({ open }) => {
  const { page } = await open({ 'archive.yml': SETTINGS, '2020/2020-07-30-first-metal-produced.md': release() });
  await page.getByRole('link', { name: 'Correct First metal produced' }).click();
  await page.getByLabel('What was wrong').fill('5 tonnes');
  await page.getByLabel('What is right').fill('6 tonnes');
  expect(await accessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Begin the correction' }).click();
  await page.getByRole('heading', { name: /^Review/ }).waitFor();
  expect(await page.getByLabel('The earlier release').inputValue()).toBe('2020/2020-07-30-first-metal-produced');
  expect(await page.getByLabel('What is right').inputValue()).toBe('6 tonnes');
});

test('the overview shows what waits, what is wrong and the way to the bin and back, in any light', async ({ open }) => {
  const { page } = await open({
    'archive.yml': SETTINGS,
    '2020/a.md': release({ draft: 'true', title: 'Half done' }),
    '2020/b.md': release({ attachments: 'gone.pdf' }),
  });
  await page.getByRole('region', { name: 'Not published yet' }).getByRole('link', { name: 'Half done' }).waitFor();
  await page.getByRole('region', { name: 'Problems and warnings' }).getByText('gone.pdf').first().waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Move to the bin Half done' }).click();
  await page.getByText('Nothing to review.').waitFor();
  await page.getByRole('link', { name: 'Bin' }).click();
  await page.getByRole('button', { name: 'Put back Half done' }).click();
  await page.getByRole('heading', { name: 'Review: Half done' }).waitFor();
});

test('the bin says why something cannot be put back', async ({ open }) => {
  const { page, root } = await open({
    'archive.yml': SETTINGS,
    '2020/a.md': release({ draft: 'true', title: 'Half done' }),
  });
  await page.getByRole('button', { name: 'Move to the bin Half done' }).click();
  await page.getByText('Nothing to review.').waitFor();
  await page.getByRole('link', { name: 'Bin' }).click();
  rmSync(path.join(root, '.desk/bin'), { recursive: true });
  await page.getByRole('button', { name: 'Put back Half done' }).click();
  await page.getByRole('alert').filter({ hasText: 'It is no longer in the bin.' }).waitFor();
});

test('a site that cannot be built says which file is wrong and what to write', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release() });
  await page.goto(`${page.url()}published/2020/a`);
  writeFileSync(path.join(root, '2020/b.md'), release({ date: '2020-13-01' }));
  await page.getByRole('button', { name: 'Build the site and look' }).click();
  await page
    .getByText('2020/b.md: "2020-13-01" is a day that does not exist. Months run from 01 to 12', { exact: false })
    .waitFor({ timeout: 120_000 });
});

test('a release that was published by mistake is a draft again, and the page to look at it is one link away', async ({
  open,
}) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release() });
  await page.getByRole('link', { name: 'First metal produced', exact: true }).click();
  await page.getByRole('link', { name: 'Look at it and send it' }).click();
  await page.getByRole('button', { name: 'Make it a draft again' }).click();
  await page.getByRole('button', { name: 'Publish…' }).waitFor();
  expect(readFileSync(path.join(root, '2020/a.md'), 'utf8')).toContain('\ndraft: true\n');
});

test('what is typed is kept while somebody types on without a pause', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release({ draft: 'true' }) });
  await page.goto(`${page.url()}review/2020/a`);
  const kept = () => {
    const folder = path.join(root, '.desk/typing');
    // A name with a dot before it is a file still being written.
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
    return names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  };
  const headline = page.getByLabel('Headline');
  const end = Date.now() + WAIT.timeout;
  // Never a pause: nothing is kept meanwhile unless it is kept without one.
  for (let typed = 0; !/typed \d/.test(kept().join('')); typed++) {
    expect(Date.now(), 'something is kept').toBeLessThan(end);
    await headline.fill(`typed ${typed}`);
  }
});

test('the desk works with the keyboard alone, and on a phone nothing is wider than the screen', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS });
  await page.setViewportSize({ width: 360, height: 740 });
  await add(page, root, 'first-copper.pdf');
  await page.getByRole('img', { name: 'Page 1 of 2' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByLabel('Headline').focus();
  await page.keyboard.type('!');
  await page.keyboard.press('Control+S');
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved\.$/ })
    .waitFor();
  await page.getByRole('button', { name: 'Publish…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});
