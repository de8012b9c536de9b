import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { sealReleases } from '../../src/archive/seal/seal-open.ts';
import { release } from '../support/releases-folder.ts';
import { accessFaults, deskTest as test, SETTINGS } from './support/desk-page.ts';

/** As long as everything else is waited for. */
const WAIT = { timeout: 20_000 };

test('a published release that is changed and not saved says so on the first page, and its changes can be given up', async ({
  open,
}) => {
  const { page, root, desk } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release() });
  const discard = page.getByRole('button', { name: 'Discard changes' });
  await page.goto(`${desk.address}review/2020/a`);
  expect(await discard.count()).toBe(0);
  await page.getByLabel('Headline').fill('Typed by mistake');
  await page.getByText('kept on this machine').waitFor();
  await discard.click();
  await expect.poll(() => page.getByLabel('Headline').inputValue(), WAIT).toBe('First metal produced');
  await page.getByLabel('Headline').fill('Typed again');
  await page.getByText('kept on this machine').waitFor();
  await page.getByRole('link', { name: 'All releases' }).click();
  const changed = page.getByRole('region', { name: 'Published, with changes not saved yet' });
  await page.getByRole('region', { name: 'Not published yet' }).getByText('Nothing to review.').waitFor();
  expect(await accessFaults(page)).toEqual([]);
  await changed.getByRole('button', { name: 'Discard changes Typed again' }).click();
  await changed.waitFor({ state: 'detached' });
  expect(readFileSync(path.join(root, '2020/a.md'), 'utf8')).toBe(release());
});

test('of a time that Sydney showed twice the form and the question of ASX’s release ask which one, and of no other', async ({
  open,
}) => {
  const { page, root, desk } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release({ draft: 'true' }) });
  await page.goto(`${desk.address}review/2020/a`);
  const which = page.getByRole('region', { name: 'Release' }).getByLabel('Which was it?');
  await page.getByLabel('Date').fill('2020-04-05');
  await page.getByLabel('Time in Sydney').fill('02:30');
  await page.getByText('Choose whether it was before or after the clocks went back.').waitFor();
  await which.selectOption({ label: 'Before (daylight saving)' });
  await page.getByRole('region', { name: 'As readers will see it' }).getByText('2:30 am AEDT').waitFor();
  await page.reload();
  expect(await which.inputValue()).toBe('+11:00');
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  const whichThere = dialog.getByLabel('Which was it?');
  expect(await whichThere.inputValue()).toBe('+11:00');
  await dialog.getByLabel('At, in Sydney').fill('03:30');
  await whichThere.waitFor({ state: 'hidden' });
  await dialog.getByLabel('At, in Sydney').fill('02:45');
  await whichThere.selectOption({ label: 'After (standard time)' });
  expect(await accessFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Yes, publish it' }).click();
  await page.getByRole('heading', { name: /^In the archive/ }).waitFor();
  expect(readFileSync(path.join(root, '2020/2020-04-05-first-metal-produced.md'), 'utf8')).toContain(
    'date: 2020-04-05 02:45+10:00\n',
  );
});

test('of a file that has gone since the page says so, and makes it again only when somebody wants it', async ({
  open,
}) => {
  const { page, root, desk } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release({ draft: 'true' }) });
  await page.goto(`${desk.address}review/2020/a`);
  rmSync(path.join(root, '2020/a.md'));
  await page.getByLabel('Headline').fill('Typed meanwhile');
  await page.getByText('The file of this release is gone: it was moved, renamed or deleted').waitFor();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Not saved: the file is gone.').waitFor();
  await page.getByRole('button', { name: 'Keep what stands here' }).click();
  await page.getByRole('alert').filter({ hasText: 'is gone' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  expect(readFileSync(path.join(root, '2020/a.md'), 'utf8')).toContain('title: "Typed meanwhile"');
});

test('the tick box of the page that sends is a square beside its words', async ({ open }) => {
  const { page, root, desk } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release() });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: path.dirname(root), stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', path.join(root, '../other.git'));
  await page.goto(`${desk.address}send`);
  const box = await page.getByLabel('First get what the other copy has').boundingBox();
  expect([box?.width, box?.height]).toEqual([20, 20]);
});

test('of a document that is missing the desk says so, and offers nothing to open', async ({ open }) => {
  const { page, desk } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release({ attachments: 'gone.pdf' }) });
  await page.goto(`${desk.address}review/2020/a`);
  await page.getByText('The document is not there.').waitFor();
  expect(await page.getByRole('link', { name: 'Open it in its own program' }).count()).toBe(0);
});

test('a sealed release is amended with its reason in sight, and not without one', async ({ open }) => {
  const { page, root, desk } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release() });
  sealReleases(readReleases(root, 'archive'), readReleases(root, 'archive').releases);
  await page.goto(`${desk.address}correct/2020/a`);
  await page.getByRole('button', { name: 'Declare it' }).click();
  await page.getByText('Say in a sentence why; the release’s page will show it.').waitFor();
  await page.getByLabel('Why').fill('A slip in the text.');
  await page.getByRole('button', { name: 'Declare it' }).click();
  await page.getByText('Its page will say why it was amended: “A slip in the text.”').waitFor();
  await page.getByLabel('Text', { exact: true }).fill('The right text.');
  await page.getByRole('button', { name: 'Amend and declare' }).click();
  await page.getByRole('heading', { name: 'In the archive: First metal produced' }).waitFor();
  expect(readFileSync(path.join(root, '../releases.lock'), 'utf8')).toContain('"reason":"A slip in the text."');
});

test('in the dark nothing white stands beside the page of the site', async ({ open }) => {
  const { page, desk } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release() });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${desk.address}published/2020/a`);
  await page.getByRole('button', { name: 'Build the site and look' }).click();
  const frame = page.locator('iframe');
  await frame.waitFor({ timeout: 120_000 });
  const [ground, own] = await frame.evaluate((one) =>
    [document.body, one].map((element) => getComputedStyle(element).backgroundColor),
  );
  expect(own).toBe(ground);
});

test('what has the focus is never covered by the bar with the buttons', async ({ open }) => {
  const { page, desk } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release() });
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(`${desk.address}review/2020/a`);
    await page.getByLabel('Headline').fill(`Typed at ${width}`);
    await page.getByText('kept on this machine').waitFor();
    await page.getByLabel('Text', { exact: true }).focus();
    const covered: string[] = [];
    for (let pressed = 0; pressed < 25; pressed++) {
      await page.keyboard.press('Shift+Tab');
      covered.push(...(await page.evaluate(coveredByBar)));
    }
    expect(covered).toEqual([]);
  }
});

/** What has the focus, where the bar hides a part of it. */
function coveredByBar(): string[] {
  const bar = document.querySelector('.bar');
  const focused = document.activeElement;
  if (!bar || !focused || bar.contains(focused)) return [];
  const [around, own] = [bar.getBoundingClientRect(), focused.getBoundingClientRect()];
  return own.top < around.bottom - 1 && own.bottom > around.top + 1 ? [focused.id || focused.outerHTML] : [];
}
