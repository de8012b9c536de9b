import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect } from 'vitest';
import { folderWith, release } from '../support/releases-folder.ts';
import { deskTest as test, SETTINGS } from './support/desk-page.ts';

test('once the releases are sent, the page says so and offers nothing that is done', async ({ open }) => {
  const { page, root } = await open({ 'archive.yml': SETTINGS, '2020/a.md': release() });
  const other = folderWith({});
  const here = path.dirname(root);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: here, stdio: 'ignore' });
  git('init', '--quiet', '--bare', '--initial-branch=main', other);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'A');
  git('config', 'user.email', 'a@example.com');
  git('remote', 'add', 'origin', other);
  await page.goto(`${page.url()}send`);
  await page.getByText('releases/2020/a.md').waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `Sent to ${other}.` })
    .waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByText('will be sent').count()).toBe(0);
});
