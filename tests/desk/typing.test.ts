import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, release } from '../support/releases-folder.ts';
import { ask, openDesk, openDeskIn, SETTINGS, told } from './open-desk.ts';

interface Looked {
  readonly version: number;
  readonly disk?: string;
  readonly isOverwritten: boolean;
  readonly problems: readonly { readonly field?: string; readonly message: string }[];
  readonly preview: string;
}

const FILE = release({ draft: 'true' });
const FIELDS = { title: 'First metal produced', code: ['XMX'], date: '2020-07-30', draft: 'true' };

/** The digest of a file as the page got it. */
async function baseOf(get: (below: string) => Promise<{ body: string }>, key: string): Promise<string> {
  const { body } = await get(`review/${key}`);
  return /"base":"([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
}

test('what is typed outlives the desk, and stands in the form when it is opened again', async () => {
  const desk = await openDesk({ '2020/a.md': FILE });
  const base = await baseOf(desk.get, '2020/a');
  await desk.post('type/2020/a', { version: 0, base, fields: FIELDS, body: 'Half a sen' });
  await desk.close();
  expect(readFileSync(path.join(desk.root, '2020/a.md'), 'utf8')).toBe(FILE);
  const again = await openDeskIn(path.dirname(desk.root));
  expect((await again.get('review/2020/a')).body).toContain('Half a sen');
  expect((await again.get('')).body).toContain('not saved yet');
});

test('a window of a desk that was killed goes on at the next one in the folder, and in no other folder', async () => {
  const desk = await openDesk({ '2020/a.md': FILE });
  const base = await baseOf(desk.get, '2020/a');
  const [, token = ''] = new URL(desk.address).pathname.split('/');
  await desk.close();
  const typeAt = ({ address }: { readonly address: string }) => {
    const { origin } = new URL(address);
    const body = JSON.stringify({ version: 0, base, fields: FIELDS, body: 'Typed meanwhile.' });
    return ask(`${origin}/${token}/type/2020/a`, 'POST', { origin }, body);
  };
  const again = await openDeskIn(path.dirname(desk.root));
  expect((await typeAt(again)).status).toBe(200);
  expect((await again.get('review/2020/a')).body).toContain('Typed meanwhile.');
  expect((await typeAt(await openDesk({ '2020/a.md': FILE }))).status).toBe(403);
  expect(readFileSync(path.join(desk.root, '.desk/former-desks.json'), 'utf8')).not.toContain(token);
});

test('a desk that was killed between writing a file and forgetting what was typed goes on from the file', async () => {
  const desk = await openDesk({ '2020/a.md': FILE });
  const base = await baseOf(desk.get, '2020/a');
  await desk.post('type/2020/a', { version: 0, base, fields: FIELDS, body: 'Typed.' });
  const [name] = readdirSync(path.join(desk.root, '.desk/typing'));
  const typing = path.join(desk.root, '.desk/typing', name ?? '');
  const kept = readFileSync(typing);
  await desk.post('save/2020/a');
  await desk.close();
  writeFileSync(typing, kept);
  const again = await openDeskIn(path.dirname(desk.root));
  const page = (await again.get('review/2020/a')).body;
  expect(page).toContain('Typed.');
  expect(page).toContain('"version":0');
  expect((await again.get('')).body).not.toContain('not saved yet');
});

test('a second window is told of the first, and overwrites it only when somebody says so', async () => {
  const { get, post } = await openDesk({ '2020/a.md': FILE });
  const base = await baseOf(get, '2020/a');
  await post('type/2020/a', { version: 0, base, fields: FIELDS, body: 'First window.' });
  const second = await post('type/2020/a', { version: 0, base, fields: FIELDS, body: 'Second window.' });
  expect([second.status, told(second)]).toEqual([
    409,
    { fault: 'This release is open in another window too, and was changed there.' },
  ]);
  expect((await get('review/2020/a')).body).toContain('First window.');
  await post('type/2020/a', { version: 0, base, fields: FIELDS, body: 'Second window.', force: true });
  expect((await get('review/2020/a')).body).toContain('Second window.');
});

test('what a second window gives up for the first one’s lies in the bin', async () => {
  const { get, post } = await openDesk({ '2020/a.md': FILE });
  const base = await baseOf(get, '2020/a');
  await post('type/2020/a', { version: 0, base, fields: FIELDS, body: 'First window.' });
  const second = { version: 0, base, fields: { ...FIELDS, title: 'Second window' }, body: 'Second.' };
  expect((await post('set-aside/2020/a', second)).status).toBe(200);
  expect((await get('review/2020/a')).body).toContain('First window.');
  const name = /Second window[^]*?data-restore="([^"]+)"/.exec((await get('bin')).body)?.[1] ?? '';
  await post('discard/2020/a');
  expect(told(await post(`restore/${name}`))).toEqual({ key: '2020/a' });
  expect((await get('review/2020/a')).body).toContain('Second.');
});

test('a file that an editor has changed meanwhile is seen, and not overwritten', async () => {
  const { get, post, root } = await openDesk({ '2020/a.md': FILE });
  const base = await baseOf(get, '2020/a');
  await post('type/2020/a', { version: 0, base, fields: FIELDS, body: 'Mine.' });
  const others = FILE.replace('The text.', 'Theirs.');
  writeFileSync(path.join(root, '2020/a.md'), others);
  const seen = told<Looked>(await post('type/2020/a', { version: 1, base, fields: FIELDS, body: 'Mine too.' }));
  expect(seen.isOverwritten).toBe(true);
  const refused = await post('save/2020/a');
  expect([refused.status, told(refused)]).toEqual([
    409,
    { fault: 'Not saved: the file was changed in another window or outside the desk since you opened it.' },
  ]);
  expect(readFileSync(path.join(root, '2020/a.md'), 'utf8')).toBe(others);
  // Somebody has looked, and wants their own.
  await post('type/2020/a', { version: 2, base: seen.disk, fields: FIELDS, body: 'Mine too.' });
  expect((await post('save/2020/a')).status).toBe(200);
  expect(readFileSync(path.join(root, '2020/a.md'), 'utf8')).toContain('\nMine too.\n');
});

