import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { sealReleases } from '../../src/archive/seal/seal-open.ts';
import { release } from '../support/releases-folder.ts';
import { openDesk, told, type OpenedDesk } from './open-desk.ts';

const FILE = release({ attachments: 'a.pdf' });

test('a release published by mistake is a draft again under its name, with its document', async () => {
  const { get, post, root } = await openDesk({ '2020/a.md': FILE, '2020/a.pdf': '%PDF-1.7' });
  expect((await get('published/2020/a')).body).toContain('Make it a draft again');
  expect((await post('unpublish/2020/a')).status).toBe(200);
  expect(readFileSync(path.join(root, '2020/a.md'), 'utf8')).toBe(
    '---\ntitle: "First metal produced"\ncode: XMX\ndate: 2020-07-30\nattachments:\n  - a.pdf\ndraft: true\n---\n\nThe text.\n',
  );
  expect(readdirSync(path.join(root, '2020'))).toEqual(['a.md', 'a.pdf']);
  expect((await get('review/2020/a')).body).toContain('Publish…');
  expect(told(await post('unpublish/2020/a'))).toEqual({ fault: 'This release is not published.' });
});

const NAMED = '\n  release: 2020/a\n  kind: cancellation';
const OTHERS: Record<string, Record<string, string>> = {
  correction: { '2020/b.md': release({ title: 'Correction', date: '2020-08-01', corrects: NAMED }) },
  related: { '2020/b.md': release({ title: 'Later', date: '2020-08-01', related: '2020/a' }) },
  comment: { '2020/a.md': FILE.replace('title:', '# Checked by Jo.\ntitle:') },
};

test('a release that a draft alone names can be a draft again', async () => {
  const correction = release({ title: 'Correction', date: '2020-08-01', corrects: NAMED, draft: 'true' });
  const { post } = await openDesk({ '2020/a.md': FILE, '2020/a.pdf': '%PDF-1.7', '2020/b.md': correction });
  expect((await post('unpublish/2020/a')).status).toBe(200);
});

test.each<[string, string, (desk: OpenedDesk) => unknown, string]>([
  ['that is sealed', '', seal, 'It is sealed. Correct or withdraw it instead.'],
  ['that is corrected', 'correction', () => 0, '"Correction" names it. Change that release first.'],
  ['to which another is related', 'related', () => 0, '"Later" names it. Change that release first.'],
  ['that Git has', '', track, 'It has been handed to Git, and readers may have it.'],
  ['with changes that are not saved', '', retype, 'This release has changes that are not saved.'],
  ['with a comment of its own', 'comment', () => 0, 'Its file holds what the desk does not know (# Checked by Jo.).'],
])('a release %s is not made a draft again', async (_, others, before, fault) => {
  const desk = await openDesk({ '2020/a.md': FILE, '2020/a.pdf': '%PDF-1.7', ...OTHERS[others] });
  await before(desk);
  const file = path.join(desk.root, '2020/a.md');
  const was = readFileSync(file, 'utf8');
  const refused = await desk.post('unpublish/2020/a');
  expect(refused.status).toBe(409);
  expect(told<{ fault: string }>(refused).fault).toContain(fault);
  expect(readFileSync(file, 'utf8')).toBe(was);
});

function seal({ root }: OpenedDesk): void {
  const folder = readReleases(root, 'archive');
  sealReleases(folder, folder.releases);
}

function track({ root }: OpenedDesk): void {
  for (const words of [
    ['init', '--quiet'],
    ['add', '.'],
  ])
    execFileSync('git', words, { cwd: root });
}

async function retype({ get, post }: OpenedDesk): Promise<void> {
  const base = /"base":"([0-9a-f]{64})"/.exec((await get('review/2020/a')).body)?.[1];
  const fields = { title: 'Typed', code: ['XMX'], date: '2020-07-30' };
  await post('type/2020/a', { version: 0, base, fields, body: 'The text.' });
}
