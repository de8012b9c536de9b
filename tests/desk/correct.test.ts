import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { checkArchive } from '../../src/archive/check/check-archive.ts';
import { readReleases } from '../../src/archive/read/read-releases.ts';
import { digestsNow } from '../../src/archive/seal/seal.ts';
import { writeLock } from '../../src/archive/seal/write-lock.ts';
import { config } from '../../src/config.ts';
import { release } from '../support/releases-folder.ts';
import { openDesk, told, type OpenedDesk } from './open-desk.ts';

const ID = '2020/2020-07-30-first-metal-produced';
const FILE = release({ types: 'progress-report', attachments: '2020-07-30-first-metal-produced.pdf' });
const CHANGE = { kind: 'correction', where: 'First paragraph', was: '5 t', now: '6 t' };
let desk: OpenedDesk;

/** The archive's errors, as check finds them. */
function errors(): string[] {
  const problems = checkArchive(readReleases(desk.root, 'archive'), Date.now(), config.advice);
  return problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

function seal(): void {
  const folder = readReleases(desk.root, 'archive');
  writeLock(
    desk.root,
    folder.releases.map((one) => ({ id: one.id, files: digestsNow(one.id, one, folder), amendments: [] })),
  );
}

async function retitle(title: string): Promise<void> {
  const { body } = await desk.get(`review/${ID}?because=x`);
  const base = /"base":"([0-9a-f]{64})"/.exec(body)?.[1];
  const fields = {
    title,
    code: ['XMX'],
    date: '2020-07-30',
    attachments: [{ file: '2020-07-30-first-metal-produced.pdf' }],
  };
  await desk.post(`type/${ID}`, { version: 0, base, fields, body: 'The text.' });
}

beforeEach(async () => {
  desk = await openDesk({ [`${ID}.md`]: FILE, [`${ID}.pdf`]: '%PDF-1.7' });
});

test('a correction begins as a release that says what was wrong in an earlier one and what is right', async () => {
  const { key } = told<{ key: string }>(await desk.post(`correct/${ID}`, CHANGE));
  const { body } = await desk.get(`review/${key}`);
  for (const words of [ID, 'First paragraph', '5 t', '6 t', 'XMX']) expect(body).toContain(words);
  expect(readFileSync(path.join(desk.root, `${ID}.md`), 'utf8')).toBe(FILE);
});

test('a correction that was just begun is listed with the headline that it corrects, and so it lies in the bin', async () => {
  const { key } = told<{ key: string }>(await desk.post(`correct/${ID}`, { ...CHANGE, kind: 'clarification' }));
  expect((await desk.get('')).body).toContain(`review/${key}">Clarification of First metal produced</a>`);
  await desk.post(`bin/${key}`);
  expect((await desk.get('bin')).body).toContain('Clarification of First metal produced');
});

test('a correction that says half of what changed is refused', async () => {
  const refused = await desk.post(`correct/${ID}`, { ...CHANGE, now: '' });
  expect(told(refused)).toEqual({ fault: 'Write both what was wrong and what is right, or neither of them.' });
});

test('a sealed release cannot be saved without a declaration', async () => {
  seal();
  await retitle('Second metal produced');
  expect((await desk.post(`save/${ID}`)).status).toBe(409);
  expect(readFileSync(path.join(desk.root, `${ID}.md`), 'utf8')).toBe(FILE);
  expect((await desk.get(`review/${ID}`)).body).toContain('inert');
});

test('a sealed release is amended with a reason, and check is content', async () => {
  seal();
  await retitle('Second metal produced');
  expect(told(await desk.post(`declare/${ID}`, { what: 'amend', reason: 'A slip.' }))).toEqual({ id: ID });
  expect(readFileSync(path.join(desk.root, '../releases.lock'), 'utf8')).toContain('"reason":"A slip."');
  expect(errors()).toEqual([]);
});

test('a declaration without a reason, or with one of two lines, changes nothing', async () => {
  seal();
  await retitle('Second metal produced');
  for (const reason of ['', 'Two\nlines.']) {
    expect((await desk.post(`declare/${ID}`, { what: 'amend', reason })).status).toBe(422);
    expect(readFileSync(path.join(desk.root, `${ID}.md`), 'utf8')).toBe(FILE);
  }
});

test('a sealed release is renamed by its date and headline, with its document', async () => {
  seal();
  await retitle('Second metal produced');
  await desk.post(`declare/${ID}`, { what: 'amend', reason: 'A slip.' });
  const id = '2020/2020-07-30-second-metal-produced';
  expect(told(await desk.post(`declare/${ID}`, { what: 'rename', reason: 'Its headline.' }))).toEqual({ id });
  expect([existsSync(path.join(desk.root, `${ID}.pdf`)), existsSync(path.join(desk.root, `${id}.pdf`))]).toEqual([
    false,
    true,
  ]);
  expect(errors()).toEqual([]);
});

test('a sealed release is withdrawn with a reason; it lies in the bin', async () => {
  seal();
  expect(told(await desk.post(`declare/${ID}`, { what: 'withdraw', reason: 'Lodged by another company.' }))).toEqual({
    id: '',
  });
  expect(errors()).toEqual([]);
  expect((await desk.get('bin')).body).toContain('First metal produced');
});

test('a withdrawal that is refused puts the files back', async () => {
  seal();
  writeFileSync(path.join(desk.root, '../releases.lock'), 'nonsense\n', { flag: 'a' });
  expect((await desk.post(`declare/${ID}`, { what: 'withdraw', reason: 'Gone.' })).status).toBe(422);
  expect(readFileSync(path.join(desk.root, `${ID}.md`), 'utf8')).toBe(FILE);
  expect(existsSync(path.join(desk.root, `${ID}.pdf`))).toBe(true);
});

test('the desk seals what the person has seen, where the archive has seals, and only then', async () => {
  const none = await desk.post('seal', { ids: [ID] });
  expect(told(none)).toEqual({ fault: 'This archive has no seals. npm run seal begins them.' });
  expect((await desk.get('')).body).not.toContain('data-seal');
  seal();
  writeFileSync(path.join(desk.root, '2020/b.md'), release({ title: 'Second metal', date: '2020-08-03' }));
  expect((await desk.get('')).body).toContain('Seal 1 release');
  expect((await desk.post('seal', { ids: [] })).status).toBe(409);
  expect(told(await desk.post('seal', { ids: ['2020/b'] }))).toEqual({ words: 'Sealed 1 release.' });
  expect((await desk.get('published/2020/b')).body).toContain('This release is sealed');
  expect((await desk.get('')).body).not.toContain('data-seal');
  writeFileSync(path.join(desk.root, '2020/b.md'), release({ title: 'Changed', date: '2020-08-03' }));
  expect(errors()).toEqual(['seal-changed']);
});

test('of a sealed release that was changed the desk says what to do at the desk, and that is enough', async () => {
  seal();
  writeFileSync(path.join(desk.root, `${ID}.md`), FILE.replace('First metal', 'Second metal'));
  const { body } = await desk.get('');
  expect(body).toContain('open the release here, choose “Correct it” and “Amend the text or the facts”');
  expect(body).not.toContain('npm run seal');
  expect(told(await desk.post(`declare/${ID}`, { what: 'amend', reason: 'A slip.' }))).toEqual({ id: ID });
  expect(errors()).toEqual([]);
});

test('of a sealed release that is gone, or is there again, the desk names no command', async () => {
  seal();
  rmSync(path.join(desk.root, `${ID}.md`));
  const { body: gone } = await desk.get('');
  expect(gone).toContain('Ask whoever looks after the archive to take the file back');
  writeFileSync(path.join(desk.root, `${ID}.md`), FILE);
  await desk.post(`declare/${ID}`, { what: 'withdraw', reason: 'A slip.' });
  writeFileSync(path.join(desk.root, `${ID}.md`), FILE);
  const { body: again } = await desk.get('');
  expect(again).toContain('Ask whoever looks after the archive to give this file another name.');
  expect(gone + again).not.toContain('npm run seal');
});

test('publishing a draft moves no document of a sealed release', async () => {
  const file = path.join(desk.root, '2020/2020-07-30-first.md');
  seal();
  const draft = { draft: 'true', title: 'Second', attachments: path.basename(`${ID}.pdf`) };
  writeFileSync(file, release(draft));
  const published = await desk.post('publish/2020/2020-07-30-first', { day: '2020-07-31', time: '' });
  expect([published.status, existsSync(path.join(desk.root, `${ID}.pdf`)), errors()]).toEqual([200, true, []]);
});