test('what check finds stands at its field, in its words, as one types', async () => {
  const { post } = await openDesk();
  const fields = { title: 'Metal', code: ['x-m'], date: '2020-02-30', draft: 'true' };
  const { problems, preview } = told<Looked>(
    await post('type/new/0123abcd', { version: 0, fields, body: 'See [the plan](plan.pdf).' }),
  );
  expect(problems.map(({ field, message }) => [field, message])).toEqual(
    expect.arrayContaining([
      ['code.0', expect.stringContaining('x-m')],
      ['date', '"2020-02-30" is a day that does not exist.'],
      [undefined, expect.stringContaining('plan.pdf')],
    ]),
  );
  expect(preview).toContain('Metal');
});

test('types may be given by their names and the numbers of their forms, and a code in small letters', async () => {
  const { post, root } = await openDesk();
  const fields = { ...FIELDS, code: ['xmx'], types: ['Trading Halt', 'dividend-rate', 'Appendix 3Y', '603'] };
  await post('type/new/0123abcd', { version: 0, fields, body: '' });
  expect(told(await post('save/new/0123abcd'))).toMatchObject({ key: '2020/2020-07-30-first-metal-produced' });
  expect(readFileSync(path.join(root, '2020/2020-07-30-first-metal-produced.md'), 'utf8')).toContain(
    'code: XMX\ndate: 2020-07-30\ntypes:\n  - trading-halt\n  - dividend-rate\n  - change-of-directors-interest-notice\n  - becoming-a-substantial-holder\n',
  );
});

test('a form that is wrong is not saved, and what was typed is kept', async () => {
  const { get, post, root } = await openDesk();
  await post('type/new/0123abcd', { version: 0, fields: { ...FIELDS, title: '' }, body: 'Kept.' });
  const refused = await post('save/new/0123abcd');
  expect(refused.status).toBe(422);
  expect(told<{ fault: string }>(refused).fault).toMatch(
    /^Not saved yet: A headline is needed\. What you typed is kept\.$/,
  );
  expect((await get('review/new/0123abcd')).body).toContain('Kept.');
  expect(readdirSync(root).toSorted()).toEqual(['.desk', 'archive.yml']);
});

test('nothing that the desk keeps on this machine is sent by Git', async () => {
  const { post, root } = await openDesk();
  await post('type/new/0123abcd', { version: 0, fields: FIELDS, body: '' });
  expect(readFileSync(path.join(root, '.desk/.gitignore'), 'utf8')).toBe('*\n');
});

test('a draft goes into the bin with its document, and comes back whole', async () => {
  const files = { '2020/a.md': release({ draft: 'true', attachments: 'a.pdf' }), '2020/a.pdf': '%PDF-1.7' };
  const { get, post, root } = await openDesk(files);
  expect((await post('bin/2020/a')).status).toBe(200);
  expect(readdirSync(path.join(root, '2020'))).toEqual([]);
  const [name] = readdirSync(path.join(root, '.desk/bin'));
  expect(told(await post(`restore/${name}`))).toEqual({ key: '2020/a' });
  expect(readFileSync(path.join(root, '2020/a.md'), 'utf8')).toBe(files['2020/a.md']);
  expect((await get('review/2020/a')).status).toBe(200);
});

test('a published release does not go into the bin', async () => {
  const { post, root } = await openDesk({ '2020/a.md': release() });
  expect((await post('bin/2020/a')).status).toBe(409);
  expect(readdirSync(path.join(root, '2020'))).toEqual(['a.md']);
});

test('two desks on one folder do not overwrite each other, as two windows do not', async () => {
  const folder = folderWith({ 'releases/archive.yml': SETTINGS, 'releases/2020/a.md': release({ draft: 'true' }) });
  const [one, two] = [await openDeskIn(folder), await openDeskIn(folder)];
  const base = /"base":"([0-9a-f]{64})"/.exec((await one.get('review/2020/a')).body)?.[1];
  const fields = { title: 'First metal produced', code: 'XMX', date: '2020-07-30', draft: 'true' };
  expect((await one.post('type/2020/a', { version: 0, base, fields, body: 'One.' })).status).toBe(200);
  expect((await two.post('type/2020/a', { version: 0, base, fields, body: 'Two.' })).status).toBe(409);
  const text = new TextEncoder().encode(
    'First tin\n\n3 August 2020\n\nExample Minerals Limited (ASX: XMX) has poured tin.\n',
  );
  const added = await Promise.all([one, two].map((desk) => desk.post('add?name=tin.txt', text)));
  const ids = added.map((reply) => told<{ id: string }>(reply).id);
  expect(ids).toEqual(['2020/2020-08-03-first-tin', '2020/2020-08-03-first-tin']);
});

test('a release whose file has gone is told on a page with the way back', async () => {
  const { get } = await openDesk();
  for (const page of ['review/2020/gone', 'correct/2020/gone', 'published/2020/gone']) {
    const { status, body } = await get(page);
    expect([page, status]).toEqual([page, 404]);
    expect(body).toContain('no longer in the archive');
    expect(body).toContain('All releases');
  }
});
